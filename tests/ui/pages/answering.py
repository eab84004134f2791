"""Fills in the dialog that a button opens, the way a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from ui.forms.row_dialog import RowDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton


def press(page: QWidget, name: str) -> None:
    """Press a button that can be seen."""
    found = button(page, name)
    assert found.isVisibleTo(page), f"{name} is hidden"
    found.click()


def button(page: QWidget, name: str) -> QAbstractButton:
    """Return a button by its name."""
    found = page.findChild(QPushButton, name)
    assert found is not None, f"no button {name}"
    return found


def fill(open_it: Callable[[], None], **values: object) -> list[str]:
    """Type values into the dialog and save; return what it refused, after leaving it then."""
    refused: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowDialog)
        for key, value in values.items():
            dialog.form.editor(key).set_value(value)
        dialog.save()
        if dialog.isVisible():
            words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
            refused.extend(words)
            QDialog.reject(dialog)

    QTimer.singleShot(0, act)
    open_it()
    return refused
