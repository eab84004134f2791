"""The last segment of a long choice: a menu with the values that have no segment of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from ui.shell.icons import paint_icon
from ui.shell.theme import HEIGHT
from ui.shell.tip import tip

from .ink import text_width
from .segment_value import Option, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

UNCHOSEN = " "
"""The code while no value of the menu is chosen; never a code of a list."""

_LONGEST = 7
_CHEVRON = 14
_SIDES = 44


class Entry(NamedTuple):
    """A value of the menu; with ``group`` it stands in the submenu of that name.

    ``whole`` are the words of a class itself in its submenu.
    """

    code: str
    text: str
    group: str = ""
    whole: str = ""


class MoreSegment(Segment):
    """Shows the value chosen in its menu, else ``text``; ``picked`` tells a code."""

    picked = Signal(str)

    def __init__(self, text: str, entries: Sequence[Entry], digit: int, *, name: str = "") -> None:
        """Offer ``entries`` in a menu; ``<name>.<code>`` are its actions."""
        super().__init__(Option(UNCHOSEN, text), digit)
        self._text = text
        self._words = {entry.code: entry.text for entry in entries}
        self._menu = QMenu(self)
        self._fill(entries, name)

    def knows(self, code: str) -> bool:
        """Tell whether ``code`` is a value of the menu."""
        return code in self._words

    def show_value(self, code: str) -> None:
        """Show a value of the menu, or that it holds more."""
        known = code in self._words
        words = self._words[code] if known else self._text
        self.option = Option(code if known else UNCHOSEN, words)
        self.setText(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")
        self.setToolTip(tip(words) if len(words) > _LONGEST else "")
        self.updateGeometry()

    def open(self) -> None:
        """Open the menu below."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_is_open(self) -> bool:
        """Tell whether the menu can be seen."""
        return self._menu.isVisible()

    def close_menu(self) -> None:
        """Close the menu without a choice."""
        self._menu.close()

    def actions_by_code(self) -> dict[str, QAction]:
        """Return the actions of the menu by code."""
        return {str(a.data()): a for a in self._menu.findChildren(QAction) if a.data()}

    def sizeHint(self) -> QSize:
        """Leave room for the word and the chevron."""
        return QSize(int(text_width(self.text(), bold=True)) + _SIDES, HEIGHT["control"])

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and a chevron where others have their digit."""
        digit, self.digit = self.digit, 0
        super().paintEvent(event)
        self.digit = digit
        role = "accent_text" if self.isChecked() else "text3"
        box = QRectF(
            self.width() - _CHEVRON - 7, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON
        )
        painter = QPainter(self)
        paint_icon(painter, box, "chevron_down", role if self.isEnabled() else "disabled")

    def _fill(self, entries: Sequence[Entry], name: str) -> None:
        groups: dict[str, QMenu] = {}
        for entry in entries:
            menu = self._menu
            if entry.group:
                menu = groups.get(entry.group) or self._menu.addMenu(entry.group)
                groups[entry.group] = menu
            action = QAction(entry.whole or entry.text, menu)
            action.setObjectName(f"{name}.{entry.code}")
            action.setData(entry.code)
            action.triggered.connect(self._pick)
            menu.addAction(action)

    def _pick(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.picked.emit(str(action.data()))
