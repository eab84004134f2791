"""One line of typing: words, numbers and numbers of things, each shown the way people write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.kernel.fields.spec import FieldSpec, Kind
from ui.shell.roles import roles

from .editor import Editor

if TYPE_CHECKING:
    from .writing import Writing

UNITS = {Kind.MONEY: ("¥", ""), Kind.PERCENT: ("", "%")}
"""What stands before and behind what is typed; it is painted and never part of the value."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_PADDING = 12
_GAP = 6
_ACTION = 26


class LineEditor(Editor, QLineEdit):
    """A line that keeps what was typed, and rewrites it tidily when the cursor leaves."""

    changed = Signal()
    state_changed = Signal()

    def __init__(self, spec: FieldSpec, writing: Writing, parent: QWidget | None = None) -> None:
        """Build the line for ``spec``; ``writing`` knows how its kind is written."""
        super().__init__(parent)
        self.begin(spec)
        self._writing = writing
        self._untouched: object = None
        self._before, self._behind = UNITS.get(spec.kind, ("", ""))
        if spec.secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        if spec.kind is Kind.PLATE:
            self.setFont(_narrow_dot())
        self._make_room()
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_changed)
        self.editingFinished.connect(self.tidy)

    def value(self) -> object:
        """Return what was typed, dates and numbers in full; an untouched moment to the second."""
        if self._untouched is not None and self.text() == self._writing.show(self._untouched):
            return self._untouched
        return self._writing.value(self.text())

    def set_value(self, stored: object) -> None:
        """Show a stored value; words that cannot be read stand as they are."""
        self._untouched = None if self._writing.exact(stored) else stored
        self.setText(self._writing.show(stored))
        self.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        """Stop or allow typing."""
        self.setReadOnly(locked)

    def tidy(self) -> None:
        """Rewrite what was typed the usual way when it can be read; else leave it alone."""
        if not self.isReadOnly():
            tidied = self._writing.tidy(self.text())
            if tidied != self.text():
                self.setText(tidied)

    def show_behind(self, words: str) -> None:
        """Paint ``words`` behind the typing, such as the day of the week of a date."""
        if words != self._behind:
            self._behind = words
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the unit before it and the words right behind what is typed."""
        super().paintEvent(event)
        if not self._before and not self._behind:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(roles["text3"])
        area = self.rect().adjusted(_PADDING, 0, -_PADDING - self._actions_width(), 0)
        painter.drawText(area, _LEFT, self._before)
        written = self.fontMetrics().horizontalAdvance(self.text())
        area.setLeft(area.left() + self.textMargins().left() + written + _GAP)
        if self.text() and self.fontMetrics().horizontalAdvance(self._behind) <= area.width():
            painter.drawText(area, _LEFT, self._behind)

    def _actions_width(self) -> int:
        return _ACTION * len(self.actions())

    def _make_room(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self._before)
        left = wide + _GAP if self._before else 0
        self.setTextMargins(left, 0, 0, 0)

    def _on_typed(self, text: str) -> None:
        written = self._writing.while_typing(text)
        if written != text:
            place = self.cursorPosition()
            self.setText(written)
            self.setCursorPosition(place)

    def _on_changed(self) -> None:
        self.changed.emit()


def _narrow_dot() -> QFont:
    """Return the font in which the middle dot of a plate is half a character wide."""
    font = QFont()
    font.setFeature(QFont.Tag("halt"), 1)
    return font
