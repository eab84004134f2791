"""The program's own sign: a speech bubble with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.shell.icons import app_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Mark(QWidget):
    """The sign at ``side`` pixels."""

    def __init__(self, side: int = 26) -> None:
        """Draw the sign in a square."""
        super().__init__()
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        app_icon().paint(QPainter(self), self.rect())
