"""One value of a choice that stands beside its neighbours: its word, key digit and shape."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.shell.theme import HEIGHT, roles

from .badge import paint_level_shape
from .ink import RIGHT, paint_text, text_width

CRISIS = 5
_SIDES = 20
_DIGIT_ROOM = 22


class Option(NamedTuple):
    """One value: its code, its word and, for a level, the shape before the word."""

    code: str
    text: str
    level: int = 0


class Segment(QPushButton):
    """One value of a segment field; its digit stands small at the right."""

    def __init__(self, option: Option, digit: int) -> None:
        """Show ``option`` with its digit key; 0 means it has none."""
        super().__init__(option.text)
        self.option, self.digit = option, digit
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Leave room for the bold word of the chosen value, its shape and its digit."""
        sides = (2 * _DIGIT_ROOM if self.digit else _SIDES) + (28 if self.option.level else 0)
        return QSize(int(text_width(self.text(), bold=True)) + sides, HEIGHT["control"])

    def minimumSizeHint(self) -> QSize:
        """Never cut the word; where it is narrow the digit goes."""
        sides = _SIDES + (28 if self.option.level else 0)
        return QSize(int(text_width(self.text(), bold=True)) + sides, HEIGHT["control"])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then digit and shape over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        ink = "accent_text" if self.isChecked() else "text3"
        ink = ink if self.isEnabled() else "disabled"
        if self.digit and self.width() >= text_width(self.text(), bold=True) + 2 * _DIGIT_ROOM:
            inner = QRectF(self.rect()).adjusted(0, 0, -10, 0)
            paint_text(painter, inner, str(self.digit), size="caption", role=ink, align=RIGHT)
        if self.option.level:
            half = text_width(self.text(), bold=self.isChecked()) / 2
            centre = QPointF(self.width() / 2 - half - 14, self.height() / 2)
            paint_level_shape(painter, centre, self.option.level, self._shape_role())

    def _shape_role(self) -> str:
        if not self.isEnabled():
            return "disabled"
        crisis = "level5_soft" if roles.scheme == "light" else "danger"
        return crisis if self.option.level == CRISIS else f"level{self.option.level}"
