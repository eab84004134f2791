"""Finding the customer while typing: telephone, plate, VIN, name, pinyin or first letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.checked import BadValue
from models.kernel.db import alive
from models.kernel.fields.plate import PROVINCES
from models.kernel.fields.text import compact

from .queries import CustomerView, VehicleView, view_of
from .rules import PHONE_TAIL, VIN_TAIL
from .tables import Customer, Ownership, Vehicle

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_DIGITS = 3
LEAST_LETTERS = 2
_LAST = "\U0010ffff"
_SHORT_AREAS = ("01", "02")

Condition = tuple[type[Customer] | type[Vehicle], Any]


class CustomerMatch(NamedTuple):
    """A known customer with the present vehicles; a vehicle nobody is known for stands alone."""

    customer: CustomerView | None
    vehicles: tuple[VehicleView, ...]


def match(branch_id: int, typed: str, limit: int = 8) -> list[CustomerMatch]:
    """Return the customers that the typed text may mean, each once; reads through indexes only."""
    customers: dict[int, None] = {}
    vehicles: dict[int, None] = {}
    for table, condition in _conditions(typed):
        found = customers if table is Customer else vehicles
        query = table.select(table.id).where(table.branch_id == branch_id, condition, alive(table))
        found.update(dict.fromkeys(row.id for row in query.limit(limit)))
    return matches(list(customers), list(vehicles), limit)


def matches(customers: list[int], vehicles: list[int], limit: int) -> list[CustomerMatch]:
    """Return customers by number, the owners of vehicles behind them, and vehicles of nobody."""
    owned = _owners(vehicles[:limit])
    order = list(dict.fromkeys([*customers, *owned.values()]))[:limit]
    loose = [id_ for id_ in vehicles[:limit] if id_ not in owned]
    return [*_with_vehicles(order), *_alone(loose)][:limit]


def _conditions(typed: str) -> Iterator[Condition]:
    try:
        text = compact(typed)
    except BadValue:
        return
    if text.isascii() and text.isdigit():
        yield from _number_conditions(text)
    elif text.isascii():
        yield from _letter_conditions(text)
    elif text:
        yield Customer, _starts(Customer.name, "".join(typed.split()))
        if text[0] in PROVINCES:
            yield Vehicle, _starts(Vehicle.plate_no, text)


def _number_conditions(digits: str) -> Iterator[Condition]:
    if len(digits) < LEAST_DIGITS:
        return
    phone = _as_stored(digits)
    yield Customer, _starts(Customer.phone, phone)
    if len(digits) == PHONE_TAIL:
        yield Customer, Customer.phone_tail == digits
    yield Customer, _starts(Customer.phone2, phone)
    yield from _vehicle_conditions(digits)


def _letter_conditions(text: str) -> Iterator[Condition]:
    if len(text) < LEAST_LETTERS:
        return
    if text.isalpha():
        yield Customer, _starts(Customer.name_initials, text.casefold())
        yield Customer, _starts(Customer.name_pinyin, text.casefold())
    if len(text) >= LEAST_DIGITS:
        yield from _vehicle_conditions(text)
        yield Customer, _starts(Customer.credit_code, text)


def _vehicle_conditions(text: str) -> Iterator[Condition]:
    yield Vehicle, _starts(Vehicle.plate_tail, text)
    yield Vehicle, _starts(Vehicle.vin, text)
    if len(text) == VIN_TAIL:
        yield Vehicle, Vehicle.vin_tail == text


def _starts(column: Any, text: str) -> Any:
    """A prefix as a range, which every database answers from the index."""
    return (column >= text) & (column < text + _LAST)


def _as_stored(digits: str) -> str:
    """Return typed digits with the hyphens that stored landline and service numbers have."""
    if digits.startswith(("400", "800")):
        parts = (digits[:3], digits[3:6], digits[6:])
    elif digits.startswith("0"):
        area = 3 if digits.startswith(_SHORT_AREAS) else 4
        parts = (digits[:area], digits[area:], "")
    else:
        return digits
    return "-".join(part for part in parts if part)


def _owners(vehicle_ids: list[int]) -> dict[int, int]:
    if not vehicle_ids:
        return {}
    links = Ownership.select(Ownership.vehicle, Ownership.customer).where(
        Ownership.vehicle.in_(vehicle_ids), Ownership.until == "", alive(Ownership)
    )
    return {link.vehicle_id: link.customer_id for link in links.order_by(Ownership.id.desc())}


def _with_vehicles(customer_ids: list[int]) -> list[CustomerMatch]:
    if not customer_ids:
        return []
    rows = {c.id: c for c in Customer.select().where(Customer.id.in_(customer_ids))}
    links = (
        Ownership.select(Ownership, Vehicle)
        .join(Vehicle)
        .where(
            Ownership.customer.in_(customer_ids),
            Ownership.until == "",
            alive(Ownership),
            alive(Vehicle),
        )
        .order_by(Ownership.id)
    )
    owned: dict[int, dict[int, VehicleView]] = {}
    for link in links:
        view = view_of(VehicleView, link.vehicle)
        owned.setdefault(link.customer_id, {})[link.vehicle_id] = view
    return [
        CustomerMatch(view_of(CustomerView, rows[id_]), tuple(owned.get(id_, {}).values()))
        for id_ in customer_ids
        if id_ in rows
    ]


def _alone(vehicle_ids: list[int]) -> list[CustomerMatch]:
    if not vehicle_ids:
        return []
    rows = Vehicle.select().where(Vehicle.id.in_(vehicle_ids), alive(Vehicle)).order_by(Vehicle.id)
    return [CustomerMatch(None, (view_of(VehicleView, row),)) for row in rows]
