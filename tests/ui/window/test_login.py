"""The log-in tells what was typed, keeps the name and shows what was wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from ui.widgets.problem import ProblemLabel
from ui.window.login import LoginView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

pytestmark = pytest.mark.windows

PEOPLE = [("wangmin", "王敏  客户关系经理"), ("liqiang", "李强  售后总监")]


@pytest.fixture
def view(texts: Texts, qtbot: QtBot) -> LoginView:
    made = LoginView(texts, PEOPLE, "星澜汽车一店")
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_a_person_is_chosen_and_enters(view: LoginView, qtbot: QtBot) -> None:
    view.choose("liqiang")
    password = view.findChild(QLineEdit, "login.password")
    assert password.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(password, "geheim 88")
    with qtbot.waitSignal(view.entered) as told:
        qtbot.keyClick(password, Qt.Key.Key_Return)
    assert told.args == ["liqiang", "geheim 88"]


def test_a_login_name_can_be_typed(view: LoginView, qtbot: QtBot) -> None:
    name = view.findChild(QComboBox, "login.name")
    name.lineEdit().selectAll()
    qtbot.keyClicks(name, "admin")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.entered) as told:
        view.findChild(QPushButton, "login.enter").click()
    assert told.args == ["admin", ""]
    view.choose("another")
    assert view.login() == "another"


def test_a_refusal_is_said_and_goes_with_the_next_letter(view: LoginView, qtbot: QtBot) -> None:
    problem = view.findChild(ProblemLabel, "login.problem")
    password = view.findChild(QLineEdit, "login.password")
    assert not problem.isVisible()
    view.set_problem("密码不对，还可以再试 4 次。")
    assert problem.isVisible()
    assert password.property("state") == "problem"
    qtbot.keyClicks(password, "a")
    assert not problem.isVisible()


def test_the_button_waits_and_the_links_ask(view: LoginView, qtbot: QtBot) -> None:
    view.set_busy(True)
    assert not view.findChild(QPushButton, "login.enter").isEnabled()
    with qtbot.waitSignal(view.forgotten):
        view.findChild(QPushButton, "login.forgotten").click()
    with qtbot.waitSignal(view.place_asked):
        view.findChild(QPushButton, "login.place").click()
    view.set_foot("版本 1.0.0")
    assert any("版本 1.0.0" in made.text() for made in view.findChildren(QLabel))


def test_nobody_is_known_yet(texts: Texts, qtbot: QtBot) -> None:
    view = LoginView(texts, [])
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert view.login() == ""
    assert view.objectName() == "page.login"


def test_whatever_takes_the_focus_is_spoken(view: LoginView) -> None:
    for widget in view.findChildren(QWidget):
        if widget.objectName().startswith("login.") and not isinstance(widget, QLabel):
            known = widget.accessibleName() or isinstance(widget, ProblemLabel)
            assert known, widget.objectName()
