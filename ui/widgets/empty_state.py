"""What a page or list shows instead of rows: nothing yet, or trouble and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.shell.icons import paint_icon

from .button import button
from .ink import paint_ground
from .label import label
from .layout import column, row, surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_DISC, _PICTURE, _TEXT_WIDTH, _FACTS_WIDTH = 88, 44, 440, 520


class Disc(QWidget):
    """A large icon on a soft disc."""

    def __init__(self, icon: str, hue: str = "accent") -> None:
        """Show ``icon``, calm (accent) or in trouble (danger)."""
        super().__init__()
        self._icon, self._hue = icon, hue
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and icon."""
        painter = QPainter(self)
        ink = {"accent": "accent_text"}.get(self._hue, self._hue)
        paint_ground(painter, QRectF(self.rect()), f"{self._hue}_soft", _DISC / 2)
        inset = (_DISC - _PICTURE) / 2
        square = QRectF(inset, inset, _PICTURE, _PICTURE)
        paint_icon(painter, square, self._icon, ink)


class _State(QWidget):
    """What both states share: disc, title, a middle part, buttons and a caption."""

    def __init__(self, disc: Disc, title: str, middle: QWidget, note: str) -> None:
        super().__init__()
        self._buttons: QHBoxLayout = row(gap=8)
        centre = Qt.AlignmentFlag.AlignHCenter
        head = label(title, "heading", align=centre, wrap=True)
        foot = label(note, "caption", align=centre, wrap=True)
        foot.setVisible(bool(note))
        self.setAccessibleName(title)
        items = (
            row(None, disc, None),
            8,
            head,
            row(None, middle, None),
            10,
            row(None, self._buttons, None),
            8,
            foot,
        )
        self.setLayout(column(None, *items, None, None, gap=6))

    def add_button(self, text: str, kind: str = "", *, name: str = "") -> QPushButton:
        """Offer a way on; the first one is usually the primary."""
        made = button(text, kind, name=name)
        self._buttons.addWidget(made)
        return made


class EmptyState(_State):
    """Nothing here yet: says what this place is for and what to do first."""

    def __init__(
        self, icon: str, title: str, text: str = "", *, note: str = "", name: str = ""
    ) -> None:
        """Show ``title`` and ``text`` under ``icon``; buttons are added afterwards."""
        words = label(text, "label", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(_TEXT_WIDTH)
        if not text:
            words.hide()
        super().__init__(Disc(icon), title, words, note)
        self.setObjectName(name)


class ErrorState(_State):
    """Trouble: what happened, what is safe, what to do; the number is for the helper."""

    def __init__(
        self, title: str, facts: Sequence[tuple[str, str]], *, number: str = "", name: str = ""
    ) -> None:
        """Show ``facts`` as (question, answer) on a sunken ground."""
        items = []
        for question, answer in facts:
            items += [label(question, "caption"), label(answer, wrap=True, selectable=True), 4]
        ground = surface(column(*items, margins=(16, 12, 16, 8), gap=2), "sunken")
        ground.setFixedWidth(_FACTS_WIDTH)
        super().__init__(Disc("error_circle", "danger"), title, ground, number)
        self.setObjectName(name)
