"""A card with a list of the case: rows added, edited and removed in a dialog, and its verbs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from ui.forms.rows_table import RowsTable
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.layout import row

from .asking import ask_values

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec
    from ui.forms.choices import Choices
    from ui.forms.layout import Cell
    from ui.forms.rows_model import Column

    from .desk import CaseDesk

Command = Callable[..., Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Verb:
    """Something to do with the chosen row: ``<name>`` is its button.

    With ``specs`` a dialog asks for values first. ``fits`` tells for which rows it is offered,
    ``editable_in`` in which states when these are other ones than those of the list.
    """

    name: str
    text: str
    command: Command
    specs: tuple[FieldSpec, ...] = ()
    layout: tuple[tuple[Cell, ...], ...] = ()
    fits: Callable[[Row], bool] = lambda _row: True
    permission: str = ""
    danger: bool = False
    editable_in: Collection[str] | None = None


@dataclass(frozen=True)
class ListPart:
    """What a list of the case is made of; a missing command hides its button.

    ``waits`` tells which row is chosen at first, so that its verbs can be seen.
    """

    name: str
    heading: str
    columns: tuple[Column, ...]
    specs: tuple[FieldSpec, ...]
    layout: tuple[tuple[Cell, ...], ...]
    read: Callable[[int], Sequence[Row]]
    empty: str
    editable_in: Collection[str]
    permission: str
    add_text: str = ""
    add: Command | None = None
    change: Command | None = None
    remove: Command | None = None
    defaults: Callable[[], Mapping[str, Any]] = dict
    caption: str = ""
    verbs: tuple[Verb, ...] = ()
    choices: Callable[[], Choices] | None = None
    waits: Callable[[Row], bool] | None = None


class ListCard(Card):
    """Shows the rows of a case and lets them be changed where state and role allow it."""

    def __init__(self, desk: CaseDesk, part: ListPart) -> None:
        """Make the list; :meth:`load` fills it."""
        super().__init__(part.heading, caption=part.caption)
        self._desk, self._part = desk, part
        self.rows = RowsTable(
            part.name,
            part.columns,
            desk.t,
            empty=part.empty,
            add=part.add_text,
            buttons_below=False,
        )
        for made in self.rows.buttons:
            self.add_to_head(made)
        self.rows.add_wanted.connect(self.add_row)
        self.rows.edit_wanted.connect(self.edit_row)
        self.rows.remove_wanted.connect(self.remove_row)
        self.rows.chosen.connect(self._follow)
        self._verbs = [self._make_verb(verb) for verb in part.verbs]
        self.add(self.rows)
        if self._verbs:
            self.add(row(*(made for _verb, made in self._verbs), None))

    def load(self) -> None:
        """Read the rows anew and lock what cannot be changed."""
        part = self._part
        self.rows.set_rows(list(part.read(self._desk.head.id)))
        locked = self._desk.locked(part.editable_in, part.permission)
        self.rows.set_editable(not locked, locked)
        for suffix, command in (("add", part.add), ("edit", part.change), ("remove", part.remove)):
            made = self.findChild(QPushButton, f"{part.name}.{suffix}")
            if made is not None and command is None:
                made.hide()
        self._choose_waiting()
        self._follow(self.rows.chosen_row())

    def _choose_waiting(self) -> None:
        if self._part.waits is None or self.rows.chosen_row() is not None:
            return
        rows = (self.rows.model.row(place) for place in range(self.rows.model.rowCount()))
        waiting = next((place for place, row in enumerate(rows) if self._part.waits(row)), None)
        if waiting is not None:
            self.rows.choose(waiting)

    def add_row(self) -> None:
        """Ask for the values of a new row."""
        if self._part.add is not None:
            self._ask(self._part.add, dict(self._part.defaults()), {})

    def edit_row(self, chosen: Row) -> None:
        """Ask for other values of a row."""
        if self._part.change is not None:
            self._ask(self._part.change, chosen, _named(chosen))

    def remove_row(self, chosen: Row) -> None:
        """Take a row back after a question."""
        t = self._desk.t
        if self._part.remove is not None and self._desk.ctx.ask.confirm(
            t("pages", "Remove number {no} from the list?", no=chosen["no"]),
            t("pages", "Remove"),
            danger=True,
        ):
            self._desk.run(self._part.remove, _named(chosen))

    def take(self, verb: Verb) -> None:
        """Do something with the chosen row."""
        chosen = self.rows.chosen_row()
        if chosen is None:
            return
        if verb.specs:
            self._ask(verb.command, chosen, _named(chosen), verb)
        else:
            self._desk.run(verb.command, _named(chosen))

    def _ask(
        self, command: Command, stored: Row, named: dict[str, Any], verb: Verb | None = None
    ) -> None:
        part = self._part
        ask_values(
            self._desk,
            self,
            verb.text if verb else part.heading,
            verb.specs if verb else part.specs,
            verb.layout if verb else part.layout,
            command,
            stored=stored,
            named=named,
            choices=part.choices() if part.choices else None,
        )

    def _make_verb(self, verb: Verb) -> tuple[Verb, QPushButton]:
        kind = "danger" if verb.danger else "small"
        made = button(verb.text, kind, name=verb.name)
        made.clicked.connect(lambda _on=False, verb=verb: self.take(verb))
        return verb, made

    def _follow(self, chosen: Row | None) -> None:
        for verb, made in self._verbs:
            permission = verb.permission or self._part.permission
            may = self._desk.ctx.actor.may(permission)
            states = self._part.editable_in if verb.editable_in is None else verb.editable_in
            open_ = not self._desk.locked(states) if self._has_case() else False
            made.setVisible(chosen is not None and may and open_ and verb.fits(chosen))

    def _has_case(self) -> bool:
        return hasattr(self._desk, "head")


def _named(chosen: Row) -> dict[str, Any]:
    return {"no": chosen["no"], "version": chosen.get("version")}
