"""A card with a form of the case: loads, saves, keeps drafts, locks with its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.kernel import drafts
from ui.forms.draft_keeper import DraftKeeper, DraftOffer
from ui.forms.layout import Cell, grid
from ui.forms.record_form import ALL, RecordForm
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec
    from ui.forms.mnemonics import Mnemonics

    from .desk import CaseDesk


class FormCard(Card):
    """``<form>.save`` saves what was typed; ``saved`` follows when the command took it."""

    saved = Signal()

    def __init__(
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
    ) -> None:
        """Lay ``specs`` out in ``layout``; ``read(case_id)`` gives their stored values.

        ``partial`` sends the changed values only. ``name`` is the form's own, when a page has two
        cards of one form.
        """
        super().__init__(heading, caption=caption)
        self._desk, self._read, self._command = desk, read, command
        self._editable_in, self._permission, self._partial = editable_in, permission, partial
        self._name = name or specs[0].form
        self._version: int | None = None
        self.form = RecordForm(
            specs, desk.t, desk.labels, self, mnemonics=mnemonics, clock=desk.ctx.actor.clock
        )
        self._offer = DraftOffer(desk.t)
        self._keeper = DraftKeeper(self.form, self._keep, self)
        self._reason = label("", "caption", wrap=True)
        self._save = button(save_text or desk.t("pages", "Save"), name=f"{self._name}.save")
        self._save.clicked.connect(self.save)
        self.add(self._offer, grid(self.form, layout), row((self._reason, 1), self._save))
        self.form.changed.connect(self._follow)

    @property
    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self.form.dirty

    def load(self) -> None:
        """Show the stored values, unless something is being typed."""
        locked = self._desk.locked(self._editable_in, self._permission)
        if not self.form.dirty:
            stored = dict(self._read(self._desk.head.id))
            self._version = stored.get("version")
            self.form.load({key: stored.get(key) for key in self.form.keys})
            if not locked:
                self._offer_draft()
        self.form.set_editable(ALL, not locked, "")
        self._reason.setText(locked)
        self._follow()

    def save(self) -> bool:
        """Hand what was typed to the command; problems show at their fields."""
        values = self.form.changes() if self._partial else self.form.values()
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

    def drop(self) -> None:
        """Forget what was typed."""
        self._keeper.forget()
        drafts.discard(self._desk.ctx.actor, self._name, self._about)
        stored = self._read(self._desk.head.id)
        self.form.load({key: stored.get(key) for key in self.form.keys})

    def keep(self) -> None:
        """Keep what was typed as a draft, before the page is left."""
        self._keeper.keep()

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
        self._save.setVisible(unlocked)
        self._save.setEnabled(self.form.dirty)
