"""The directory of customers and vehicles: page by page, searched, and one of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.kernel import search
from models.kernel.db import alive

from .matching import CustomerMatch, match, matches
from .queries import (
    CustomerView,
    OwnedVehicle,
    customer,
    repair_orders,
    vehicle,
    vehicles_of,
)
from .tables import Customer, Ownership

if TYPE_CHECKING:
    from models.kernel.actor import Actor

VIEW = "complaint.view"
_MOST_FOUND = 60
_SUBJECTS = ("customer", "vehicle")


class DirectoryPage(NamedTuple):
    """Some lines in the order of the names, and the cursor behind them, '' at the end."""

    rows: list[CustomerMatch]
    cursor: str


class Owner(NamedTuple):
    """Who is or was what to a vehicle; an empty ``until`` means still."""

    ownership_id: int
    customer_id: int
    name: str
    relation: str
    since: str
    until: str


class CustomerFile(NamedTuple):
    """Everything the directory knows of one customer, or of a vehicle that nobody owns."""

    customer: CustomerView | None
    vehicles: tuple[OwnedVehicle, ...]
    owners: dict[int, tuple[Owner, ...]]


def page(actor: Actor, *, after: str = "", limit: int = 60) -> DirectoryPage:
    """Return customers in the order of their names behind ``after``."""
    actor.require(VIEW)
    query = Customer.select().where(Customer.branch_id == actor.branch_id, alive(Customer))
    if after:
        name, _, number = after.rpartition("|")
        behind = (Customer.name_pinyin == name) & (Customer.id > int(number))
        query = query.where((Customer.name_pinyin > name) | behind)
    rows = list(query.order_by(Customer.name_pinyin, Customer.id).limit(limit + 1))
    last = rows[limit - 1] if len(rows) > limit else None
    cursor = f"{last.name_pinyin}|{last.id}" if last is not None else ""
    return DirectoryPage(matches([row.id for row in rows[:limit]], [], limit), cursor)


def count(actor: Actor) -> int:
    """Return how many customers there are."""
    actor.require(VIEW)
    here = Customer.branch_id == actor.branch_id
    return int(Customer.select().where(here, alive(Customer)).count())


def find(actor: Actor, text: str) -> list[CustomerMatch]:
    """Return who is meant by the beginning of a name, number, plate or VIN, else by any part."""
    actor.require(VIEW)
    found = match(actor.branch_id, text, _MOST_FOUND)
    if found:
        return found
    hits = search.find(actor.branch_id, text, limit=_MOST_FOUND, subjects=_SUBJECTS)
    ids: dict[str, dict[int, None]] = {subject: {} for subject in _SUBJECTS}
    for hit in hits:
        ids[hit.subject][hit.subject_id] = None
    customers, vehicles = (list(ids[subject]) for subject in _SUBJECTS)
    return matches(customers, vehicles, _MOST_FOUND)


def file_of(actor: Actor, *, customer_id: int = 0, vehicle_id: int = 0) -> CustomerFile | None:
    """Return all about a customer, or about a vehicle alone; None when there is none."""
    actor.require(VIEW)
    found = customer(customer_id) if customer_id else None
    if found is not None:
        vehicles = tuple(vehicles_of(customer_id))
    else:
        alone = vehicle(vehicle_id) if vehicle_id else None
        if alone is None:
            return None
        orders = tuple(repair_orders(vehicle_id))
        vehicles = (OwnedVehicle(0, "", "", "", alone, orders),)
    owners = {one.vehicle.id: owners_of(one.vehicle.id) for one in vehicles}
    return CustomerFile(found, vehicles, owners)


def owners_of(vehicle_id: int) -> tuple[Owner, ...]:
    """Return the owners of a vehicle over time, present ones first."""
    links = (
        Ownership.select(Ownership, Customer)
        .join(Customer)
        .where(Ownership.vehicle == vehicle_id, alive(Ownership))
        .order_by(Ownership.until, Ownership.id)
    )
    return tuple(
        Owner(
            link.id,
            link.customer_id,
            link.customer.name or link.customer.phone,
            link.relation,
            link.since,
            link.until,
        )
        for link in links
    )
