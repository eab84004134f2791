"""The window as a whole: first run, log-in, pages by key, search, what is unsaved, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from models.dealership.access.commands import set_password
from models.dealership.access.queries import actor_for
from models.flow.registration import register_complaint
from models.kernel.db import open_store
from tests.consoles import SECRET, STORY
from ui.desk.pages import NAVIGATED
from ui.window.navigation import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.kernel.db import Store
    from ui.desk.frame import DeskFrame
    from ui.desk.window import DeskWindow

pytestmark = pytest.mark.windows

CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = STORY | {"phone": "13800000002", "customer_name": "李丽", "plate_no": "京B20000"}


def log_in(window: DeskWindow, login: str, password: str) -> None:
    name = window.findChild(QComboBox, "login.name")
    name.setCurrentIndex(name.findData(login))
    window.findChild(QLineEdit, "login.password").setText(password)
    window.findChild(QPushButton, "login.enter").click()


def frame_of(window: DeskWindow) -> DeskFrame:
    assert window.frame is not None
    return window.frame


def unsaved(window: DeskWindow, case_no: str) -> QPlainTextEdit:
    """Open a case and type something into it without saving."""
    frame_of(window).open_case(case_no, "registration")
    story = window.findChild(QPlainTextEdit, "intake.story")
    story.setPlainText("高速上熄火，后来又启动了。")
    return story


def test_a_wrong_password_is_told_and_the_right_one_enters(window: DeskWindow) -> None:
    log_in(window, "liumin", "guessed wrong")
    assert window.frame is None
    assert window.findChild(QWidget, "login.problem").isVisible()
    log_in(window, "liumin", SECRET)
    assert frame_of(window).shown() == "today"
    assert frame_of(window).ctx.actor.name == "刘敏"


def test_whoever_logged_in_last_is_proposed(
    entered: DeskWindow, store: Store, window_over: Callable[[Store], DeskWindow]
) -> None:
    entered.close()
    again = window_over(store)
    assert again.findChild(QComboBox, "login.name").currentData() == "liumin"


def test_a_password_given_by_somebody_else_is_replaced_first(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"login": "liumin", "password": "first of August", "must_change": True}
    set_password(actor_for("admin"), given)
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    log_in(window, "liumin", "first of August")
    assert window.frame is None
    own = {"access.own.old_password": "first of August", "access.own.password": "own and longer"}

    def replace(dialog: QDialog) -> int:
        for name, words in own.items():
            dialog.findChild(QLineEdit, name).setText(words)
        dialog.findChild(QPushButton, f"{dialog.objectName()}.save").click()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", replace)
    log_in(window, "liumin", "first of August")
    assert frame_of(window).shown() == "today"
    window.leave()
    log_in(window, "liumin", "own and longer")
    assert frame_of(window).shown() == "today"


def test_the_first_run_makes_the_house_and_enters(
    tmp_path: Path, window_over: Callable[[Store], DeskWindow]
) -> None:
    store = open_store(tmp_path / "new", create=True)
    window = window_over(store)
    assert window.findChild(QWidget, "page.first_run").isVisible()
    typed = {
        "office.name": "临江汽车销售服务有限公司",
        "access.first.admin_login": "admin",
        "access.first.admin_name": "何静",
        "access.first.admin_password": SECRET,
        "access.first.admin_password_again": SECRET,
    }
    for name, words in typed.items():
        window.findChild(QLineEdit, name).setText(words)
    forward = window.findChild(QPushButton, "first_run.next")
    forward.click()
    forward.click()
    assert frame_of(window).ctx.actor.role == "administrator"
    assert window.findChild(QLabel, "shell.status.branch").text() == typed["office.name"]
    window.close()
    store.close()


def test_logging_out_leaves_nothing_in_sight(entered: DeskWindow, case_no: str) -> None:
    frame_of(entered).open_case(case_no)
    entered.findChild(QAction, "shell.user.log_out").trigger()
    assert entered.frame is None
    seen = [w.objectName() for w in entered.findChildren(QWidget) if w.isVisible()]
    assert "page.login" in seen
    assert not [name for name in seen if name.startswith(("case.", "page.case"))]


def test_every_page_opens_by_its_key(entered: DeskWindow, qtbot: QtBot) -> None:
    keys = {entry.name: entry.key for entry in PAGES}
    for page in reversed(NAVIGATED):
        digit = getattr(Qt.Key, f"Key_{keys[page.name][-1]}")
        qtbot.keyClick(entered, digit, CTRL)
        qtbot.waitUntil(lambda name=page.name: frame_of(entered).shown() == name)
        assert entered.findChild(QWidget, f"page.{page.name}").isVisible()


def test_a_new_complaint_is_one_key_away(entered: DeskWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(entered, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: frame_of(entered).shown() == "register")
    qtbot.waitUntil(lambda: entered.findChild(QLineEdit, "intake.phone").hasFocus())
    qtbot.keyClick(entered, Qt.Key.Key_Escape)
    assert frame_of(entered).shown() == "cases"


def test_the_search_finds_by_initials_and_opens(
    entered: DeskWindow, case_no: str, qtbot: QtBot
) -> None:
    qtbot.keyClick(entered, Qt.Key.Key_K, CTRL)
    search = entered.findChild(QLineEdit, "shell.search")
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "wxm")
    hits = entered.findChild(QListWidget, "shell.search.hits")
    qtbot.waitUntil(lambda: hits.count() == 2)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert frame_of(entered).place() == ("case", case_no)


def test_the_status_bar_tells_of_backup_and_saving(entered: DeskWindow, qtbot: QtBot) -> None:
    backup = entered.findChild(QWidget, "shell.status.backup")
    qtbot.waitUntil(lambda: backup.property("status") == "ok")
    saved = entered.findChild(QLabel, "shell.status.saved")
    frame = frame_of(entered)
    frame.ctx.jobs.write(register_complaint, frame.ctx.actor, dict(OTHER))
    assert saved.isVisible()
    assert saved.text().count("已保存") == 1


def test_unsaved_text_is_asked_about_before_closing(entered: DeskWindow, case_no: str) -> None:
    story = unsaved(entered, case_no)
    entered.ask.way = "cancel"  # type: ignore[attr-defined]
    entered.close()
    assert entered.isVisible()
    assert story.toPlainText().endswith("后来又启动了。")
    entered.ask.way = "yes"  # type: ignore[attr-defined]
    assert entered.close()
    assert len(entered.ask.asked) == 2  # type: ignore[attr-defined]


def test_unsaved_text_is_asked_about_before_another_case(entered: DeskWindow, case_no: str) -> None:
    other = register_complaint(actor_for("liumin"), dict(OTHER)).case_no
    story = unsaved(entered, case_no)
    frame = frame_of(entered)
    frame.open_case(case_no, "intake.story")
    assert story.toPlainText().endswith("后来又启动了。")
    entered.ask.way = "cancel"  # type: ignore[attr-defined]
    frame.open_case(other)
    assert frame.place() == ("case", case_no)
    frame.open_page("today")
    assert frame.shown() == "case"
    assert entered.findChild(QWidget, "shell.nav.cases").isChecked()
    entered.ask.way = "no"  # type: ignore[attr-defined]
    frame.open_case(other)
    assert frame.place() == ("case", other)


def test_another_language_comes_at_the_same_place(entered: DeskWindow, case_no: str) -> None:
    frame = frame_of(entered)
    frame.open_case(case_no)
    frame.ctx.preferences.write("language", "en")
    frame.ctx.events.look_changed.emit()
    again = frame_of(entered)
    assert again is not frame
    assert again.place() == ("case", case_no)
    new = again.findChild(QPushButton, "shell.new_complaint")
    assert new.text().startswith("New complaint")
    assert entered.windowTitle() == "Kesutong"


def test_the_look_changes_where_one_is(entered: DeskWindow) -> None:
    frame = frame_of(entered)
    entered.findChild(QAction, "shell.user.theme.dark").trigger()
    assert frame_of(entered) is frame
    assert frame.ctx.preferences.read("theme", "") == "dark"
