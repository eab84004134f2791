"""A card: white ground, thin border, a heading with its caption and one link at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QWidget

from ui.shell.theme import restyle

from .button import button
from .label import label
from .layout import Margins, column, row

PADDING: Margins = (16, 12, 16, 14)


class Card(QFrame):
    """A group of things that belong together; ``link_clicked`` is its one link."""

    link_clicked = Signal()

    def __init__(
        self,
        heading: str = "",
        *,
        caption: str = "",
        margins: Margins = PADDING,
        gap: int = 8,
    ) -> None:
        """Make a card, with a heading line when there is a heading."""
        super().__init__()
        self.setProperty("surface", "card")
        self._body = column(margins=margins, gap=gap)
        self.setLayout(self._body)
        self._heading = label(heading, "heading")
        self._caption = label(caption, "caption")
        if not caption:
            self._caption.hide()
        self._head = row(self._heading, self._caption, None)
        if heading:
            self._body.addLayout(self._head)
            self.setAccessibleName(heading)

    def add(self, *items: QWidget | QLayout | int | None, factor: int = 0) -> Card:
        """Put things below what is there: widgets, layouts, an int of space, None to stretch."""
        for item in items:
            if item is None:
                self._body.addStretch(1)
            elif isinstance(item, int):
                self._body.addSpacing(item)
            elif isinstance(item, QLayout):
                self._body.addLayout(item, factor)
            else:
                self._body.addWidget(item, factor)
        return self

    def add_link(self, text: str, *, name: str = "", icon: str = "") -> QPushButton:
        """Put the one link at the right of the heading."""
        link = button(text, "link", name=name, icon=icon)
        link.clicked.connect(self.link_clicked)
        self._head.addWidget(link)
        return link

    def add_to_head(self, widget: QWidget) -> None:
        """Put a badge or a button at the right of the heading."""
        self._head.addWidget(widget)

    def set_caption(self, text: str) -> None:
        """Change the small text beside the heading."""
        self._caption.setText(text)
        self._caption.setVisible(bool(text))

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the chosen one of several."""
        self.setProperty("surface", "chosen" if chosen else "card")
        restyle(self)
