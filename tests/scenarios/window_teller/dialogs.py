"""Dialogs that open while a line is done: filled and saved by what the line has ready for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog

from ui.forms.record_form import RecordForm

from .hands import fill, press, sentences
from .trouble import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from ui.forms.editor import Editor


class Dialogs:
    """Takes the place of ``exec``; one filler is ready at a time, its trouble is kept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._filler: Callable[[QDialog], None] | None = None
        self._trouble: Exception | None = None

        def run(dialog: QDialog) -> int:
            return self._run(dialog)

        monkeypatch.setattr(QDialog, "exec", run)

    def ready(self, filler: Callable[[QDialog], None]) -> None:
        """Fill the next dialog with ``filler``, which also presses its button."""
        self._filler = filler

    @property
    def waiting(self) -> bool:
        """Whether the filler was not needed."""
        return self._filler is not None

    def settle(self) -> None:
        """Forget the filler; raise what went wrong in a dialog."""
        self._filler, trouble, self._trouble = None, self._trouble, None
        if trouble is not None:
            raise trouble

    def _run(self, dialog: QDialog) -> int:
        filler, self._filler = self._filler, None
        if filler is None:
            self._trouble = CannotBeDone(f"a dialog nobody expected: {dialog.objectName()}")
            return int(QDialog.DialogCode.Rejected)
        dialog.show()
        try:
            filler(dialog)
        except Exception as trouble:
            self._trouble = trouble
        dialog.hide()
        return int(dialog.result())


def row_filler(fields: dict[str, Any], *, fresh: bool) -> Callable[[QDialog], None]:
    """Return what fills the fields of a dialog by name, then saves it.

    In a ``fresh`` one, what is proposed and not meant is emptied.
    """

    def filler(dialog: QDialog) -> None:
        for editor in _proposed(dialog) if fresh else ():
            if editor.spec.name not in fields:
                editor.set_value(None)
        for name, value in fields.items():
            fill(dialog, name, value)
        press(dialog, f"{dialog.objectName()}.save")
        if dialog.result() != QDialog.DialogCode.Accepted:
            raise CannotBeDone(f"the dialog refuses: {sentences(dialog)}")

    return filler


def _proposed(dialog: QDialog) -> list[Editor]:
    form = dialog.findChild(RecordForm)
    editors = [form.editor(key) for key in form.keys]
    return [one for one in editors if one.value() and not one.spec.required]
