"""A long text: the course of events as the customer tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.kernel.fields.reading import limit_of

from .editor import Editor

if TYPE_CHECKING:
    from models.kernel.fields.spec import FieldSpec
    from resources.texts import Texts

SMALLEST_HEIGHT = 72


class LongTextEditor(Editor, QPlainTextEdit):
    """Plain text of any length; Tab leaves the field as everywhere else in a form."""

    changed = Signal()
    state_changed = Signal()

    def __init__(self, spec: FieldSpec, texts: Texts, parent: QWidget | None = None) -> None:
        """Build the field for ``spec``."""
        super().__init__(parent)
        self.begin(spec)
        self._texts, self._limit = texts, limit_of(spec)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(SMALLEST_HEIGHT)
        self.textChanged.connect(self._on_changed)

    def value(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def set_value(self, stored: object) -> None:
        """Show a stored text with the cursor at its end, where the telling goes on."""
        self.setPlainText("" if stored is None else str(stored))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def lock(self, locked: bool) -> None:
        """Stop or allow typing."""
        self.setReadOnly(locked)

    def sizeHint(self) -> QSize:
        """Ask for little: a page gives a long text the room that is left."""
        return QSize(super().sizeHint().width(), SMALLEST_HEIGHT)

    def _on_changed(self) -> None:
        self.set_remark(self._room_left())
        self.changed.emit()

    def _room_left(self) -> str:
        """Count aloud only when a text comes near its limit."""
        length = self.document().characterCount() - 1
        if length * 10 < self._limit * 9:
            return ""
        return self._texts(
            "forms", "{length:,} of {limit:,} characters", length=length, limit=self._limit
        )
