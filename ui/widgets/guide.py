"""Sections of the guide: what to ask, what to say, what to avoid at this step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .label import Glyph, label
from .layout import column, row, surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFrame, QWidget

KINDS = {
    "ask": ("chat_help", "accent_text"),
    "say": ("chat", "ok"),
    "avoid": ("warning", "warn"),
    "law": ("scales", "accent_text"),
    "note": ("info", "text2"),
}


def guide_section(
    kind: str, title: str, lines: Sequence[str], *, quotes: Sequence[str] = ()
) -> QWidget:
    """Return a section of a kind of :data:`KINDS`: lines with dots, quotes on sunken ground."""
    icon, role = KINDS[kind]
    head = row(Glyph(icon, role, 16, filled=True), label(title, "strong"), None, gap=6)
    items = [row(_dot(), (label(line, wrap=True, selectable=True), 1), gap=6) for line in lines]
    said = [_quote(quote) for quote in quotes]
    return surface(column(head, *items, *said, gap=4))


def _dot() -> QFrame:
    mark = label("·", "caption")
    mark.setFixedWidth(14)
    return surface(column(mark, None))


def _quote(text: str) -> QFrame:
    words = label(text, wrap=True, selectable=True)
    return surface(column(words, margins=(12, 8, 12, 8)), "sunken")
