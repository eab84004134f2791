"""Buttons in the kinds of the look: primary, plain, danger, link, small and icon."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton

from ui.shell.icons import icon as role_icon

_INK = {"primary": "on_accent", "link": "accent_text", "danger": "danger"}


def button(
    text: str,
    kind: str = "",
    *,
    name: str = "",
    icon: str = "",
    key: str = "",
    tip: str = "",
    place: str = "",
) -> QPushButton:
    """Return a button; ``key`` is its shortcut and stands in the text, ``tip`` names an icon."""
    made = QPushButton(f"{text}  {key}" if key and text else text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if place:
        made.setProperty("place", place)
    if key:
        _listen(made, key)
    if icon:
        made.setIcon(role_icon(icon, _INK.get(kind, "text2")))
        made.setIconSize(QSize(20, 16) if text else QSize(20, 20))
    made.setToolTip(f"{tip}  {key}".strip() if tip else "")
    made.setAccessibleName(text or tip)
    return made


def _listen(made: QPushButton, key: str) -> None:
    """Press the button by its key; Enter is two keys on a keyboard, and both are meant."""
    made.setShortcut(key.replace("Enter", "Return"))
    if "Enter" in key:
        QShortcut(key, made).activated.connect(made.click)
