"""What others ask about customers and vehicles: cards with all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from models.kernel.db import alive

from .tables import Customer, HandoverCheck, Ownership, RepairOrder, Vehicle

if TYPE_CHECKING:
    from collections.abc import Iterable


class CustomerView(NamedTuple):
    """A customer as stored."""

    id: int
    version: int
    kind: str
    name: str
    name_pinyin: str
    name_initials: str
    gender: str
    phone: str
    phone2: str
    id_kind: str
    id_no: str
    credit_code: str
    contact_person: str
    address: str
    email: str
    home_dealer: str
    key_customer: bool
    key_reason: str
    wants_to_buy: int | None
    note: str


class VehicleView(NamedTuple):
    """A vehicle as stored."""

    id: int
    version: int
    plate_no: str
    vin: str
    brand: str
    model: str
    spec: str
    engine_no: str
    production_date: str
    batch_no: str
    invoice_date: str
    delivery_date: str
    odometer_km: int | None
    use_kind: str
    powertrain: str
    sold_by_us: bool
    note: str


class RepairOrderView(NamedTuple):
    """A repair order as stored; ``completed_at`` None while the car is in the workshop."""

    id: int
    version: int
    vehicle_id: int
    order_no: str
    confirmed_at: int
    completed_at: int | None
    odometer_km: int | None
    symptom: str
    finding: str
    work: str
    parts: str
    paid_fen: int | None
    warranty: bool


class HandoverView(NamedTuple):
    """What the buyer was told at the hand-over; ``told`` are codes of ``handover_item``."""

    id: int
    handed_over_on: str
    told: tuple[str, ...]
    told_by: str
    note: str


class OwnerView(NamedTuple):
    """A customer of a vehicle."""

    ownership_id: int
    customer_id: int
    name: str
    relation: str
    since: str
    until: str


class OwnedVehicle(NamedTuple):
    """A vehicle of a customer, with its earlier repairs, newest first."""

    ownership_id: int
    relation: str
    since: str
    until: str
    vehicle: VehicleView
    repair_orders: tuple[RepairOrderView, ...]


class CustomerCard(NamedTuple):
    """A customer with the vehicles and how much there was."""

    customer: CustomerView
    vehicles: tuple[OwnedVehicle, ...]
    cars_now: int
    repairs: int


View = TypeVar("View", CustomerView, VehicleView, RepairOrderView)


def view_of(kind: type[View], row: Any) -> View:
    """Return a stored row as a plain value."""
    return kind(**{key: getattr(row, key) for key in kind._fields})


def customer(customer_id: int) -> CustomerView | None:
    """Return a customer, None when there is none."""
    row = Customer.get_or_none(Customer.id == customer_id, alive(Customer))
    return view_of(CustomerView, row) if row else None


def vehicle(vehicle_id: int) -> VehicleView | None:
    """Return a vehicle, None when there is none."""
    row = Vehicle.get_or_none(Vehicle.id == vehicle_id, alive(Vehicle))
    return view_of(VehicleView, row) if row else None


def customer_card(customer_id: int) -> CustomerCard | None:
    """Return a customer with vehicles and repairs, None when there is none."""
    found = customer(customer_id)
    if found is None:
        return None
    owned = vehicles_of(customer_id)
    now = {one.vehicle.id for one in owned if not one.until}
    repairs = sum(len(one.repair_orders) for one in owned)
    return CustomerCard(found, tuple(owned), len(now), repairs)


def vehicles_of(customer_id: int) -> list[OwnedVehicle]:
    """Return a customer's vehicles with their repair orders, present ones first."""
    links = list(
        Ownership.select(Ownership, Vehicle)
        .join(Vehicle)
        .where(Ownership.customer == customer_id, alive(Ownership), alive(Vehicle))
        .order_by(Ownership.until, Ownership.id)
    )
    orders = _orders_by_vehicle({one.vehicle_id for one in links})
    return [
        OwnedVehicle(
            one.id,
            one.relation,
            one.since,
            one.until,
            view_of(VehicleView, one.vehicle),
            tuple(orders.get(one.vehicle_id, ())),
        )
        for one in links
    ]


def owners_of(vehicle_id: int) -> list[OwnerView]:
    """Return the customers of a vehicle, present ones first."""
    links = (
        Ownership.select(Ownership, Customer)
        .join(Customer)
        .where(Ownership.vehicle == vehicle_id, alive(Ownership), alive(Customer))
        .order_by(Ownership.until, Ownership.id)
    )
    return [
        OwnerView(o.id, o.customer_id, o.customer.name, o.relation, o.since, o.until) for o in links
    ]


def repair_orders(vehicle_id: int) -> list[RepairOrderView]:
    """Return the repair orders of a vehicle, newest first."""
    return _orders_by_vehicle({vehicle_id}).get(vehicle_id, [])


def handover_checks(vehicle_id: int) -> list[HandoverView]:
    """Return what was told at the hand-overs of a vehicle, newest first."""
    query = (
        HandoverCheck.select()
        .where(HandoverCheck.vehicle == vehicle_id, alive(HandoverCheck))
        .order_by(HandoverCheck.handed_over_on.desc(), HandoverCheck.id.desc())
    )
    return [
        HandoverView(
            h.id, h.handed_over_on, tuple(filter(None, h.told.split(","))), h.told_by, h.note
        )
        for h in query
    ]


def _orders_by_vehicle(vehicle_ids: Iterable[int]) -> dict[int, list[RepairOrderView]]:
    query = (
        RepairOrder.select()
        .where(RepairOrder.vehicle.in_(list(vehicle_ids)), alive(RepairOrder))
        .order_by(RepairOrder.confirmed_at.desc(), RepairOrder.id.desc())
    )
    found: dict[int, list[RepairOrderView]] = {}
    for row in query:
        found.setdefault(row.vehicle_id, []).append(view_of(RepairOrderView, row))
    return found
