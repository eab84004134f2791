"""Rows are read page by page, each once, and every cell can be said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.ui.sample_rows import COLUMNS, pages, rows
from ui.lists.columns import Column, Paint, spoken
from ui.lists.keyset_model import PAGE, ROW_ROLE, KeysetModel
from ui.widgets.badge import TagLook

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

NOWHERE = QModelIndex()


@pytest.fixture
def model(texts: Texts, qtbot: QtBot) -> KeysetModel:
    return KeysetModel(texts, COLUMNS)


def test_empty_it_behaves_like_a_model(model: KeysetModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_with_rows_it_behaves_like_a_model(model: KeysetModel, qtmodeltester: ModelTester) -> None:
    model.load(pages(PAGE + 7))
    qtmodeltester.check(model)
    while model.canFetchMore(NOWHERE):
        model.fetchMore(NOWHERE)
    assert model.rows == rows(PAGE + 7)
    assert model.complete


def test_pages_are_read_when_they_are_needed(model: KeysetModel) -> None:
    asked = []
    read = pages(200)

    def fetch(after: int | None, limit: int) -> object:
        asked.append(after)
        return read(after, limit)

    model.load(fetch)
    assert (asked, model.rowCount()) == ([None], PAGE)
    model.fetchMore(NOWHERE)
    assert (asked, model.rowCount()) == ([None, PAGE], 2 * PAGE)


def test_rows_that_went_away_meanwhile_end_the_list(model: KeysetModel) -> None:
    model.load(lambda after, limit: ([], None) if after else (rows(3), "then"))
    assert model.canFetchMore(NOWHERE)
    model.fetchMore(NOWHERE)
    assert (model.rowCount(), model.canFetchMore(NOWHERE)) == (3, False)
    model.fetchMore(NOWHERE)
    assert model.rowCount() == 3


def test_a_page_read_elsewhere_is_shown(model: KeysetModel) -> None:
    model.show_rows(rows(5))
    assert (model.rowCount(), model.complete) == (5, True)


def test_cells_in_words(model: KeysetModel) -> None:
    model.load(pages(1))
    words = [model.index(0, c).data() for c in range(model.columnCount())]
    said = "① 协商中   KS-2026-000000"
    assert words[:3] == ["重大", "赵建国 京A·12345", f"变速箱顿挫三次返修未解决，要求退车 {said}"]
    assert words[3:6] == ["超 1 天", "3 天", "王敏"]
    assert model.index(0, 0).data(ROW_ROLE) == rows(1)[0]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None


def test_one_row_is_replaced_in_its_place(model: KeysetModel, qtbot: QtBot) -> None:
    model.load(pages(5))
    found = model.find(lambda row: row.number == "KS-2026-000003")
    with qtbot.waitSignal(model.dataChanged):
        model.replace(found, rows(9)[8])
    assert model.row_at(3).number == "KS-2026-000008"
    assert model.find(lambda row: row.number == "KS-2026-000003") == -1
    with qtbot.waitSignal(model.dataChanged):
        model.refresh_clocks()


def test_every_kind_of_cell_can_be_said(texts: Texts) -> None:
    assert spoken(texts, (4, "协商中"), Paint.STATE) == "④ 协商中"
    assert spoken(texts, TagLook("待签回", "warn"), Paint.TAG) == "待签回"
    assert spoken(texts, None, Paint.TEXT) == ""
    assert spoken(texts, 0, Paint.LEVEL) == ""
    assert spoken(texts, ("张伟", ""), Paint.NAME) == "张伟"


def test_figures_stand_at_the_right(texts: Texts, qtbot: QtBot) -> None:
    columns = [
        Column("number", "shell", "Today", Paint.NUMBER),
        Column("owner", "shell", "Tasks"),
    ]
    model = KeysetModel(texts, columns)
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [model.headerData(i, Qt.Orientation.Horizontal, role) for i in range(2)]
    assert sides[0] & Qt.AlignmentFlag.AlignRight
    assert sides[1] & Qt.AlignmentFlag.AlignLeft
    assert model.headerData(0, Qt.Orientation.Horizontal) == "今日"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
