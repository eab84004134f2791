"""Repair orders of a list: found again by order number, else by vehicle and time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.dealership.parties import rules
from models.dealership.parties.fields import REPAIR_ORDER_FIELDS, VEHICLE_FIELDS
from models.dealership.parties.tables import RepairOrder, Vehicle
from models.kernel.db import alive
from models.kernel.errors import Invalid
from models.kernel.zone import local_time
from resources.texts import Message

from .rows import Taken, Told, Values, added, changed, differing, require_whole
from .vehicles import KnownVehicles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.command import Work

_ORDER = tuple(spec for spec in REPAIR_ORDER_FIELDS if spec.key != "vehicle")
_VEHICLE = {spec.key: spec for spec in VEHICLE_FIELDS}
ORDER_COLUMNS = (
    replace(_VEHICLE["vin"], key="vehicle_vin"),
    replace(_VEHICLE["plate_no"], key="vehicle_plate_no"),
    *_ORDER,
)


class RepairOrderRows:
    """Takes repair orders in; a cell that is empty leaves what is stored."""

    def __init__(self, branch_id: int) -> None:
        """Begin a list of a branch."""
        self._branch_id = branch_id
        self._vehicles = KnownVehicles(branch_id)
        self._told = Told(_ORDER)
        self._of_vehicle: dict[int, dict[int, RepairOrder]] = {}
        self._by_number: dict[str, RepairOrder] = {}

    def read(self, rows: Sequence[Values]) -> None:
        """Read what the store knows about these rows."""
        ids = self._vehicles.read(
            (row.get("vehicle_vin", ""), row.get("vehicle_plate_no", "")) for row in rows
        )
        here = (RepairOrder.branch_id == self._branch_id) & alive(RepairOrder)
        numbers = {row["order_no"] for row in rows if row.get("order_no")}
        for condition in (
            RepairOrder.vehicle.in_(ids),
            RepairOrder.order_no.in_(numbers),
        ):
            for order in RepairOrder.select().where(here, condition):
                self._add(order)

    def forget(self) -> None:
        """Forget what was read."""
        self._vehicles.forget()
        self._of_vehicle, self._by_number = {}, {}

    def _add(self, order: RepairOrder) -> None:
        order = self._of_vehicle.setdefault(order.vehicle_id, {}).setdefault(order.id, order)
        if order.order_no:
            self._by_number.setdefault(order.order_no, order)

    def take(self, work: Work, number: int, told: Values) -> Taken:
        """Add the order of one row, or change what it tells otherwise."""
        vin, plate = told.pop("vehicle_vin", ""), told.pop("vehicle_plate_no", "")
        vehicle = self._vehicles.find(vin, plate)
        if vehicle is None:
            raise Invalid({"parties.repair_order.vehicle": _no_vehicle(plate or vin)})
        order = self._find(vehicle, told)
        if order is None:
            require_whole(_ORDER, told, work.now)
            _correct_day(told, told["confirmed_at"])
            rules.require_order_of_times(told["confirmed_at"], told.get("completed_at"))
            doubts = self._mileage_doubts(vehicle, told, 0)
            order = work.insert(RepairOrder, **told, vehicle=vehicle.id)
            result = added(doubts)
        else:
            result = self._change(work, vehicle, order, told)
        self._add(order)
        self._told.note(order, number, told)
        _raise_mileage(work, vehicle, told)
        return result

    def _change(self, work: Work, vehicle: Vehicle, order: RepairOrder, told: Values) -> Taken:
        start = told.get("confirmed_at", order.confirmed_at)
        _correct_day(told, start)
        rules.require_order_of_times(start, told.get("completed_at", order.completed_at))
        self._told.refuse_other(order, told)
        new = differing(order, told)
        whole = {"odometer_km": order.odometer_km, "confirmed_at": start, **new}
        doubts = self._mileage_doubts(vehicle, whole, order.id)
        work.change(order, new)
        return changed(_ORDER, new, doubts)

    def _find(self, vehicle: Vehicle, told: Values) -> RepairOrder | None:
        """Return the known order; one of the same number at another vehicle is refused."""
        number = told.get("order_no", "")
        same = self._by_number.get(number) if number else None
        if same is not None:
            if same.vehicle_id != vehicle.id:
                raise Invalid({"parties.repair_order.order_no": _other_vehicle(number)})
            return same
        own = self._of_vehicle.get(vehicle.id, {}).values()
        at = told.get("confirmed_at")
        fits = (o for o in own if o.confirmed_at == at and (not number or not o.order_no))
        return next(fits, None)

    def _mileage_doubts(self, vehicle: Vehicle, whole: Values, own_id: int) -> list[Message]:
        km = whole.get("odometer_km")
        if km is None:
            return []
        higher = [
            order.odometer_km or 0
            for order in self._of_vehicle.get(vehicle.id, {}).values()
            if order.id != own_id
            and order.confirmed_at < whole["confirmed_at"]
            and (order.odometer_km or 0) > km
        ]
        return [_lower_mileage(km, max(higher))] if higher else []


def _correct_day(told: Values, start: int) -> None:
    """A list that names only the day of completion means some time of that day."""
    end: Any = told.get("completed_at")
    if end is not None and end < start and local_time(end).date() == local_time(start).date():
        midnight = local_time(end).time().replace(tzinfo=None).isoformat() == "00:00:00"
        told["completed_at"] = start if midnight else end


def _raise_mileage(work: Work, vehicle: Vehicle, told: Values) -> None:
    km = told.get("odometer_km")
    if km is not None and (vehicle.odometer_km is None or km > vehicle.odometer_km):
        work.change(vehicle, {"odometer_km": km})


def _no_vehicle(name: str) -> Message:
    return Message(
        "parties",
        "There is no vehicle {vehicle} yet. Import the vehicles first.",
        vehicle=name or "?",
    )


def _other_vehicle(number: str) -> Message:
    return Message(
        "parties",
        "Order {number} is known for another vehicle. Correct the number or the vehicle.",
        number=number,
    )


def _lower_mileage(km: int, before: int) -> Message:
    return Message(
        "parties",
        "The mileage {km} km is below the {before} km of an earlier order. Look which is right.",
        km=f"{km:,}",
        before=f"{before:,}",
    )
