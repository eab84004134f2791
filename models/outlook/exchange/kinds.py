"""What can come in: customers, vehicles, repair orders and complaints, each by its command."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.casework.case.fields import DEMAND_FIELDS
from models.casework.case.tables import Case
from models.dealership.parties.commands import add_customer, add_vehicle
from models.dealership.parties.fields import (
    CUSTOMER_FIELDS,
    REPAIR_ORDER_FIELDS,
    VEHICLE_FIELDS,
)
from models.dealership.parties.tables import Customer, RepairOrder, Vehicle
from models.dealership.parties.workshop import add_repair_order
from models.flow.registration import register_complaint
from models.kernel.db import alive
from models.kernel.errors import Invalid
from models.stages.intake.fields import REGISTER_FIELDS
from models.stages.intake.tables import Intake
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.kernel.actor import Actor
    from models.kernel.fields import FieldSpec

Values = dict[str, Any]

_KEY_OF_VEHICLE = tuple(
    replace(spec, key=f"vehicle_{spec.key}")
    for spec in VEHICLE_FIELDS
    if spec.key in ("vin", "plate_no")
)
_DEMAND = tuple(replace(spec, key=f"demand_{spec.key}") for spec in DEMAND_FIELDS[:3])


@dataclass(frozen=True, slots=True)
class ImportKind:
    """One kind of list: its columns, its command, and what makes a row known already.

    ``known`` and ``complete`` get values in their stored forms; ``complete`` turns them into what
    the command takes.
    """

    name: str
    permission: str
    specs: tuple[FieldSpec, ...]
    run: Callable[[Actor, Values], Any]
    known: Callable[[int, Values], bool]
    complete: Callable[[int, Values], Values]


def _as_it_is(_branch_id: int, values: Values) -> Values:
    return values


def _known_customer(branch_id: int, values: Values) -> bool:
    here = (Customer.branch_id == branch_id) & alive(Customer)
    code = values.get("credit_code")
    if code and Customer.select().where(here, Customer.credit_code == code).exists():
        return True
    phone = values.get("phone")
    same = (Customer.phone == phone) & (Customer.name == values.get("name", ""))
    return bool(phone) and bool(Customer.select().where(here, same).exists())


def _known_vehicle(branch_id: int, values: Values) -> bool:
    return _vehicle(branch_id, values.get("vin", ""), values.get("plate_no", "")) is not None


def _vehicle(branch_id: int, vin: str, plate: str) -> Vehicle | None:
    here = (Vehicle.branch_id == branch_id) & alive(Vehicle)
    row: Vehicle | None = None
    if vin:
        row = Vehicle.get_or_none(here, Vehicle.vin == vin)
    if row is None and plate:
        alone = Vehicle.vin == "" if vin else Vehicle.vin == Vehicle.vin
        row = Vehicle.select().where(here, Vehicle.plate_no == plate, alone).first()
    return row


def _known_order(branch_id: int, values: Values) -> bool:
    vehicle = _vehicle(branch_id, values.get("vehicle_vin", ""), values.get("vehicle_plate_no", ""))
    if vehicle is None:
        return False
    same = RepairOrder.confirmed_at == values.get("confirmed_at")
    if values.get("order_no"):
        same = RepairOrder.order_no == values["order_no"]
    own = RepairOrder.select().where(RepairOrder.vehicle == vehicle, same, alive(RepairOrder))
    return bool(own.exists())


def _of_vehicle(branch_id: int, values: Values) -> Values:
    vin, plate = values.pop("vehicle_vin", ""), values.pop("vehicle_plate_no", "")
    vehicle = _vehicle(branch_id, vin, plate)
    if vehicle is None:
        raise Invalid(
            {
                "parties.repair_order.vehicle": Message(
                    "exchange",
                    "There is no vehicle {vehicle} yet. Import the vehicles first.",
                    vehicle=plate or vin or "?",
                )
            }
        )
    return values | {"vehicle": vehicle.id}


def _known_complaint(branch_id: int, values: Values) -> bool:
    here = (Case.branch_id == branch_id) & alive(Case)
    same = Intake.story == values.get("story", "")
    if values.get("source_no"):
        same = Intake.source_no == values["source_no"]
    who = Case.phone == values.get("phone", "")
    query = Intake.select().join(Case, on=Intake.case == Case.id).where(here, who, same)
    return bool(query.exists())


def _with_demand(_branch_id: int, values: Values) -> Values:
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
            "complaint.register",
            CUSTOMER_FIELDS,
            add_customer,
            _known_customer,
            _as_it_is,
        ),
        ImportKind(
            "vehicles",
            "complaint.register",
            VEHICLE_FIELDS,
            add_vehicle,
            _known_vehicle,
            _as_it_is,
        ),
        ImportKind(
            "repair_orders",
            "complaint.edit",
            (*_KEY_OF_VEHICLE, *(s for s in REPAIR_ORDER_FIELDS if s.key != "vehicle")),
            add_repair_order,
            _known_order,
            _of_vehicle,
        ),
        ImportKind(
            "complaints",
            "complaint.register",
            (*REGISTER_FIELDS, *_DEMAND),
            register_complaint,
            _known_complaint,
            _with_demand,
        ),
    )
}
