"""Known or new: the customer and vehicle behind what a caller says, for the room of intake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.db import alive
from models.kernel.search import normalised

from .rules import customer_columns, customer_kind, vehicle_columns
from .tables import Customer, Ownership, Vehicle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.kernel.command import Work
    from models.kernel.db import Record

_BLANK = ("", None, False)
_CUSTOMER_KEYS = tuple(spec.key for spec in Customer.specs)
_VEHICLE_KEYS = tuple(spec.key for spec in Vehicle.specs)


class Difference(NamedTuple):
    """A stored value that was told differently; the stored one stays."""

    key: str
    stored: Any
    told: Any


class Found(NamedTuple):
    """Where the record is, what was told differently, and others that look alike.

    ``alike`` holds the ids of other customers with the same telephone, or of other vehicles with
    the same plate.
    """

    id: int
    added: bool
    differences: tuple[Difference, ...] = ()
    alike: tuple[int, ...] = ()


def find_or_add_customer(work: Work, values: Mapping[str, Any]) -> Found | None:
    """Return the customer with this credit code, or this telephone and name; add a new one else.

    Blanks of a known customer are filled, nothing stored is overwritten. Another name with the
    same telephone is another person. None when nothing was told.
    """
    told = _told(values, _CUSTOMER_KEYS)
    if not told:
        return None
    same_phone = _with_phone(work.actor.branch_id, told.get("phone", ""))
    row = _with_credit_code(work.actor.branch_id, told.get("credit_code", ""))
    row = row or next((c for c in same_phone if _same_name(c, told)), None)
    alike = tuple(c.id for c in same_phone if row is None or c.id != row.id)
    if row is not None:
        differences = _fill(work, row, told)
        return Found(row.id, False, differences, alike)
    columns = {**customer_columns(told), "kind": customer_kind(told)}
    return Found(work.insert(Customer, **columns).id, True, (), alike)


def find_or_add_vehicle(
    work: Work, values: Mapping[str, Any], *, customer_id: int = 0, relation: str = ""
) -> Found | None:
    """Return the vehicle with this VIN, or this plate when no VIN contradicts; add a new one else.

    A higher mileage is taken over, a lower one is a difference. With ``customer_id`` the vehicle
    is linked to the customer. None when neither plate nor VIN was told.
    """
    told = _told(values, _VEHICLE_KEYS)
    if not told.get("vin") and not told.get("plate_no"):
        return None
    row, alike = _known_vehicle(work.actor.branch_id, told)
    if row is None:
        found = Found(work.insert(Vehicle, **vehicle_columns(told)).id, True, (), alike)
    else:
        differences = (*_raise_mileage(work, row, told), *_fill(work, row, told))
        found = Found(row.id, False, differences, alike)
    if customer_id:
        link(work, customer_id, found.id, relation)
    return found


def link(work: Work, customer_id: int, vehicle_id: int, relation: str = "") -> None:
    """Record what the customer is to the vehicle, unless that is known; owner when not told."""
    known = Ownership.select().where(
        Ownership.customer == customer_id,
        Ownership.vehicle == vehicle_id,
        Ownership.until == "",
        alive(Ownership),
    )
    if relation:
        known = known.where(Ownership.relation == relation)
    if not known.exists():
        work.insert(
            Ownership, customer=customer_id, vehicle=vehicle_id, relation=relation or "owner"
        )


def _told(values: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: values[key] for key in keys if values.get(key) not in _BLANK}


def _with_phone(branch_id: int, phone: str) -> list[Customer]:
    if not phone:
        return []
    found: dict[int, Customer] = {}
    for column in (Customer.phone, Customer.phone2):
        query = Customer.select().where(
            Customer.branch_id == branch_id, column == phone, alive(Customer)
        )
        found.update({row.id: row for row in query})
    return list(found.values())


def _with_credit_code(branch_id: int, credit_code: str) -> Customer | None:
    if not credit_code:
        return None
    row: Customer | None = Customer.get_or_none(
        Customer.branch_id == branch_id, Customer.credit_code == credit_code, alive(Customer)
    )
    return row


def _same_name(row: Customer, told: Mapping[str, Any]) -> bool:
    name = told.get("name", "")
    return not name or not row.name or normalised(name) == normalised(row.name)


def _known_vehicle(
    branch_id: int, told: Mapping[str, Any]
) -> tuple[Vehicle | None, tuple[int, ...]]:
    vin, plate = told.get("vin", ""), told.get("plate_no", "")
    here = Vehicle.branch_id == branch_id
    row = Vehicle.get_or_none(here, Vehicle.vin == vin, alive(Vehicle)) if vin else None
    on_plate = (
        list(Vehicle.select().where(here, Vehicle.plate_no == plate, alive(Vehicle)))
        if plate
        else []
    )
    if row is None:
        row = next((v for v in on_plate if not vin or not v.vin), None)
    return row, tuple(v.id for v in on_plate if row is None or v.id != row.id)


def _raise_mileage(work: Work, row: Vehicle, told: dict[str, Any]) -> tuple[Difference, ...]:
    km = told.pop("odometer_km", None)
    if km is None or km == row.odometer_km:
        return ()
    if row.odometer_km is not None and km < row.odometer_km:
        return (Difference("odometer_km", row.odometer_km, km),)
    work.change(row, {"odometer_km": km})
    return ()


def _fill(work: Work, row: Record, told: Mapping[str, Any]) -> tuple[Difference, ...]:
    blank = {key: value for key, value in told.items() if getattr(row, key) in _BLANK}
    derive = customer_columns if isinstance(row, Customer) else vehicle_columns
    work.change(row, derive(blank))
    return tuple(
        Difference(key, getattr(row, key), value)
        for key, value in told.items()
        if getattr(row, key) != value
    )
