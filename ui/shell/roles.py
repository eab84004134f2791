"""The colour of a role in the theme in use; in high contrast the system's own colours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from .tokens import SCHEMES, TOKENS

_Role = QPalette.ColorRole
_GROUND = {
    **dict.fromkeys(("chrome", "page", "sunken", "hover", "pressed"), _Role.Window),
    **dict.fromkeys(("card", "paper", "chart_grid"), _Role.Base),
    **dict.fromkeys(("selected", "accent", "accent_soft", "accent_hover"), _Role.Highlight),
    **dict.fromkeys(("on_accent", "level5"), _Role.HighlightedText),
    "level5_soft": _Role.Highlight,
    "accent_text": _Role.Link,
    "focus": _Role.Link,
}


class Roles:
    """Colours by role: ``roles["card"]``; painted widgets look them up while they paint."""

    def __init__(self) -> None:
        """Begin with the light theme."""
        self.scheme = "light"
        self.system_colours = False
        self._known: dict[str, QColor] = {}

    def use(self, scheme: str, *, system_colours: bool = False) -> None:
        """Change the theme; the caller repaints by applying the style sheet again."""
        if scheme not in SCHEMES:
            raise ValueError(f"unknown theme {scheme!r}, known are {', '.join(SCHEMES)}")
        self.scheme, self.system_colours = scheme, system_colours
        self._known.clear()

    def __getitem__(self, role: str) -> QColor:
        """Return the colour of ``role``."""
        colour = self._known.get(role)
        if colour is None:
            colour = self._known[role] = self._look_up(role)
        return colour

    def _look_up(self, role: str) -> QColor:
        token = TOKENS[self.scheme][role]
        if not self.system_colours:
            return QColor(token)
        default = _Role.Window if role.endswith("_soft") else _Role.WindowText
        return QGuiApplication.palette().color(_GROUND.get(role, default))


roles = Roles()
