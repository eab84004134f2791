"""What the sections of the settings share: title, who may change it, forms, lists, dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from models.dealership.access.queries import who_may
from models.kernel.errors import Invalid, NeedsConfirmation
from ui.forms.layout import grid
from ui.forms.record_form import ALL, RecordForm
from ui.forms.row_dialog import RowDialog
from ui.shell.perform import perform
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec
    from ui.forms.choices import Choices
    from ui.forms.layout import Cell
    from ui.forms.row_dialog import Problems
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext
    from ui.widgets.layout import Item

ROOM = "settings"
Layout = Sequence[Sequence["Cell"]]


class Section(QWidget):
    """One section; ``permission`` is the right its changes need, '' when everybody may."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    caption: ClassVar[str] = ""
    permission: ClassVar[str] = ""

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        """Keep what the section works with; subclasses lay it out with :meth:`lay_out`."""
        super().__init__()
        self.ctx, self.t, self.labels = ctx, ctx.texts, labels
        self.setObjectName(f"settings.{self.name}")

    def lay_out(self, *items: Item) -> None:
        """Put title, who may change it and the cards below each other."""
        names = "、".join(p.name for p in who_may(self.ctx.actor.branch_id, self.permission))
        locked = Banner("info", name=f"settings.{self.name}.locked")
        head = label(self.t(ROOM, self.title), "title")
        about = label(self.t(ROOM, self.caption), "caption", wrap=True)
        self.setLayout(column(head, about, locked, *items, None, margins=(0, 0, 12, 12), gap=10))
        if not self.may():
            locked.say("info", self.t(ROOM, "Only these can change it: {names}", names=names))

    def may(self) -> bool:
        """Tell whether the person at the screen can change this section."""
        return not self.permission or self.ctx.actor.may(self.permission)

    def load(self) -> None:
        """Read anew what the section shows."""

    def run(self, command: Callable[..., Any], values: Mapping[str, Any]) -> bool:
        """Run a command; tell whether it was done."""
        return perform(self.ctx, command, values=values) is not None

    def ask(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        layout: Layout,
        command: Callable[..., Any],
        *,
        stored: Mapping[str, Any] | None = None,
        named: Mapping[str, Any] | None = None,
        choices: Choices | None = None,
    ) -> bool:
        """Ask for ``specs`` in a dialog and run ``command``; tell whether it was done."""
        saved = RowDialog.ask(
            self,
            specs,
            layout,
            stored or {},
            self.t,
            choices or self.labels,
            lambda values: self._save(command, values | dict(named or {})),
            confirm=self.ctx.ask.confirm,
            title=title,
            clock=self.ctx.actor.clock,
        )
        return saved is not None

    def _save(self, command: Callable[..., Any], values: dict[str, Any]) -> Problems | None:
        ask, texts = self.ctx.ask, self.ctx.texts
        try:
            self.ctx.jobs.write(command, self.ctx.actor, values)
        except NeedsConfirmation as question:
            if ask.confirm(texts.say(question.message), texts("shell", "Go on")):
                return self._save(command, values | {"confirmed": True})
            return {"": question.message}
        except Invalid as refusal:
            return refusal.problems
        return None


class SettingForm(Card):
    """A form of the settings with its own save button, named ``<form>.save``."""

    def __init__(
        self,
        section: Section,
        heading: str,
        specs: Sequence[FieldSpec],
        layout: Layout,
        command: Callable[..., Any],
        read: Callable[[], Mapping[str, Any]],
        *,
        partial: bool = False,
    ) -> None:
        """Lay ``specs`` out; ``read`` gives the stored values, ``partial`` sends changes only."""
        super().__init__(heading)
        self._section, self._command, self._read = section, command, read
        self._partial, self._version = partial, None
        texts, clock = section.ctx.texts, section.ctx.actor.clock
        self.form = RecordForm(specs, texts, section.labels, self, clock=clock)
        self._save = button(texts("pages", "Save"), "primary", name=f"{specs[0].form}.save")
        self._save.clicked.connect(self.save)
        self._save.setVisible(section.may())
        self.add(grid(self.form, layout), row(None, self._save))
        self.form.changed.connect(self._follow)

    def load(self) -> None:
        """Show the stored values, unless something is being typed."""
        if self.form.dirty:
            return
        stored = dict(self._read())
        self._version = stored.get("version")
        self.form.load({key: stored.get(key) for key in self.form.keys})
        if not self._section.may():
            self.form.set_editable(ALL, False, "")
        self._follow()

    def save(self) -> bool:
        """Hand over what was typed; problems show at their fields."""
        values = self.form.changes() if self._partial else self.form.values()
        if self._version is not None:
            values["version"] = self._version
        ctx = self._section.ctx
        show = self.form.show_problems
        if perform(ctx, self._command, values=values, show=show) is None:
            return False
        self.form.load(self.form.values())
        self.load()
        return True

    def drop(self) -> None:
        """Forget what was typed."""
        self.form.load(self.form.values())
        self.load()

    def _follow(self) -> None:
        self._save.setEnabled(self.form.dirty)
