"""The head of a page: title, small text beside it, what can be done at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from .label import label
from .layout import row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout


class PageHead(QWidget):
    """One line at the top of a page."""

    def __init__(self, title: str, caption: str = "", *right: QWidget) -> None:
        """Show ``title``; ``right`` are chips and buttons, the primary last."""
        super().__init__()
        self._title, self._caption = label(title, "title"), label(caption, "caption")
        self._line: QHBoxLayout = row(self._title, 4, self._caption, None, *right)
        self.setLayout(self._line)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_caption(self, caption: str) -> None:
        """Show another small text."""
        self._caption.setText(caption)

    def add(self, widget: QWidget) -> None:
        """Put something more at the right."""
        self._line.addWidget(widget)
