"""What the cards of a customer share: the file that is shown, asking, running commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.errors import Invalid, NeedsConfirmation
from ui.forms.row_dialog import RowDialog
from ui.pages.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from models.dealership.parties.directory import CustomerFile
    from models.kernel.fields import FieldSpec
    from ui.forms.choices import Choices
    from ui.forms.layout import Cell
    from ui.forms.row_dialog import Problems
    from ui.shell.context import AppContext

ROOM = "customers"
EDIT = "complaint.edit"


class CustomerDesk:
    """One customer or one vehicle of nobody at a time."""

    def __init__(self, ctx: AppContext) -> None:
        """Begin with nobody."""
        self.ctx, self.t, self.labels = ctx, ctx.texts, Labels(ctx)
        self.file: CustomerFile | None = None

    @property
    def customer_id(self) -> int:
        """The number of the customer, 0 when a vehicle of nobody is shown."""
        return self.file.customer.id if self.file and self.file.customer else 0

    def may_edit(self) -> bool:
        """Tell whether the person at the screen may change customers and vehicles."""
        return self.ctx.actor.may(EDIT)

    def car(self, vehicle_id: int) -> str:
        """Return how a vehicle of the file is called: plate, else VIN, and model."""
        found = [one.vehicle for one in self.file.vehicles] if self.file else []
        for one in found:
            if one.id == vehicle_id:
                return f"{self.labels.plate(one.plate_no) or one.vin}  {one.model}".strip()
        return ""

    def ask(
        self,
        parent: QWidget,
        title: str,
        specs: Sequence[FieldSpec],
        layout: Sequence[Sequence[Cell]],
        command: Callable[..., Any],
        *,
        stored: Mapping[str, Any] | None = None,
        choices: Choices | None = None,
        **named: Any,
    ) -> Any:
        """Ask for ``specs``, run ``command`` with them and ``named``; return its answer."""
        answered: list[Any] = []
        keys = {spec.key for spec in specs}
        RowDialog.ask(
            parent,
            specs,
            layout,
            {key: value for key, value in (stored or {}).items() if key in keys},
            self.t,
            choices or self.labels,
            lambda values: self._run(command, values | named, answered),
            confirm=self.ctx.ask.confirm,
            title=title,
            clock=self.ctx.actor.clock,
        )
        return answered[-1] if answered else None

    def _run(
        self, command: Callable[..., Any], values: dict[str, Any], answered: list[Any]
    ) -> Problems | None:
        ctx = self.ctx
        try:
            answered.append(ctx.jobs.write(command, ctx.actor, values))
        except NeedsConfirmation as question:
            if ctx.ask.confirm(ctx.texts.say(question.message), ctx.texts("shell", "Go on")):
                return self._run(command, values | {"confirmed": True}, answered)
            return {"": question.message}
        except Invalid as refusal:
            return refusal.problems
        return None
