"""Asking for the values of a command of a case in a dialog, and choices only one case has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.kernel.errors import Invalid, NeedsConfirmation
from ui.forms.row_dialog import RowDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.kernel.fields import FieldSpec
    from ui.forms.choices import Choices, Option
    from ui.forms.layout import Cell
    from ui.forms.row_dialog import Problems

    from .desk import CaseDesk

Layout = Sequence[Sequence["Cell"]]


class CaseChoices:
    """The choices of the branch and some of this case, such as its demands, by list name."""

    def __init__(self, desk: CaseDesk, **lists: Sequence[Option]) -> None:
        """Offer ``lists`` besides the lists of the branch."""
        self._labels, self._lists = desk.labels, lists

    def choices(self, list_name: str) -> Sequence[Option]:
        """Return a list of the case, or of the branch."""
        found = self._lists.get(list_name)
        return self._labels.choices(list_name) if found is None else found

    def parents(self, list_name: str) -> Mapping[str, str]:
        """Return the classes of a list of the branch."""
        return {} if list_name in self._lists else self._labels.parents(list_name)

    def people(self) -> Sequence[Option]:
        """Return the people of the branch."""
        return self._labels.people()

    def departments(self) -> Sequence[Option]:
        """Return the departments of the branch."""
        return self._labels.departments()


def ask_values(  # noqa: PLR0913 - what a dialog needs to be one call of a card
    desk: CaseDesk,
    parent: QWidget,
    title: str,
    specs: Sequence[FieldSpec],
    layout: Layout,
    command: Callable[..., Any],
    *,
    stored: Mapping[str, Any] | None = None,
    named: Mapping[str, Any] | None = None,
    choices: Choices | None = None,
) -> bool:
    """Ask for ``specs`` and run ``command`` with them and ``named``; tell whether it was done."""
    keys = {spec.key for spec in specs}
    known = {key: value for key, value in (stored or {}).items() if key in keys}
    saved = RowDialog.ask(
        parent,
        specs,
        layout,
        known,
        desk.t,
        choices or desk.labels,
        lambda values: _run(desk, command, values | dict(named or {})),
        confirm=desk.ctx.ask.confirm,
        title=title,
        clock=desk.ctx.actor.clock,
    )
    return saved is not None


def _run(desk: CaseDesk, command: Callable[..., Any], values: dict[str, Any]) -> Problems | None:
    ctx = desk.ctx
    try:
        ctx.jobs.write(command, ctx.actor, desk.head.id, values)
    except NeedsConfirmation as question:
        if ctx.ask.confirm(ctx.texts.say(question.message), ctx.texts("shell", "Go on")):
            return _run(desk, command, values | {"confirmed": True})
        return {"": question.message}
    except Invalid as refusal:
        return refusal.problems
    return None
