"""The frame names its parts as the contract does, folds when narrow and tells what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from ui.shell.tokens import WIDTH
from ui.window.frame import FOLD_BELOW, Count, Frame, Hit
from ui.window.navigation import PAGES, NavItem
from ui.window.person import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

pytestmark = pytest.mark.windows


@pytest.fixture
def frame(texts: Texts, qtbot: QtBot) -> Frame:
    made = Frame(texts)
    for name in ("today", "cases", "case"):
        made.add_page(name, QWidget())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_every_part_has_its_name(frame: Frame) -> None:
    names = ["shell.search", "shell.new_complaint", "shell.user", "shell.help"]
    names += [f"shell.nav.{entry.name}" for entry in PAGES]
    names += [f"shell.status.{name}" for name in ("data", "backup", "saved")]
    for name in names:
        assert len(frame.findChildren(QWidget, name)) == 1, name


def test_whatever_takes_the_focus_has_a_name_and_is_spoken(frame: Frame) -> None:
    for widget in frame.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_a_page_is_chosen_by_its_key(frame: Frame, qtbot: QtBot, entry: object) -> None:
    digit = getattr(Qt.Key, f"Key_{entry.key[-1]}")
    with qtbot.waitSignal(frame.page_chosen) as told:
        qtbot.keyClick(frame, digit, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [entry.name]


def test_a_page_is_shown_under_its_entry(frame: Frame) -> None:
    frame.show_page("case", entry="cases")
    assert frame.shown() == "case"
    assert frame.page("case").isVisible()
    assert frame.findChild(NavItem, "shell.nav.cases").isChecked()
    with pytest.raises(KeyError):
        frame.show_page("nowhere")


def test_counters_say_what_waits_and_what_is_late(frame: Frame) -> None:
    frame.set_counts({"today": Count(9, 2), "tasks": Count(7)})
    today, tasks = (frame.findChild(NavItem, f"shell.nav.{n}") for n in ("today", "tasks"))
    assert (today.count_text(), today.property("status")) == ("超 2", "late")
    assert today.accessibleName() == "今日 超 2"
    assert (tasks.count_text(), tasks.property("status")) == ("7", "ok")
    frame.set_counts({})
    assert today.count_text() == ""


def test_it_folds_when_it_is_narrow(frame: Frame) -> None:
    frame.set_counts({"today": Count(9, 2), "tasks": Count(7)})
    assert frame.navigation.width() == WIDTH["nav"]
    frame.resize(FOLD_BELOW - 1, 700)
    assert frame.navigation.width() == WIDTH["nav_collapsed"]
    assert not frame.grab().isNull()
    assert frame.minimumSizeHint().width() <= 1024
    frame.resize(FOLD_BELOW, 700)
    assert frame.navigation.width() == WIDTH["nav"]


def test_keys_of_the_frame(frame: Frame, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    frame.setFocus()
    with qtbot.waitSignal(frame.new_complaint):
        qtbot.keyClick(frame, Qt.Key.Key_N, control)
    with qtbot.waitSignal(frame.help_asked):
        qtbot.keyClick(frame, Qt.Key.Key_F1)
    with qtbot.waitSignal(frame.keys_asked):
        qtbot.keyClick(frame, Qt.Key.Key_Question)
    with qtbot.waitSignal(frame.new_complaint):
        frame.findChild(QPushButton, "shell.new_complaint").click()


def test_search_finds_while_typing(frame: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    edit = frame.findChild(QLineEdit, "shell.search")
    assert edit.hasFocus()
    typed = []
    frame.search_typed.connect(typed.append)
    qtbot.keyClicks(edit, "KS")
    assert typed == ["K", "KS"]
    frame.show_hits([Hit("KS-2026-000123", "张伟 京A·12345"), Hit("KS-2026-000124", "孙磊")])
    hits = frame.findChild(QListWidget, "shell.search.hits")
    assert hits.isVisible()
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(frame.hit_chosen) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert told.args == ["KS-2026-000124"]
    assert not hits.isVisible()
    with qtbot.waitSignal(frame.search_entered) as told:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert told.args == ["KS"]
    frame.show_hits([Hit("a", "b")])
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.text(), hits.isVisible()) == ("", False)


def test_the_person_and_their_menu(frame: Frame) -> None:
    frame.set_user("王敏", "客户关系经理")
    person = frame.findChild(Person, "shell.user")
    assert person.accessibleName() == "王敏 客户关系经理"
    told = []
    frame.user_asked.connect(told.append)
    for action in person.menu().actions():
        action.trigger()
    assert told == ["theme.light", "theme.dark", "theme.system", "password", "log_out"]
    person.click()
    assert person.menu().isVisible()
    person.menu().close()


def test_the_status_bar_lets_a_person_trust_it(frame: Frame) -> None:
    def said(name: str) -> str:
        return frame.findChild(QLabel, f"shell.status.{name}").text()

    assert said("backup") == "还没有备份"
    frame.set_backup_age(360)
    assert said("backup") == "最近备份 6 小时前"
    assert frame.findChild(QLabel, "shell.status.backup").property("status") == "ok"
    frame.set_backup_age(3 * 24 * 60)
    assert frame.findChild(QLabel, "shell.status.backup").property("status") == "late"
    frame.set_saved("14:46:58")
    assert said("saved") == "14:46:58 已保存"
    frame.set_data("数据在 D 盘")
    frame.set_branch("星澜汽车一店")
    assert (said("data"), said("branch")) == ("数据在 D 盘", "星澜汽车一店")
