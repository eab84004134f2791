"""Keeps what is typed and not saved yet, and offers it when the form is opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from models.kernel.zone import local_time
from ui.widgets.button import button
from ui.widgets.label import Glyph, label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from resources.texts import Texts

    from .record_form import RecordForm

Values = Mapping[str, object]
DELAY = 1000
"""Milliseconds after the last key until the draft is kept."""


class DraftKeeper(QObject):
    """Saves the values of a form one second after typing stops.

    While an earlier draft is offered and not decided, its values are kept in every field that has
    not been typed into since, so neither text is lost.
    """

    saved = Signal(object)

    def __init__(
        self, form: RecordForm, save: Callable[[dict[str, object]], object], parent: QObject
    ) -> None:
        """Watch ``form``; ``save`` stores the values and returns what ``saved`` tells."""
        super().__init__(parent)
        self._form, self._save = form, save
        self._offered: dict[str, object] = {}
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(DELAY)
        self.timer.timeout.connect(self.keep)
        form.changed.connect(self._on_changed)

    def keep(self) -> None:
        """Save now if something was typed."""
        self.timer.stop()
        if self._form.dirty:
            values = self._form.values()
            untouched = self._form.changes().keys()
            offered = {k: v for k, v in self._offered.items() if k not in untouched}
            self.saved.emit(self._save(values | offered))

    def forget(self) -> None:
        """Stop waiting: the form was saved or left."""
        self.timer.stop()
        self._offered = {}

    def offer(self, values: Values, at: int, banner: DraftOffer) -> None:
        """Show the banner for a draft that was found, kept ``at`` (ms UTC)."""
        self._offered = dict(values)
        banner.show_offer(at)
        banner.restore_wanted.connect(self._restore)
        banner.discard_wanted.connect(self.forget)

    def _restore(self) -> None:
        touched = self._form.changes().keys()
        values = {k: v for k, v in self._offered.items() if k not in touched}
        self._offered = {}
        self._form.restore(values)

    def _on_changed(self) -> None:
        if self._form.dirty:
            self.timer.start()
        else:
            self.timer.stop()


class DraftOffer(QFrame):
    """A banner: something was not finished, go on with it or drop it."""

    restore_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        """Make the banner; it stays hidden until there is a draft."""
        super().__init__(parent)
        self._texts = texts
        self.setObjectName("draft.offer")
        self.setProperty("surface", "banner-info")
        self._words = label("")
        restore = button(texts("forms", "Go on with it"), "link", name="draft.restore")
        discard = button(texts("forms", "Drop it"), "link", name="draft.discard")
        restore.clicked.connect(self._restore)
        discard.clicked.connect(self._discard)
        glyph = Glyph("history", "accent_text", filled=True)
        self.setLayout(row(glyph, (self._words, 1), restore, discard, margins=(12, 4, 6, 4)))
        self.hide()

    def show_offer(self, at: int) -> None:
        """Say when the draft was kept."""
        time = f"{local_time(at):%m-%d %H:%M}"
        words = self._texts("forms", "What you typed at {time} was not saved yet.", time=time)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def _restore(self) -> None:
        self.hide()
        self.restore_wanted.emit()

    def _discard(self) -> None:
        self.hide()
        self.discard_wanted.emit()
