"""Filter chips: a pill that is on or off, and a pill that opens a list of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from ui.shell.theme import HEIGHT, restyle

from .ink import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence


class Chip(QPushButton):
    """A fixed filter; its count stands in the text."""

    def __init__(self, text: str, *, name: str = "", checked: bool = False) -> None:
        """Show ``text``, on or off."""
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAutoDefault(False)
        self._text = text

    def set_count(self, count: int | None) -> None:
        """Put the count behind the text; None takes it away."""
        self.setText(self._text if count is None else f"{self._text} {count:,}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Leave room for the bold text of a chosen chip."""
        return QSize(int(text_width(self.text(), bold=True)) + 24, HEIGHT["chip"])


class MenuChip(QPushButton):
    """A filter with a list of values; the chosen ones stand in its text."""

    picked = Signal(list)

    def __init__(
        self,
        text: str,
        *,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        many: bool = True,
    ) -> None:
        """Offer ``options`` as (code, word); ``many`` lets several be chosen."""
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("kind", "chip")
        self.setProperty("menu", "true")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._text, self._many = text, many
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.clicked.connect(self._show_choice)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values; none is chosen."""
        self._menu.clear()
        for code, word in options:
            action = QAction(word, self._menu)
            action.setCheckable(True)
            action.setData(code)
            action.triggered.connect(self._picked)
            self._menu.addAction(action)
        self._show_choice()

    def value(self) -> list[str]:
        """Return the chosen codes."""
        return [action.data() for action in self._menu.actions() if action.isChecked()]

    def set_value(self, codes: Sequence[str]) -> None:
        """Choose ``codes`` without telling anybody."""
        for action in self._menu.actions():
            action.setChecked(action.data() in codes)
        self._show_choice()

    def _picked(self) -> None:
        action = self.sender()
        if not self._many and isinstance(action, QAction) and action.isChecked():
            self.set_value([action.data()])
        self._show_choice()
        self.picked.emit(self.value())

    def _show_choice(self) -> None:
        chosen = [action.text() for action in self._menu.actions() if action.isChecked()]
        self.setChecked(bool(chosen))
        text = self._text
        if chosen:
            text = chosen[0] if len(chosen) == 1 else f"{self._text} {len(chosen)}"
        self.setText(text)
        self.setAccessibleName(f"{self._text} {'、'.join(chosen)}".strip())
        self.updateGeometry()
        restyle(self)

    def sizeHint(self) -> QSize:
        """Leave room for the bold text and the chevron."""
        return QSize(int(text_width(self.text(), bold=True)) + 46, HEIGHT["chip"])
