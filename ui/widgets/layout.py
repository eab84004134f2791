"""Rows, columns and surfaces of a page in reading order, without a layout object in sight."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Box = TypeVar("Box", bound=QBoxLayout)
Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def row(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QHBoxLayout:
    """Lay ``items`` from left to right: None stretches, an int is space, a tuple gives a factor."""
    return _filled(QHBoxLayout(), items, margins, gap)


def column(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QVBoxLayout:
    """Lay ``items`` from top to bottom: None stretches, an int is space, a tuple gives a factor."""
    return _filled(QVBoxLayout(), items, margins, gap)


def surface(layout: QLayout, kind: str = "clear") -> QFrame:
    """Return a frame on the ground ``kind`` (card, chosen, sunken, chrome, page, clear)."""
    frame = QFrame()
    frame.setProperty("surface", kind)
    frame.setLayout(layout)
    return frame


def rule(direction: str = "h") -> QFrame:
    """Return a hairline, ``h`` or ``v``."""
    line = QFrame()
    line.setProperty("line", direction)
    return line


def empty_layout(layout: QLayout) -> None:
    """Remove and delete everything a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            empty_layout(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def _filled(box: Box, items: tuple[Item, ...], margins: Margins, gap: int) -> Box:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        _put(box, item)
    return box


def _put(box: QBoxLayout, item: Item) -> None:
    factor = 0
    if isinstance(item, tuple):
        item, factor = item
    if item is None:
        box.addStretch(1)
    elif isinstance(item, int):
        box.addSpacing(item)
    elif isinstance(item, QLayout):
        box.addLayout(item, factor)
    else:
        box.addWidget(item, factor)
