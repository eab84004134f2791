"""A card with a form of the case: loads, saves, keeps drafts, locks with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.kernel import drafts
from ui.forms.draft_keeper import DraftKeeper, DraftOffer
from ui.forms.layout import Cell, grid
from ui.forms.record_form import ALL, RecordForm
from ui.shell.theme import ICON
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, row, surface

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from models.kernel.fields import FieldSpec
    from ui.forms.mnemonics import Mnemonics

    from .desk import CaseDesk


class FormCard(Card):
    """``<form>.save`` saves what was typed; ``saved`` follows when the command took it."""

    saved = Signal()

    def __init__(  # noqa: PLR0913 - what a form of a case is made of, in one call of a panel
        self,
        desk: CaseDesk,
        heading: str,
        specs: Sequence[FieldSpec],
        layout: Sequence[Sequence[Cell]],
        *,
        read: Callable[[int], Mapping[str, Any]],
        command: Callable[..., Any],
        editable_in: Collection[str],
        permission: str,
        save_text: str = "",
        caption: str = "",
        name: str = "",
        partial: bool = True,
        mnemonics: Mnemonics | None = None,
        segments: Mapping[str, int] | None = None,
        verb: str = "",
    ) -> None:
        """Lay ``specs`` out in ``layout``; ``read(case_id)`` gives their stored values.

        ``partial`` sends the changed values only. ``name`` is the form's own, when a page has two
        cards of one form; ``verb`` names the button that saves after what it does.
        """
        super().__init__(heading, caption=caption)
        self._desk, self._read, self._command = desk, read, command
        self._editable_in, self._permission, self._partial = editable_in, permission, partial
        self._name = name or specs[0].form
        self._version: int | None = None
        self._stored: dict[str, Any] = {}
        self.form = RecordForm(
            specs,
            desk.t,
            desk.labels,
            self,
            mnemonics=mnemonics,
            clock=desk.ctx.actor.clock,
            segments=segments,
        )
        self._make_parts(save_text or desk.t("pages", "Save"), verb or f"{self._name}.save", layout)

    def _make_parts(self, save_text: str, save_name: str, layout: Sequence[Sequence[Cell]]) -> None:
        self._offer = DraftOffer(self._desk.t)
        self._keeper = DraftKeeper(self.form, self._keep, self)
        self._more_buttons: list[QPushButton] = []
        self._reason = label("", "caption", name=f"{self._name}.locked", wrap=True)
        self._save = button(save_text, name=save_name)
        self._save.clicked.connect(self.save)
        self._fields = column(grid(self.form, layout))
        self._foot = row(None, self._save)
        self._lock = surface(row(Glyph("lock_closed", "text3", ICON["small"]), (self._reason, 1)))
        self.add(self._lock, self._offer, self._fields, self._foot)
        self.form.changed.connect(self._follow)

    def add_fields(self, *items: QWidget) -> None:
        """Put sections of rare fields between the fields and the buttons."""
        for item in items:
            self._fields.addWidget(item)

    def add_button(self, made: QPushButton) -> None:
        """Put a button before the one that saves; it is hidden while the form is locked."""
        self._foot.insertWidget(self._foot.count() - 1, made)
        self._more_buttons.append(made)

    @property
    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self.form.dirty

    def load(self) -> None:
        """Show the stored values, unless something is being typed."""
        locked = self.locked()
        stored = dict(self._read(self._desk.head.id))
        fields = {key: stored.get(key) for key in self.form.keys}
        if not self.form.dirty:
            self._show_stored(fields, stored.get("version"))
            if not locked:
                self._offer_draft()
        elif fields == self._stored:
            self._version = stored.get("version")
        self.form.set_editable(ALL, not locked, "")
        self._reason.setText(locked)
        self._lock.setVisible(bool(locked))
        self._follow()

    def save(self) -> bool:
        """Hand what was typed to the command; problems show at their fields."""
        values = self.form.changes() if self._partial else self.form.values()
        values = values | self.more_values()
        if self._version is not None:
            values = values | {"version": self._version}
        done = self._desk.run(self._command, values, self.form.show_problems)
        if done is None:
            return False
        self._keeper.forget()
        drafts.discard(self._desk.ctx.actor, self._name, self._about)
        self.form.load(self.form.values())
        self.load()
        self.saved.emit()
        return True

    def locked(self) -> str:
        """Return in words why nothing can be typed, '' when it can."""
        return self._desk.locked(self._editable_in, self._permission)

    def more_values(self) -> dict[str, Any]:
        """Return what goes to the command besides the fields; cards with other parts have some."""
        return {}

    def drop(self) -> None:
        """Forget what was typed."""
        self._keeper.forget()
        drafts.discard(self._desk.ctx.actor, self._name, self._about)
        stored = self._read(self._desk.head.id)
        self._show_stored({k: stored.get(k) for k in self.form.keys}, stored.get("version"))

    def keep(self) -> None:
        """Keep what was typed as a draft, before the page is left."""
        self._keeper.keep()

    def _show_stored(self, fields: dict[str, Any], version: int | None) -> None:
        """Show stored values; while something is typed, only another value of them is a clash."""
        self._stored, self._version = fields, version
        self.form.load(fields)

    @property
    def _about(self) -> str:
        return str(self._desk.head.id)

    def _keep(self, values: dict[str, object]) -> int:
        return drafts.save(self._desk.ctx.actor, self._name, values, self._about)

    def _offer_draft(self) -> None:
        found = drafts.load(self._desk.ctx.actor, self._name, self._about)
        self._offer.hide()
        if found is not None:
            self._keeper.offer(found.content, found.at, self._offer)

    def _follow(self) -> None:
        unlocked = not self._reason.text()
        for made in (*self._more_buttons, self._save):
            made.setVisible(unlocked)
        self._save.setEnabled(self.form.dirty)
