"""A row is typed in a dialog that gives nothing away when saving is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QLineEdit, QWidget

from models.kernel.errors import Invalid, Stale
from resources.texts import Message
from ui.forms.row_dialog import RowDialog

from .test_rows_table import DEMAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.forms.choices import Choices

LAYOUT = [["kind"], ["amount", "deadline"], ["text"]]


class Desk:
    """Takes or refuses what a dialog saves, and answers its question."""

    def __init__(self) -> None:
        self.saved: list[dict[str, object]] = []
        self.problems: dict[str, str | Message] = {}
        self.error: Exception | None = None
        self.leave = True
        self.asked: list[str] = []

    def save(self, values: dict[str, object]) -> dict[str, str | Message] | None:
        self.saved.append(values)
        if self.error:
            raise self.error
        return self.problems or None

    def confirm(self, text: str, yes: str, *, no: str = "", danger: bool = False) -> bool:
        self.asked.append(f"{text}|{yes}|{no}|{danger}")
        return self.leave


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def opened(
    qtbot: QtBot, page: QWidget, texts: Texts, choices: Choices, desk: Desk
) -> Callable[..., RowDialog]:
    def made(**stored: object) -> RowDialog:
        dialog = RowDialog(
            page, DEMAND, LAYOUT, stored, texts, choices, desk.save, confirm=desk.confirm
        )
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or page))
        return dialog

    return made


def amount(dialog: QDialog) -> QLineEdit:
    """Return the amount of the dialog."""
    return dialog.findChild(QLineEdit, "trial.demand.amount")


def test_enter_saves_what_was_typed(
    qtbot: QtBot, opened: Callable[..., RowDialog], desk: Desk
) -> None:
    dialog = opened(kind="w1")
    qtbot.keyClicks(amount(dialog), "1234.5")
    qtbot.keyClick(amount(dialog), Qt.Key.Key_Return)
    assert desk.saved == [{"kind": "w1", "amount": "1,234.50", "deadline": "", "text": ""}]
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.isVisible()


def test_enter_in_a_long_text_is_a_new_line_and_ctrl_enter_saves(
    qtbot: QtBot, opened: Callable[..., RowDialog], desk: Desk
) -> None:
    dialog = opened(kind="w1")
    text = dialog.findChild(QWidget, "trial.demand.text")
    text.setFocus()
    qtbot.keyClicks(text, "a")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert desk.saved == []
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.saved[0]["text"] == "a\n"


@pytest.mark.parametrize("raised", [False, True])
def test_a_refusal_keeps_everything_and_says_it_at_the_field(
    qtbot: QtBot, opened: Callable[..., RowDialog], desk: Desk, raised: bool
) -> None:
    problem = Message("forms", "{count} missing", count=1)
    desk.problems = {"trial.demand.amount": problem}
    desk.error = Invalid({"trial.demand.amount": problem}) if raised else None
    dialog = opened(kind="w1")
    amount(dialog).setText("十万")
    dialog.findChild(QWidget, "trial.demand.dialog.save").click()
    assert dialog.isVisible()
    assert amount(dialog).text() == "十万"
    assert amount(dialog).hasFocus()
    assert dialog.findChild(QLabel, "trial.demand.amount.problem").text() == "还缺 1 项"
    desk.problems, desk.error = {}, None
    amount(dialog).setText("10")
    dialog.save()
    assert not dialog.isVisible()


def test_a_refusal_of_the_whole_row_stands_on_top(
    opened: Callable[..., RowDialog], desk: Desk
) -> None:
    desk.error = Stale(Message("forms", "{count} missing", count=3))
    dialog = opened(kind="w1")
    dialog.save()
    banner = dialog.findChild(QFrame, "trial.demand.dialog.problem")
    assert banner.isVisible()
    assert banner.text() == "还缺 3 项"
    desk.error = None
    dialog.save()
    assert not dialog.isVisible()


def test_every_sentence_has_room(opened: Callable[..., RowDialog], desk: Desk) -> None:
    desk.problems = {
        f"trial.demand.{key}": "这一栏的内容要改，请照说明写。" * 3 for key in ("amount", "text")
    }
    dialog = opened()
    before = dialog.height()
    dialog.save()
    QApplication.processEvents()
    shown = dialog.findChild(QLabel, "trial.demand.amount.problem")
    assert dialog.height() > before
    assert shown.height() >= shown.heightForWidth(shown.width())


def test_esc_leaves_at_once_when_nothing_was_typed(
    qtbot: QtBot, opened: Callable[..., RowDialog], desk: Desk
) -> None:
    dialog = opened(kind="w1")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.asked == []


def test_esc_asks_before_typed_words_are_lost(
    qtbot: QtBot, opened: Callable[..., RowDialog], desk: Desk
) -> None:
    dialog = opened(kind="w1")
    amount(dialog).setText("5")
    desk.leave = False
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert amount(dialog).text() == "5"
    assert desk.asked == ["这里填的内容还没有保存，确定要离开吗？|不保存，离开|继续填写|True"]
    desk.leave = True
    dialog.findChild(QWidget, "trial.demand.dialog.cancel").click()
    assert not dialog.isVisible()
    assert desk.saved == []


def test_asking_returns_what_was_saved(
    page: QWidget, texts: Texts, choices: Choices, desk: Desk
) -> None:
    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        amount(dialog).setText("88")
        dialog.save()

    QTimer.singleShot(0, fill_in)
    saved = RowDialog.ask(
        page, DEMAND, LAYOUT, {"kind": "w2"}, texts, choices, desk.save, confirm=desk.confirm
    )
    assert saved == {"kind": "w2", "amount": "88.00", "deadline": "", "text": ""}


def test_asking_returns_nothing_when_it_was_left(
    page: QWidget, texts: Texts, choices: Choices, desk: Desk
) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert (
        RowDialog.ask(page, DEMAND, LAYOUT, {}, texts, choices, desk.save, confirm=desk.confirm)
        is None
    )
