"""The bar at the bottom: where the data is, how old the backup is, what was saved when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from ui.shell.theme import HEIGHT
from ui.widgets.clock_words import MINUTE, span_words
from ui.widgets.label import Glyph, label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from resources.texts import Texts

OLD_BACKUP = 26 * 60  # minutes: a daily backup that is two hours over


class StatusBar(QFrame):
    """Small facts that let a person trust the program."""

    def __init__(self, texts: Texts) -> None:
        """Say what is known before anything happened."""
        super().__init__()
        self._texts = texts
        self.setProperty("surface", "chrome")
        self.setFixedHeight(HEIGHT["statusbar"])
        self._data = label("", "caption", name="shell.status.data")
        self._backup = label("", "caption", name="shell.status.backup")
        self._saved = label("", "caption", name="shell.status.saved")
        self._branch = label("", "caption", name="shell.status.branch")
        self._backup_mark = Glyph("checkmark_circle", "ok", 16)
        self._save_mark = Glyph("save", "text3", 16)
        left = (Glyph("database", "text3", 16), self._data, 8, self._backup_mark, self._backup)
        saved = (8, self._save_mark, self._saved)
        right = (self._branch, 8, Glyph("cloud_off", "text3", 16))
        offline = label(texts("shell", "Works offline"), "caption")
        self.setLayout(row(*left, *saved, None, *right, offline, margins=(18, 0, 16, 0), gap=6))
        self.set_data(texts("shell", "Data on this computer"))
        self.set_backup_age(None)
        self.set_saved("")

    def set_data(self, text: str) -> None:
        """Say where the data is."""
        self._data.setText(text)

    def set_backup_age(self, minutes: int | None) -> None:
        """Say how old the last good backup is; None means there was none."""
        fresh = minutes is not None and minutes <= OLD_BACKUP
        icon, role = ("checkmark_circle", "ok") if fresh else ("warning", "warn_mark")
        self._backup_mark.set_icon(icon, role, filled=not fresh)
        text = self._texts("shell", "No backup yet")
        if minutes is not None:
            age = span_words(self._texts, minutes * MINUTE)
            text = self._texts("shell", "Last backup {age} ago", age=age)
        self._backup.setText(text)
        self._backup.setProperty("status", "ok" if fresh else "late")

    def set_saved(self, clock: str) -> None:
        """Say when the last change was saved, such as 14:46:58; '' says nothing."""
        self._say(self._texts("shell", "Saved at {clock}", clock=clock) if clock else "")
        self._save_mark.set_icon("save", "text3")

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong in the background, in the place of the last saving."""
        self._say(sentence)
        self._save_mark.set_icon("warning", "warn_mark", filled=True)

    def _say(self, words: str) -> None:
        self._saved.setText(words)
        self._saved.setVisible(bool(words))
        self._save_mark.setVisible(bool(words))

    def set_branch(self, name: str) -> None:
        """Name the dealership."""
        self._branch.setText(name)
