"""Loading the record that a command names, in the actor's branch and alive, or refusing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.db import alive
from models.kernel.errors import NotPossible
from resources.texts import Message

from .tables import Customer, Ownership, RepairOrder, Vehicle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.kernel.command import Work
    from models.kernel.db import Record


def customer_of(work: Work, values: Mapping[str, Any]) -> Customer:
    """Return the customer that ``values`` name by id."""
    row: Customer = _load(work, Customer, values) or _refuse(
        Message("parties", "This customer is not in the list. Look for the customer again.")
    )
    return row


def vehicle_of(work: Work, values: Mapping[str, Any]) -> Vehicle:
    """Return the vehicle that ``values`` name by id."""
    row: Vehicle = _load(work, Vehicle, values) or _refuse(
        Message("parties", "This vehicle is not in the list. Look for the vehicle again.")
    )
    return row


def ownership_of(work: Work, values: Mapping[str, Any]) -> Ownership:
    """Return the ownership that ``values`` name by id."""
    row: Ownership = _load(work, Ownership, values) or _refuse(
        Message("parties", "This owner is no longer in the list. Open the vehicle again.")
    )
    return row


def repair_order_of(work: Work, values: Mapping[str, Any]) -> RepairOrder:
    """Return the repair order that ``values`` name by id."""
    row: RepairOrder = _load(work, RepairOrder, values) or _refuse(
        Message("parties", "This repair order is no longer in the list. Open the vehicle again.")
    )
    return row


def _load(work: Work, table: type[Record], values: Mapping[str, Any]) -> Any:
    return table.get_or_none(
        table.id == values.get("id"), table.branch_id == work.actor.branch_id, alive(table)
    )


def _refuse(message: Message) -> Any:
    raise NotPossible(message)
