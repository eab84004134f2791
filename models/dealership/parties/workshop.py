"""Repair orders and hand-over checks of a vehicle."""

from __future__ import annotations

from models.kernel.command import Done, Values, Work, command, confirm
from models.kernel.db import alive

from . import rules
from .fields import HANDOVER_FIELDS, REPAIR_ORDER_FIELDS, REPAIR_ORDER_ID
from .loading import repair_order_of, vehicle_of
from .tables import HandoverCheck, RepairOrder, Vehicle

PERMISSION = "complaint.edit"


@command("parties.add_repair_order", permission=PERMISSION, specs=REPAIR_ORDER_FIELDS)
def add_repair_order(work: Work, values: Values) -> Done:
    """Record a stay in the workshop; a mileage below an earlier one needs a yes."""
    vehicle = vehicle_of(work, {"id": values["vehicle"]})
    rules.require_order_of_times(values["confirmed_at"], values["completed_at"])
    _confirm_mileage(vehicle, values)
    values.pop("confirmed", None)
    row = work.insert(RepairOrder, **{**values, "vehicle": vehicle.id})
    _take_over_mileage(work, vehicle, values["odometer_km"])
    return Done(id=row.id, version=row.version)


@command(
    "parties.change_repair_order",
    permission=PERMISSION,
    specs=(REPAIR_ORDER_ID, *(spec for spec in REPAIR_ORDER_FIELDS if spec.key != "vehicle")),
    partial=True,
)
def change_repair_order(work: Work, values: Values) -> Done:
    """Change a repair order, such as when it was completed and what was found."""
    row = repair_order_of(work, values)
    rules.require_order_of_times(
        values.get("confirmed_at", row.confirmed_at), values.get("completed_at", row.completed_at)
    )
    vehicle = vehicle_of(work, {"id": row.vehicle_id})
    if "odometer_km" in values:
        moment = values.get("confirmed_at", row.confirmed_at)
        _confirm_mileage(vehicle, {**values, "confirmed_at": moment}, row.id)
    work.change(row, values, values.get("version"))
    _take_over_mileage(work, vehicle, row.odometer_km)
    return Done(id=row.id, version=row.version)


@command("parties.add_handover_check", permission=PERMISSION, specs=HANDOVER_FIELDS)
def add_handover_check(work: Work, values: Values) -> Done:
    """Record what the buyer was told when the car was handed over."""
    vehicle = vehicle_of(work, {"id": values["vehicle"]})
    row = work.insert(HandoverCheck, **{**values, "vehicle": vehicle.id})
    return Done(id=row.id, version=row.version)


def _confirm_mileage(vehicle: Vehicle, values: Values, own_id: int = 0) -> None:
    km = values["odometer_km"]
    if km is None:
        return
    before = (
        RepairOrder.select()
        .where(
            RepairOrder.vehicle == vehicle,
            RepairOrder.confirmed_at < values["confirmed_at"],
            RepairOrder.odometer_km > km,
            RepairOrder.id != own_id,
            alive(RepairOrder),
        )
        .order_by(RepairOrder.odometer_km.desc())
        .first()
    )
    if before is not None:
        confirm(values, rules.lower_mileage(km, before.odometer_km))


def _take_over_mileage(work: Work, vehicle: Vehicle, km: int | None) -> None:
    if km is not None and (vehicle.odometer_km is None or km > vehicle.odometer_km):
        work.change(vehicle, {"odometer_km": km})
