"""A list page is filtered, sorted, read and opened; its columns stay as the person left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolTip

from resources.texts import Texts
from tests.ui.gallery.frames import titled_columns
from tests.ui.sample_rows import pages, rows
from ui.lists.columns import Column, Paint
from ui.lists.list_page import ListPage
from ui.lists.table import ListTable
from ui.shell.preferences import Preferences
from ui.widgets.badge import LEVEL_WORDS, TagLook, level_width, level_word
from ui.widgets.card import Card
from ui.widgets.chip import Chip, MenuChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.ink import text_width

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def likes(tmp_path: Path) -> Preferences:
    return Preferences(str(tmp_path / "likes.ini"))


@pytest.fixture
def page(texts: Texts, likes: Preferences, qtbot: QtBot) -> ListPage:
    empty = EmptyState("chat_warning", "没有投诉")
    made = ListPage(texts, "cases", "投诉", titled_columns(), likes, empty=empty)
    made.resize(1190, 690)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def keys(page: ListPage) -> list[str]:
    return [column.key for column in page.table.rows.columns]


def test_an_empty_list_says_so(page: ListPage) -> None:
    empty = page.findChild(EmptyState, "cases.empty")
    assert empty.isVisible()
    page.load(pages(3))
    assert not empty.isVisible()
    assert page.findChild(ListTable, "cases.table").isVisible()
    assert page.findChild(QLabel, "cases.count").text() == "共 3 行"
    page.load(pages(0))
    assert empty.isVisible()


def test_the_count_says_when_there_is_more(page: ListPage) -> None:
    page.load(pages(500))
    assert page.findChild(QLabel, "cases.count").text() == "已显示 60 行，向下滚动继续"
    page.table.scrollToBottom()
    assert page.table.rows.rowCount() > 60
    page.set_total(46)
    page.set_total(46, 1284)
    assert "46 件，共 1,284 件" in [made.text() for made in page.findChildren(QLabel)]
    page.set_total(None)


def test_enter_and_a_double_click_open_the_row(page: ListPage, qtbot: QtBot) -> None:
    page.load(pages(9))
    with qtbot.waitSignal(page.chosen) as told:
        assert page.table.select(lambda row: row.number.endswith("4"))
    assert told.args == [rows(9)[4]]
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [rows(9)[4]]
    assert page.current_row() == rows(9)[4]
    assert not page.table.select(lambda row: False)
    spot = page.table.visualRect(page.table.rows.index(2, 2)).center()
    with qtbot.waitSignal(page.opened) as told:
        view = page.table.viewport()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [rows(9)[2]]


def test_several_rows_are_chosen_together(page: ListPage, qtbot: QtBot) -> None:
    page.load(pages(9))
    page.table.select(lambda row: row.number.endswith("2"))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = sorted(index.row() for index in page.table.selectionModel().selectedRows())
    assert chosen == [2, 3]


def test_filters_are_told(page: ListPage) -> None:
    told = []
    page.filter_changed.connect(lambda key, value: told.append((key, value)))
    page.add_chip("open", "未结案").click()
    page.add_chip_rule()
    page.add_menu_chip("department", "部门", [("service", "售后")]).menu().actions()[0].trigger()
    assert told == [("open", True), ("department", ["service"])]
    assert page.findChild(Chip, "cases.filter.open").isChecked()
    assert page.findChild(MenuChip, "cases.filter.department").value() == ["service"]


def test_the_head_sorts_and_turns_round(page: ListPage) -> None:
    told = []
    page.sort_asked.connect(lambda key, descending: told.append((key, descending)))
    head = page.table.horizontalHeader()
    for section in (3, 3, 1):
        head.sectionClicked.emit(section)
    assert told == [("reply", False), ("reply", True)]
    page.table.show_sort("level", True)
    assert head.sortIndicatorSection() == 0
    page.table.show_sort("nothing", False)
    assert not head.isSortIndicatorShown()


def test_columns_are_chosen_ordered_and_kept(
    page: ListPage, texts: Texts, likes: Preferences, qtbot: QtBot
) -> None:
    page.load(pages(3))
    before = ["level", "who", "subject", "reply", "close", "owner"]
    assert keys(page) == before
    actions = {action.data(): action for action in page.chooser.menu().actions()}
    assert not actions["level"].isEnabled()
    actions["number"].trigger()
    actions["close"].trigger()
    assert keys(page) == ["level", "who", "subject", "reply", "owner", "number"]
    page.chooser.move("number", 1)
    page.chooser.hide_column("owner")
    page.chooser.hide_column("level")
    kept = ["level", "number", "who", "subject", "reply"]
    assert keys(page) == kept
    empty = EmptyState("chat_warning", "没有投诉")
    again = ListPage(texts, "cases", "投诉", titled_columns(), likes, empty=empty)
    qtbot.addWidget(again)
    assert keys(again) == kept
    again.chooser.reset()
    assert keys(again) == before


def test_a_column_is_moved_from_its_head(page: ListPage) -> None:
    page.load(pages(3))
    page.table.horizontalHeader().customContextMenuRequested.emit(QPoint(100, 5))
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    assert [action.text() for action in menu.actions()] == ["向左移", "向右移", "隐藏这一列"]
    menu.actions()[1].trigger()
    menu.close()
    assert keys(page)[:3] == ["level", "subject", "who"]


def test_the_preview_gives_way_to_the_table(page: ListPage) -> None:
    page.set_preview(pane := Card("张伟"))
    assert pane.isVisible()
    page.resize(900, 600)
    assert not pane.isVisible()
    page.resize(1190, 600)
    page.set_preview(None)
    assert not pane.isVisible()


def test_a_cut_text_has_a_hint(page: ListPage) -> None:
    page.load(pages(3))
    table, index = page.table, page.table.rows.index(2, 2)
    table.setColumnWidth(1, 600)
    option, spot = table.viewOptions() if hasattr(table, "viewOptions") else None, QPoint(5, 5)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, table.mapToGlobal(spot))
    assert table.itemDelegate().helpEvent(event, table, option, index)
    assert "两台公务车" in QToolTip.text() or table.visualRect(index).width() > 400
    QToolTip.hideText()


def test_every_kind_of_cell_is_drawn(texts: Texts, qtbot: QtBot) -> None:
    values = {
        Paint.TEXT: "王敏",
        Paint.BODY: "京A·12345",
        Paint.STRONG: "张伟",
        Paint.DOUBLE: ("制动踏板", "④ 协商中"),
        Paint.STATE: (4, "协商中"),
        Paint.TAG: TagLook("待签回", "warn"),
        Paint.LINK: "去答复",
        Paint.NUMBER: "8,600",
    }
    columns = [
        Column(str(paint), "shell", "Today", paint, value=lambda row, value=value: value)
        for paint, value in values.items()
    ]
    columns.append(Column("none", "shell", "Tasks", value=lambda row: None))
    table = ListTable(texts, columns, name="tasks.table", single=True)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.rows.show_rows([1, 2])
    table.selectRow(0)
    table.show()
    assert not table.grab().isNull()
    link = table.rows.index(1, 6)
    with qtbot.waitSignal(table.link_pressed) as told:
        spot = table.visualRect(link).center()
        qtbot.mouseMove(table.viewport(), spot)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [2, "link"]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_titles_and_levels_are_read_whole(likes: Preferences, qtbot: QtBot, language: str) -> None:
    texts, columns = Texts(language), [c for c in titled_columns() if not c.stretch]
    made = ListPage(texts, "cases", "", columns, likes, empty=EmptyState("chat_warning", ""))
    qtbot.addWidget(made)
    table = made.table
    for section, column in enumerate(table.rows.columns):
        title = table.rows.headerData(section, Qt.Orientation.Horizontal)
        assert table.columnWidth(section) >= text_width(title, "caption") + 16
        if column.paint is Paint.LEVEL:
            widest = max(level_width(level_word(texts, level)) for level in LEVEL_WORDS)
            assert table.columnWidth(section) >= widest + 12
