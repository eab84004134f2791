"""Settings of the look: light or dark, and the language; kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.segment import Option, SegmentField

from .section import ROOM, Section

if TYPE_CHECKING:
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext

THEME, LANGUAGE = "theme", "language"
_THEMES = (("light", "Light"), ("dark", "Dark"), ("system", "As Windows"))
_LANGUAGES = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))
_WIDTH = 420


class AppearanceSection(Section):
    """``settings.theme`` and ``settings.language``."""

    name: ClassVar[str] = "appearance"
    title: ClassVar[str] = "Appearance"
    caption: ClassVar[str] = "For you on this computer; papers keep their own language."

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Lay both choices out."""
        super().__init__(ctx, labels)
        themes = [Option(code, self.t("shell", word)) for code, word in _THEMES]
        languages = [Option(code, word) for code, word in _LANGUAGES]
        self._theme = self._field(THEME, themes, self.t(ROOM, "Colours"))
        self._language = self._field(LANGUAGE, languages, self.t(ROOM, "Language"))
        card = Card()
        card.add(label(self.t(ROOM, "Colours"), "label"), self._theme, 4)
        card.add(label(self.t(ROOM, "Language"), "label"), self._language)
        self._theme.changed.connect(self.choose_theme)
        self._language.changed.connect(self.choose_language)
        self.lay_out(card)

    def load(self) -> None:
        """Show what is chosen."""
        self._theme.set_value(self.ctx.preferences.read(THEME, "system"))
        self._language.set_value(self.ctx.preferences.read(LANGUAGE, self.t.language))

    def choose_theme(self, choice: str) -> None:
        """Wear another theme at once."""
        self.ctx.preferences.write(THEME, choice)
        self.ctx.events.look_changed.emit()

    def choose_language(self, choice: str) -> None:
        """Speak another language at once."""
        self.ctx.preferences.write(LANGUAGE, choice)
        self.ctx.events.look_changed.emit()

    def _field(self, name: str, options: list[Option], spoken: str) -> SegmentField:
        field = SegmentField(options, name=f"settings.{name}", digits=False, clear=False)
        field.set_spoken_name(spoken)
        field.setMaximumWidth(_WIDTH)
        return field
