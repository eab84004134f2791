"""Acts on the whole case: steps with their questions, level, hand-over, hold, links, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from models.casework.case import commands
from models.casework.case.fields import HOLD_FIELDS, LEVEL_FIELDS, LINK_FIELDS, OWNER_FIELDS
from models.casework.case.weight import KEY_FIELDS, mark_key_customer
from models.dealership.parties.queries import customer
from models.flow.commands import STEP_COMMANDS

from .asking import ask_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from models.flow.step import StepView
    from models.kernel.fields import FieldSpec

    from .desk import CaseDesk
    from .head import CaseHeadCard

_ACTS: dict[str, tuple[str, Callable[..., Any], tuple[FieldSpec, ...], str]] = {
    "set_level": ("Change the level", commands.set_level, LEVEL_FIELDS, "complaint.edit"),
    "assign": ("Hand over", commands.assign, OWNER_FIELDS, "case.assign"),
    "hold": ("Put on hold", commands.hold, HOLD_FIELDS, "complaint.edit"),
    "key_customer": ("Key customer", mark_key_customer, KEY_FIELDS, "complaint.edit"),
    "link": ("Link another case", commands.link, LINK_FIELDS, "complaint.edit"),
}


class CaseActs(QObject):
    """Asks what an act needs and runs it."""

    def __init__(self, desk: CaseDesk, head: CaseHeadCard, parent: QWidget) -> None:
        """Work for the case on ``desk``; dialogs open over ``parent``."""
        super().__init__(parent)
        self._desk, self._head, self._parent = desk, head, parent
        head.more_wanted.connect(self.act)

    def fill_menus(self) -> None:
        """Offer the acts and papers this case and actor have."""
        t, actor = self._desk.t, self._desk.ctx.actor
        entries = [
            (name, t("pages", text))
            for name, (text, _command, _specs, permission) in _ACTS.items()
            if actor.may(permission) and not (name == "hold" and self._desk.head.hold)
        ]
        if self._desk.head.hold:
            entries.append(("lift_hold", t("pages", "Lift the hold")))
        self._head.set_menu(self._head.more_menu, entries, "case.more")
        papers = self._papers()
        self._head.set_menu(self._head.print_menu, papers, "case.print")

    def _papers(self) -> list[tuple[str, str]]:
        from models.flow.papers import PAPERS

        may = self._desk.ctx.actor.may
        return [
            (kind, self._desk.t.say(paper.label))
            for kind, paper in PAPERS.items()
            if may(paper.permission)
        ]

    def act(self, name: str) -> None:
        """Run one of the acts of the menu."""
        if name == "lift_hold":
            self._desk.run(commands.lift_hold)
        elif name == "revealed":
            self._desk.run(commands.note_reveal)
        else:
            text, command, specs, _permission = _ACTS[name]
            self._ask(self._desk.t("pages", text), specs, command, self._stored(specs))

    def take_step(self, view: StepView) -> bool:
        """Take a step, asking for its values first; True when it was taken."""
        command = STEP_COMMANDS[view.step]
        if view.fields:
            return self._ask(self._desk.t("flow", view.label), view.fields, command, {})
        return self._desk.run(command) is not None

    def print_paper(self, kind: str) -> None:
        """Open the print preview of a paper."""
        from ui.pages.printing import open_print

        open_print(self._desk, kind, self._parent)

    def _stored(self, specs: Sequence[FieldSpec]) -> dict[str, Any]:
        head = self._desk.head
        if specs is KEY_FIELDS:
            known = customer(head.customer_id) if head.customer_id else None
            return {spec.key: getattr(known, spec.key) for spec in specs} if known else {}
        keys = {spec.key for spec in specs} & {"level", "owner", "department"}
        return {key: getattr(head, key) for key in keys}

    def _ask(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        command: Callable[..., Any],
        stored: Mapping[str, Any],
    ) -> bool:
        layout = [[spec.key] for spec in specs]
        return ask_values(self._desk, self._parent, title, specs, layout, command, stored=stored)
