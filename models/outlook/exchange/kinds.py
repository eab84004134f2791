"""What can come in: customers, vehicles, repair orders and complaints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from models.casework.case.fields import DEMAND_FIELDS
from models.casework.case.tables import Case
from models.dealership.parties.fields import CUSTOMER_FIELDS
from models.dealership.parties.from_lists.customers import CustomerRows
from models.dealership.parties.from_lists.repair_orders import ORDER_COLUMNS, RepairOrderRows
from models.dealership.parties.from_lists.rows import SAME, Taken, added
from models.dealership.parties.from_lists.vehicles import VEHICLE_COLUMNS, VehicleRows
from models.flow.registration import register_complaint
from models.kernel.db import alive
from models.kernel.errors import NeedsConfirmation
from models.stages.intake.fields import REGISTER_FIELDS
from models.stages.intake.tables import Intake

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.kernel.actor import Actor
    from models.kernel.command import Work
    from models.kernel.fields import FieldSpec

Values = dict[str, Any]

_DEMAND = tuple(replace(spec, key=f"demand_{spec.key}") for spec in DEMAND_FIELDS[:3])


class Rows(Protocol):
    """Takes the rows of one list in: reads what is known about some, then takes each."""

    def read(self, rows: Sequence[Values]) -> None:
        """Read what the store knows about these rows."""

    def forget(self) -> None:
        """Forget what was read: it is stored now, or may be old."""

    def take(self, work: Work, number: int, told: Values) -> Taken:
        """Take one row in; a refusal comes before anything is written."""


class ImportKind(NamedTuple):
    """One kind of list: its columns, the right it needs, and who takes its rows in.

    ``rows`` makes it for the list of an actor. ``groups`` are the keys of what several rows tell
    about. ``alone`` rows are commands of their own.
    """

    name: str
    permission: str
    specs: tuple[FieldSpec, ...]
    rows: Callable[[Actor], Rows]
    groups: tuple[str, ...] = ()
    alone: bool = False


class _Complaints:
    """Registers complaints; one that is known is left as it is."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def read(self, rows: Sequence[Values]) -> None:
        """Look nothing up before: each complaint is registered for itself."""

    def forget(self) -> None:
        """Nothing was read."""

    def take(self, _work: Work, _number: int, told: Values) -> Taken:
        """Register a complaint; what would be asked about is confirmed and told."""
        if _known_complaint(self._actor.branch_id, told):
            return Taken(SAME)
        values = _with_demand(told)
        try:
            register_complaint(self._actor, values)
        except NeedsConfirmation as question:
            register_complaint(self._actor, values | {"confirmed": True})
            return added([question.message])
        return added()


def _known_complaint(branch_id: int, values: Values) -> bool:
    here = (Case.branch_id == branch_id) & alive(Case)
    same = Intake.story == values.get("story", "")
    if values.get("source_no"):
        same = Intake.source_no == values["source_no"]
    who = Case.phone == values.get("phone", "")
    query = Intake.select().join(Case, on=Intake.case == Case.id).where(here, who, same)
    return bool(query.exists())


def _with_demand(values: Values) -> Values:
    demand = {
        key.removeprefix("demand_"): values.pop(key)
        for key in [spec.key for spec in _DEMAND]
        if key in values
    }
    stated = {key: value for key, value in demand.items() if value not in ("", None)}
    return values | {"demands": [stated] if stated else []}


KINDS: dict[str, ImportKind] = {
    kind.name: kind
    for kind in (
        ImportKind(
            "customers",
            "complaint.edit",
            CUSTOMER_FIELDS,
            lambda actor: CustomerRows(actor.branch_id),
        ),
        ImportKind(
            "vehicles",
            "complaint.edit",
            VEHICLE_COLUMNS,
            lambda actor: VehicleRows(actor.branch_id),
        ),
        ImportKind(
            "repair_orders",
            "complaint.edit",
            ORDER_COLUMNS,
            lambda actor: RepairOrderRows(actor.branch_id),
            groups=("vehicle_vin", "vehicle_plate_no"),
        ),
        ImportKind(
            "complaints",
            "complaint.register",
            (*REGISTER_FIELDS, *_DEMAND),
            _Complaints,
            alone=True,
        ),
    )
}
