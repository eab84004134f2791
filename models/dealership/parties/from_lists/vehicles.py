"""Vehicles of a list: found again by VIN, else by plate; with the owner the list names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.dealership.parties import rules
from models.dealership.parties.fields import CUSTOMER_FIELDS, VEHICLE_FIELDS
from models.dealership.parties.tables import Customer, Ownership, Vehicle
from models.kernel.db import alive
from models.kernel.errors import Invalid
from resources.texts import Message

from .customers import KnownCustomers, add_customer
from .rows import Taken, Told, Values, added, changed, differing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.kernel.command import Work

_CUSTOMER = {spec.key: spec for spec in CUSTOMER_FIELDS}
OWNER_FIELDS = (
    replace(_CUSTOMER["name"], key="owner_name", label="Name of the owner"),
    replace(_CUSTOMER["phone"], key="owner_phone", label="Telephone of the owner"),
)
VEHICLE_COLUMNS = (*VEHICLE_FIELDS, *OWNER_FIELDS)


class KnownVehicles:
    """The vehicles that some rows may mean."""

    def __init__(self, branch_id: int) -> None:
        """Know no vehicle of a branch yet."""
        self._branch_id = branch_id
        self.forget()

    def forget(self) -> None:
        """Know no vehicle again: what was read may be old."""
        self._by_vin: dict[str, Vehicle] = {}
        self._by_plate: dict[str, dict[int, Vehicle]] = {}

    def read(self, keys: Iterable[tuple[str, str]]) -> set[int]:
        """Read the vehicles with these VINs and plates; return their numbers."""
        told, ids = list(keys), set[int]()
        for column, values in (
            (Vehicle.vin, {vin for vin, _ in told if vin}),
            (Vehicle.plate_no, {plate for _, plate in told if plate}),
        ):
            here = Vehicle.branch_id == self._branch_id
            for row in Vehicle.select().where(here, column.in_(values), alive(Vehicle)):
                self.add(row)
                ids.add(row.id)
        return ids

    def add(self, row: Vehicle) -> None:
        """Find a vehicle from now on; one and the same row stands for it."""
        if row.vin:
            row = self._by_vin.setdefault(row.vin, row)
        if row.plate_no:
            self._by_plate.setdefault(row.plate_no, {}).setdefault(row.id, row)

    def find(self, vin: str, plate: str) -> Vehicle | None:
        """Return the vehicle with this VIN, or with this plate when no VIN contradicts."""
        if vin and vin in self._by_vin:
            return self._by_vin[vin]
        same = [row for row in self.on_plate(plate) if not vin or not row.vin]
        if len(same) > 1 and not vin:
            raise Invalid({"parties.vehicle.vin": _several(plate)})
        return next(iter(same), None)

    def on_plate(self, plate: str) -> list[Vehicle]:
        """Return every vehicle that has a plate now."""
        found = self._by_plate.get(plate, {}).values() if plate else ()
        return [row for row in found if row.plate_no == plate]


def _several(plate: str) -> Message:
    return Message(
        "parties", "Several vehicles have the plate {plate}. Give the VIN as well.", plate=plate
    )


class VehicleRows:
    """Takes vehicles in; a cell that is empty leaves what is stored, mileage only rises."""

    def __init__(self, branch_id: int) -> None:
        """Begin a list of a branch."""
        self._known = KnownVehicles(branch_id)
        self._customers = KnownCustomers(branch_id)
        self._told = Told(VEHICLE_FIELDS)
        self._owners: dict[int, dict[int, str]] = {}

    def read(self, rows: Sequence[Values]) -> None:
        """Read what the store knows about these rows."""
        ids = self._known.read((row.get("vin", ""), row.get("plate_no", "")) for row in rows)
        self._customers.read(_owner(row) for row in rows)
        links = (
            Ownership.select(Ownership, Customer)
            .join(Customer)
            .where(Ownership.vehicle.in_(ids), Ownership.until == "", alive(Ownership))
        )
        for link in links:
            self._owners.setdefault(link.vehicle_id, {})[link.customer_id] = link.customer.name

    def forget(self) -> None:
        """Forget what was read."""
        self._known.forget()
        self._customers.forget()
        self._owners = {}

    def take(self, work: Work, number: int, told: Values) -> Taken:
        """Add the vehicle of one row, or change what it tells otherwise; link its owner."""
        owner = _owner(told)
        known = self._customers.find(owner) if owner else None
        told = {key: value for key, value in told.items() if key not in _OWNER_KEYS}
        row = self._known.find(told.get("vin", ""), told.get("plate_no", ""))
        doubts: list[Message] = []
        if row is None:
            new = told
        else:
            doubts += _keep_mileage(row, told)
            self._told.refuse_other(row, told)
            new = differing(row, told)
        whole = told if row is None else {**_stored(row), **told}
        rules.require_sound_vehicle(whole)
        doubts += rules.vehicle_doubts(whole) + self._plate_doubts(new, row)
        fresh = row is None
        if row is None:
            row = work.insert(Vehicle, **rules.vehicle_columns(new))
        else:
            work.change(row, rules.vehicle_columns(new))
        self._known.add(row)
        self._told.note(row, number, told)
        linked, asked = self._link(work, row, owner, known)
        doubts += asked
        return added(doubts) if fresh else changed(VEHICLE_COLUMNS, new | linked, doubts)

    def _plate_doubts(self, new: Values, row: Vehicle | None) -> list[Message]:
        others = [one for one in self._known.on_plate(new.get("plate_no", "")) if one is not row]
        if not others:
            return []
        return [
            Message(
                "parties",
                "Another vehicle has the plate {plate} as well. Look which of them has it now.",
                plate=new["plate_no"],
            )
        ]

    def _link(
        self, work: Work, row: Vehicle, owner: Values, known: Customer | None
    ) -> tuple[Values, list[Message]]:
        """Record the owner unless that is known; another one stays until somebody ends it."""
        owners = self._owners.setdefault(row.id, {})
        if not owner or (known is not None and known.id in owners):
            return {}, []
        if known is None:
            known = add_customer(work, owner)
            self._customers.add(known)
        work.insert(Ownership, customer=known.id, vehicle=row.id, relation="owner")
        others = [name for name in owners.values() if name]
        owners[known.id] = known.name
        linked = {f"owner_{key}": value for key, value in owner.items()}
        return linked, [_other_owners(others)] if others else []


_OWNER_KEYS = frozenset(spec.key for spec in OWNER_FIELDS)


def _owner(told: Mapping[str, Any]) -> Values:
    return {key: told[f"owner_{key}"] for key in ("name", "phone") if told.get(f"owner_{key}")}


def _stored(row: Vehicle) -> Values:
    return {spec.key: getattr(row, spec.key) for spec in VEHICLE_FIELDS}


def _keep_mileage(row: Vehicle, told: Values) -> list[Message]:
    """Leave a mileage out that is below the stored one."""
    km = told.get("odometer_km")
    if km is None or row.odometer_km is None or km >= row.odometer_km:
        return []
    del told["odometer_km"]
    return [
        Message(
            "parties",
            "The list says {told} km; the {stored} km recorded before were kept.",
            told=f"{km:,}",
            stored=f"{row.odometer_km:,}",
        )
    ]


def _other_owners(names: list[str]) -> Message:
    return Message(
        "parties",
        "The vehicle belongs to {names} as well. If it was sold, say so at the vehicle.",
        names="、".join(names),
    )
