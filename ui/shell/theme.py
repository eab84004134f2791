"""The look of the application: fonts, palette and the one style sheet, light or dark."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QSaveFile, QStandardPaths, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette

import resources

from .icons import icon, svg_text
from .roles import roles
from .tokens import FAMILY, HEIGHT, ICON, LINE, RADIUS, SCHEMES, SIZE, TOKENS, WIDTH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

__all__ = [
    "HEIGHT",
    "ICON",
    "LINE",
    "RADIUS",
    "SIZE",
    "WIDTH",
    "Theme",
    "font",
    "icon",
    "restyle",
    "roles",
]

_PALETTE = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "divider",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "scroll",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_SHEET_ICONS = {
    "chevron_down": ("chevron_down", "text2"),
    "chevron_up": ("chevron_up", "text2"),
    "checkmark": ("checkmark", "on_accent"),
    "tick": ("checkmark", "accent_text"),
}


@cache
def font(size: str = "body", *, bold: bool = False, halt: bool = False) -> QFont:
    """Return a font of the look; ``halt`` makes the middle dot of a plate half as wide."""
    made = QFont(FAMILY)
    made.setPixelSize(SIZE[size])
    made.setBold(bold)
    if halt:
        made.setFeature(QFont.Tag("halt"), 1)
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a dynamic property that changed after the widget was made."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Theme:
    """Applies light, dark or the system's choice to the application and follows the system."""

    def __init__(self, app: QApplication) -> None:
        """Load the bundled fonts; nothing is drawn before :meth:`apply`."""
        self._app = app
        self._choice = "light"
        for file in sorted(resources.path("fonts").glob("NotoSansSC-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        """What was asked for: ``light``, ``dark`` or ``system``."""
        return self._choice

    def apply(self, choice: str = "system") -> None:
        """Draw the whole application in the chosen theme."""
        if choice not in (*SCHEMES, "system"):
            raise ValueError(f"unknown theme {choice!r}, known are light, dark, system")
        self._choice = choice
        asked = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(asked.get(choice, Qt.ColorScheme.Unknown))
        self._dress(choice if choice in SCHEMES else self._system_scheme())

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._dress(self._system_scheme())

    def _system_scheme(self) -> str:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _high_contrast(self) -> bool:
        hints = self._app.styleHints()
        accessibility = hints.accessibility()  # hints must outlive it
        return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _dress(self, scheme: str) -> None:
        plain = self._high_contrast()
        roles.use(scheme, system_colours=plain)
        self._app.setFont(font())
        if plain:
            self._app.setStyleSheet("")
            return
        self._app.setStyle("Fusion")
        self._app.setPalette(palette())
        self._app.setStyleSheet(style_sheet())


def palette() -> QPalette:
    """Return the roles as a palette, for everything the sheet does not name."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, roles[token])
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, roles["disabled"])
    return made


def style_sheet() -> str:
    """Return the one sheet: ``@role`` becomes a colour, ``$icon`` a tinted file."""
    text = resources.path("themes/look.qss").read_text(encoding="utf-8")
    text = re.sub(r"@(\w+)", lambda found: TOKENS[roles.scheme][found[1]], text)
    return re.sub(r"\$(\w+)", lambda found: _quoted(_tinted_file(*_SHEET_ICONS[found[1]])), text)


def _quoted(path: str) -> str:
    """Return a path as the sheet reads it, whatever the person's folder is called."""
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tinted_file(name: str, role: str) -> str:
    """Write a recoloured icon where the sheet, which only takes files, can read it."""
    folder = QDir(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))
    folder.mkpath("look")
    colour = roles[role].name()
    path = folder.filePath(f"look/{name}-{colour[1:]}.svg")
    if not QDir().exists(path):
        file = QSaveFile(path)
        if file.open(QSaveFile.OpenModeFlag.WriteOnly | QSaveFile.OpenModeFlag.Text):
            file.write(svg_text(name, colour).encode())
            file.commit()
    return path
