"""What others ask about customers and vehicles: cards with all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from models.kernel.db import alive

from .tables import Customer, Ownership, RepairOrder, Vehicle

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


class OwnedVehicle(NamedTuple):
    """A vehicle of a customer, with its earlier repairs, newest first."""

    ownership_id: int
    relation: str
    since: str
    until: str
    vehicle: VehicleView
    repair_orders: tuple[RepairOrderView, ...]


class CustomerCard(NamedTuple):
    """A customer with the vehicles."""

    customer: CustomerView
    vehicles: tuple[OwnedVehicle, ...]


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
    return CustomerCard(found, tuple(vehicles_of(customer_id))) if found else None


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


def repair_orders(vehicle_id: int) -> list[RepairOrderView]:
    """Return the repair orders of a vehicle, newest first."""
    return _orders_by_vehicle({vehicle_id}).get(vehicle_id, [])


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
