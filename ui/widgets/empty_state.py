"""What a page or list shows instead of rows: what this place is for and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.shell.icons import paint_icon

from .button import button
from .ink import paint_ground
from .label import label
from .layout import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_DISC, _PICTURE, _TEXT_WIDTH = 88, 44, 440


class Disc(QWidget):
    """A large icon on a soft disc."""

    def __init__(self, icon: str) -> None:
        """Show ``icon``."""
        super().__init__()
        self._icon = icon
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and icon."""
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), "accent_soft", _DISC / 2)
        inset = (_DISC - _PICTURE) / 2
        square = QRectF(inset, inset, _PICTURE, _PICTURE)
        paint_icon(painter, square, self._icon, "accent_text")


class EmptyState(QWidget):
    """Nothing here yet: disc, title, text and the buttons that lead on."""

    def __init__(self, icon: str, title: str, text: str = "", *, name: str = "") -> None:
        """Show ``title`` and ``text`` under ``icon``; buttons are added afterwards."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._buttons: QHBoxLayout = row(gap=8)
        centre = Qt.AlignmentFlag.AlignHCenter
        words = label(text, "label", wrap=True, align=centre)
        words.setFixedWidth(_TEXT_WIDTH)
        if not text:
            words.hide()
        items = (
            row(None, Disc(icon), None),
            8,
            label(title, "heading", align=centre, wrap=True),
            row(None, words, None),
            10,
            row(None, self._buttons, None),
        )
        self.setLayout(column(None, *items, None, None, gap=6))

    def add_button(self, text: str, kind: str = "", *, name: str = "") -> QPushButton:
        """Offer a way on; the first one is usually the primary."""
        made = button(text, kind, name=name)
        self._buttons.addWidget(made)
        return made
