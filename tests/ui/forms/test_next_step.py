"""The next step is one button; what it still needs is a list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from ui.forms.missing_list import MissingList
from ui.forms.sections import Section
from ui.forms.transition_bar import Step, TransitionBar
from ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

LEFT = Qt.MouseButton.LeftButton
MISSING = (("补偿金额超过批准", "agreement.amount"), ("付款方式没有选", "agreement.pay"))


@pytest.fixture
def bar(page: QWidget, texts: Texts) -> TransitionBar:
    made = TransitionBar(texts)
    page.layout().addWidget(made)
    QApplication.processEvents()
    return made


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click a button of the bar."""
    qtbot.mouseClick(page.findChild(QPushButton, name), LEFT)


def open_menu() -> QMenu:
    """Return the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_an_allowed_step_is_taken_at_once(qtbot: QtBot, page: QWidget, bar: TransitionBar) -> None:
    bar.show_steps([Step("sign", "签署协议", True)])
    button = page.findChild(QPushButton, "case.next_step")
    assert button.text() == "下一步：签署协议"
    assert button.shortcut().toString() == "Ctrl+Return"
    assert not page.findChild(QPushButton, "case.missing").isVisible()
    with qtbot.waitSignal(bar.step_wanted) as wanted:
        press(qtbot, page, "case.next_step")
    assert wanted.args == ["sign"]


def test_a_step_that_misses_something_leads_to_it(
    qtbot: QtBot, page: QWidget, bar: TransitionBar
) -> None:
    bar.show_steps([Step("sign", "签署协议", False, MISSING)])
    assert page.findChild(QPushButton, "case.missing").text() == "还缺 2 项"
    with qtbot.assertNotEmitted(bar.step_wanted):
        press(qtbot, page, "case.next_step")
    menu = open_menu()
    assert [action.text() for action in menu.actions()] == [words for words, _ in MISSING]
    with qtbot.waitSignal(bar.jump_wanted) as wanted:
        menu.actions()[1].trigger()
    menu.hide()
    assert wanted.args == ["agreement.pay"]


def test_other_steps_stand_in_the_menu(qtbot: QtBot, page: QWidget, bar: TransitionBar) -> None:
    bar.show_steps(
        [
            Step("sign", "签署协议", True),
            Step("hold", "暂停", True),
            Step("close", "结案", False, MISSING),
            Step("merge", "并案", False),
        ]
    )
    press(qtbot, page, "case.next_step.more")
    menu = open_menu()
    states = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert states == {
        "case.next_step.hold": True,
        "case.next_step.close": True,
        "case.next_step.merge": False,
    }
    with qtbot.waitSignal(bar.step_wanted) as wanted:
        menu.actions()[0].trigger()
    menu.hide()
    assert wanted.args == ["hold"]
    menu.actions()[1].trigger()
    assert page.findChild(QPushButton, "case.missing").text() == "还缺 2 项"
    open_menu().hide()


def test_a_case_without_steps_says_why(page: QWidget, bar: TransitionBar) -> None:
    bar.show_locked("已归档，不能再改。")
    assert page.findChild(ElidedLabel, "case.locked_reason").text() == "已归档，不能再改。"
    assert not page.findChild(QPushButton, "case.next_step").isVisible()
    bar.show_locked("")
    assert not page.findChild(ElidedLabel, "case.locked_reason").isVisible()


def test_the_missing_list_counts_and_jumps(qtbot: QtBot, page: QWidget, texts: Texts) -> None:
    missing = MissingList(texts, name="agreement.missing")
    page.layout().addWidget(missing)
    missing.show_missing(MISSING, before="生成协议")
    QApplication.processEvents()
    assert page.findChild(QLabel, "agreement.missing.count").text() == "还缺 2 项，才能生成协议"
    with qtbot.waitSignal(missing.jump_wanted) as wanted:
        press(qtbot, page, "agreement.missing.1")
    assert wanted.args == ["agreement.amount"]
    missing.show_missing(())
    assert not missing.isVisible()


def test_a_section_remembers_that_it_was_open(qtbot: QtBot, page: QWidget) -> None:
    memory: dict[str, bool] = {}
    section = Section("intake.details", "其他情况", memory=memory)
    page.layout().addWidget(section)
    assert not section.is_open
    section.head.setFocus()
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert section.is_open
    assert memory == {"intake.details": True}
    assert not Section("intake.details", "其他情况", memory={"intake.details": False}).is_open
