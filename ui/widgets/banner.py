"""A banner: one sentence about the whole page on a soft ground, with at most one link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.shell.theme import HEIGHT, restyle

from .button import button
from .label import Glyph, label
from .layout import row

_ICONS = {
    "info": ("info", "accent_text"),
    "ok": ("checkmark_circle", "ok"),
    "warn": ("warning", "warn"),
    "danger": ("error_circle", "danger"),
}


class Banner(QFrame):
    """Info, ok, warn or danger; hidden while it has nothing to say."""

    link_clicked = Signal()

    def __init__(self, kind: str, text: str = "", *, link: str = "", name: str = "") -> None:
        """Say ``text``; ``link`` is the one thing to do about it."""
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(HEIGHT["banner"])
        self._glyph = Glyph("info", "accent_text", filled=True)
        self._label = label("", wrap=True)
        self._link = button("", "link", name=f"{name}.link" if name else "")
        self._link.clicked.connect(self.link_clicked)
        self.setLayout(row(self._glyph, (self._label, 1), self._link, margins=(12, 4, 6, 4)))
        self._write(kind, text, link)
        if not text:
            self.hide()

    def say(self, kind: str, text: str, *, link: str = "") -> None:
        """Say something else; an empty text hides the banner."""
        self._write(kind, text, link)
        self.setVisible(bool(text))

    def _write(self, kind: str, text: str, link: str) -> None:
        icon, role = _ICONS[kind]
        self._glyph.set_icon(icon, role, filled=True)
        self._label.setText(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setProperty("surface", f"banner-{kind}")
        self.setAccessibleName(text)
        restyle(self)

    def text(self) -> str:
        """Return what the banner says."""
        return self._label.text()
