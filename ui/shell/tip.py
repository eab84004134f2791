"""What a hint shows when the mouse rests: the words as they were typed, never read as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """Return text for a hint; Qt would take a name with ``<b>`` or ``<img>`` in it for HTML."""
    if not Qt.mightBeRichText(text):
        return text
    return "<qt>" + escape(text, quote=False).replace("\n", "<br>") + "</qt>"
