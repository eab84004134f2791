"""Typing into the dialog a page opens, and pressing its button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from ui.forms.row_dialog import RowDialog


def fill(monkeypatch: pytest.MonkeyPatch, values: dict[str, Any]) -> list[RowDialog]:
    """Let every row dialog that opens be filled with ``values`` and saved; return them."""
    seen: list[RowDialog] = []

    def run(dialog: RowDialog) -> int:
        seen.append(dialog)
        for key, value in values.items():
            dialog.form.editor(key).set_value(value)
        dialog.findChild(QPushButton, f"{dialog.objectName()}.save").click()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", run)
    return seen


def answer(monkeypatch: pytest.MonkeyPatch, act: Callable[[QDialog], None]) -> None:
    """Let every dialog that opens be handled by ``act``."""

    def run(dialog: QDialog) -> int:
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", run)
