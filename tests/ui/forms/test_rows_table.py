"""A list inside a case shows its rows in line and asks the page to change them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from models.kernel.fields import FieldSpec, Kind
from ui.forms.rows_model import ROW_ROLE, Column, RowsModel, column_of
from ui.forms.rows_table import RowsTable

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.forms.choices import Choices

LEFT = Qt.MouseButton.LeftButton
_spec = partial(FieldSpec, "trial.demand")
DEMAND = (
    _spec("kind", "Kind", Kind.CHOICE, required=True, codes="way"),
    _spec("amount", "Amount", Kind.MONEY),
    _spec("deadline", "Deadline", Kind.DATE),
    _spec("text", "Words", Kind.LONG_TEXT),
)
LONG = "停驶期间交通费，按天计算，客户说每天都要打车去公司" * 4
ROWS = [
    {"no": 1, "kind": "w1", "amount": 123_450, "deadline": "2026-11-25", "text": "退回该车"},
    {"no": 2, "kind": "w2", "amount": None, "deadline": "", "text": LONG},
]


@pytest.fixture
def columns(texts: Texts, choices: Choices) -> list[Column]:
    return [Column("no", "序号", right=True), *(column_of(s, texts, choices) for s in DEMAND)]


@pytest.fixture
def rows(page: QWidget, texts: Texts, columns: list[Column]) -> RowsTable:
    made = RowsTable("trial.demand", columns, texts, empty="先写下客户的第一项诉求。")
    page.layout().addWidget(made)
    page.layout().addStretch(1)
    return made


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click a button of the list."""
    qtbot.mouseClick(page.findChild(QPushButton, f"trial.demand.{name}"), LEFT)


def test_the_model_keeps_the_rules(columns: list[Column], qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns)
    model.set_rows(ROWS)
    qtmodeltester.check(model)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Amount"
    assert model.index(1, 0).data(ROW_ROLE) == ROWS[1]


def test_values_are_shown_as_their_editors_show_them(page: QWidget, rows: RowsTable) -> None:
    rows.set_rows(ROWS)
    shown = [[rows.model.index(r, c).data() for c in range(5)] for r in range(2)]
    assert shown == [
        ["1", "第 1 种", "1,234.50", "2026-11-25", "退回该车"],
        ["2", "第 2 种", "", "", LONG],
    ]


def test_amounts_stand_at_the_right_and_long_texts_have_a_hint(
    page: QWidget, rows: RowsTable
) -> None:
    rows.set_rows(ROWS)
    align = rows.model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight
    assert rows.model.index(1, 4).data(Qt.ItemDataRole.ToolTipRole) == LONG
    assert rows.table.textElideMode() == Qt.TextElideMode.ElideRight


def test_an_empty_list_says_what_to_do_first(page: QWidget, rows: RowsTable) -> None:
    words = page.findChild(QLabel, "trial.demand.empty")
    assert words.text() == "先写下客户的第一项诉求。"
    assert not words.isHidden()
    rows.set_rows(ROWS)
    assert words.isHidden()
    assert not page.findChild(QTableView, "trial.demand.table").isHidden()


@pytest.mark.parametrize(("count", "seen"), [(1, 1), (8, 8), (9, 8)])
def test_the_list_is_as_high_as_its_rows_up_to_eight(
    page: QWidget, rows: RowsTable, count: int, seen: int
) -> None:
    rows.set_rows([ROWS[0]])
    one = rows.table.height()
    rows.set_rows(ROWS[:1] * count)
    assert rows.table.maximumHeight() == one + (seen - 1) * 34 or one == rows.table.maximumHeight()
    assert rows.table.maximumHeight() == 32 + seen * 34 + 2


def test_the_buttons_ask_the_page(qtbot: QtBot, page: QWidget, rows: RowsTable) -> None:
    asked: list[object] = []
    rows.add_wanted.connect(lambda: asked.append("add"))
    rows.edit_wanted.connect(asked.append)
    rows.remove_wanted.connect(lambda row: asked.append(("remove", row["no"])))
    rows.set_rows(ROWS)
    press(qtbot, page, "edit")
    assert asked == []
    rows.choose(1)
    press(qtbot, page, "add")
    press(qtbot, page, "edit")
    press(qtbot, page, "remove")
    assert asked == ["add", ROWS[1], ("remove", 2)]


def test_the_keyboard_does_the_same(qtbot: QtBot, page: QWidget, rows: RowsTable) -> None:
    asked: list[object] = []
    rows.add_wanted.connect(lambda: asked.append("add"))
    rows.edit_wanted.connect(lambda row: asked.append(("edit", row["no"])))
    rows.remove_wanted.connect(lambda row: asked.append(("remove", row["no"])))
    rows.set_rows(ROWS)
    rows.choose(0)
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(rows.table, key)
    assert asked == ["add", ("edit", 1), ("edit", 1), ("remove", 1)]


def test_a_locked_list_hides_its_buttons_and_says_why(
    qtbot: QtBot, page: QWidget, rows: RowsTable
) -> None:
    asked: list[object] = []
    rows.edit_wanted.connect(asked.append)
    rows.set_rows(ROWS)
    rows.choose(0)
    rows.set_editable(False, "协议已签署，诉求不能再改")
    qtbot.keyClick(rows.table, Qt.Key.Key_Return)
    assert asked == []
    assert page.findChild(QPushButton, "trial.demand.add").isHidden()
    assert page.findChild(QLabel, "trial.demand.reason").text() == "协议已签署，诉求不能再改"
    rows.set_editable(True)
    assert not page.findChild(QPushButton, "trial.demand.add").isHidden()


def test_the_chosen_place_survives_new_rows(page: QWidget, rows: RowsTable) -> None:
    rows.set_rows(ROWS)
    rows.choose(1)
    rows.set_rows([*ROWS, ROWS[0]])
    assert rows.chosen_row() == ROWS[1]
    rows.set_rows(ROWS[:1])
    assert rows.chosen_row() == ROWS[0]
    rows.set_rows([])
    assert rows.chosen_row() is None
