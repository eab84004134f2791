"""The steps of the first run, from top to bottom, with where we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.shell.theme import roles
from ui.widgets.clock import ClockState, paint_ring
from ui.widgets.ink import CENTRE, paint_ground, paint_outline, paint_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP, _NODE, _FIRST = 46, 20, 22


class Steps(QWidget):
    """Done steps have a tick, the present one is filled, later ones are outlined."""

    def __init__(self, names: Sequence[str]) -> None:
        """Show ``names``, standing at the first."""
        super().__init__()
        self._names, self._here = names, 0
        self.setFixedSize(180, _FIRST + _STEP * len(names))
        self.go_to(0)

    def go_to(self, index: int) -> None:
        """Stand at another step."""
        self._here = index
        self.setAccessibleName(f"{index + 1} / {len(self._names)}  {self._names[index]}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, name in enumerate(self._names):
            middle = _FIRST + index * _STEP
            self._paint_node(painter, index, middle)
            if index < len(self._names) - 1:
                painter.setPen(QPen(roles["ok" if index < self._here else "border"], 2))
                painter.drawLine(QPointF(14, middle + 14), QPointF(14, middle + 32))
            role = "text" if index <= self._here else "text2"
            words = QRectF(36, middle - 12, self.width() - 36, 24)
            paint_text(painter, words, name, role=role, bold=index == self._here)

    def _paint_node(self, painter: QPainter, index: int, middle: int) -> None:
        node = QRectF(4, middle - _NODE / 2, _NODE, _NODE)
        if index < self._here:
            paint_ring(painter, node, ClockState.DONE)
            return
        here = index == self._here
        paint_ground(painter, node, "accent" if here else "chrome", _NODE / 2)
        if not here:
            paint_outline(painter, node, "border_strong", _NODE / 2, width=1.5)
        ink, number = "on_accent" if here else "text2", str(index + 1)
        paint_text(painter, node, number, size="caption", role=ink, bold=True, align=CENTRE)
