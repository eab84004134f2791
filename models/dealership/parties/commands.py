"""Adding and changing customers and vehicles, and who is what to which vehicle."""

from __future__ import annotations

from models.kernel.command import Done, Values, Work, command, confirm
from models.kernel.db import alive
from models.kernel.errors import Invalid
from resources.texts import Message

from . import rules
from .fields import (
    CUSTOMER_FIELDS,
    CUSTOMER_ID,
    END_OWNERSHIP_FIELDS,
    KEY_CUSTOMER_FIELDS,
    OWNED_VEHICLE_FIELDS,
    OWNERSHIP_FIELDS,
    VEHICLE_FIELDS,
    VEHICLE_ID,
)
from .intake import find_or_add_vehicle
from .loading import customer_of, ownership_of, vehicle_of
from .tables import Customer, Ownership, Vehicle

ADD, EDIT = "complaint.register", "complaint.edit"
_VEHICLE_KEYS = tuple(spec.key for spec in VEHICLE_FIELDS)


@command("parties.add_customer", permission=ADD, specs=CUSTOMER_FIELDS)
def add_customer(work: Work, values: Values) -> Done:
    """Add a person or company."""
    values |= rules.require_sound_customer(values, work.now)
    _confirm_new_customer(work, values)
    values.pop("confirmed", None)
    columns = {**rules.customer_columns(values), "kind": rules.customer_kind(values)}
    row = work.insert(Customer, **columns)
    return Done(id=row.id, version=row.version)


def _confirm_new_customer(work: Work, values: Values) -> None:
    if not values["phone"]:
        return
    same = Customer.select().where(
        Customer.branch_id == work.actor.branch_id,
        Customer.phone == values["phone"],
        Customer.name == values["name"],
        alive(Customer),
    )
    if same.exists():
        confirm(
            values,
            Message(
                "parties",
                "{name} with the telephone {phone} is already a customer. Add a second one all "
                "the same?",
                name=values["name"],
                phone=values["phone"],
            ),
        )


@command(
    "parties.change_customer", permission=EDIT, specs=(CUSTOMER_ID, *CUSTOMER_FIELDS), partial=True
)
def change_customer(work: Work, values: Values) -> Done:
    """Change a customer's data."""
    row = customer_of(work, values)
    whole = {spec.key: values.get(spec.key, getattr(row, spec.key)) for spec in CUSTOMER_FIELDS}
    values |= rules.require_sound_customer(whole, work.now)
    if "kind" in values:
        values["kind"] = rules.customer_kind(whole)
    work.change(row, rules.customer_columns(values), values.get("version"))
    return Done(id=row.id, version=row.version)


@command("parties.set_key_customer", permission=EDIT, specs=KEY_CUSTOMER_FIELDS, partial=True)
def set_key_customer(work: Work, values: Values) -> Done:
    """Mark a customer as one whose loss weighs heavily, with the reason, or take the mark away."""
    row = customer_of(work, values)
    key = values.get("key_customer", row.key_customer)
    if key and not values.get("key_reason", row.key_reason):
        raise Invalid(
            {
                "parties.customer.key_reason": Message(
                    "parties",
                    "Say why this is a key customer, such as a fleet or a planned purchase.",
                )
            }
        )
    work.change(row, values, values.get("version"))
    return Done(id=row.id, version=row.version)


@command("parties.reveal_customer", permission="personal.reveal", specs=(CUSTOMER_ID,))
def reveal_customer(work: Work, values: Values) -> Done:
    """Record that somebody looked at a customer's hidden data."""
    row = customer_of(work, values)
    work.note(f"customer:{row.uid}", {"revealed": True})
    return Done(id=row.id, version=row.version)


@command("parties.add_vehicle", permission=ADD, specs=VEHICLE_FIELDS)
def add_vehicle(work: Work, values: Values) -> Done:
    """Add a vehicle."""
    rules.require_sound_vehicle(values)
    _refuse_known_vin(work, values["vin"])
    doubts = rules.vehicle_doubts(values) + _plate_doubts(work, values["plate_no"])
    if doubts:
        confirm(values, doubts[0])
    values.pop("confirmed", None)
    row = work.insert(Vehicle, **rules.vehicle_columns(values))
    return Done(id=row.id, version=row.version)


@command(
    "parties.change_vehicle", permission=EDIT, specs=(VEHICLE_ID, *VEHICLE_FIELDS), partial=True
)
def change_vehicle(work: Work, values: Values) -> Done:
    """Change a vehicle's data; a lower mileage needs a yes."""
    row = vehicle_of(work, values)
    whole = {spec.key: values.get(spec.key, getattr(row, spec.key)) for spec in VEHICLE_FIELDS}
    rules.require_sound_vehicle(whole)
    _refuse_known_vin(work, whole["vin"], row.id)
    doubts = rules.vehicle_doubts(whole, row.odometer_km)
    if whole["plate_no"] != row.plate_no:
        doubts += _plate_doubts(work, whole["plate_no"], row.id)
    if doubts:
        confirm(values, doubts[0])
    work.change(row, rules.vehicle_columns(values), values.get("version"))
    return Done(id=row.id, version=row.version)


def _refuse_known_vin(work: Work, vin: str, own_id: int = 0) -> None:
    same = Vehicle.select().where(
        Vehicle.branch_id == work.actor.branch_id,
        Vehicle.vin == vin,
        Vehicle.id != own_id,
        alive(Vehicle),
    )
    if vin and same.exists():
        raise Invalid(
            {
                "parties.vehicle.vin": Message(
                    "parties", "A vehicle with the VIN {vin} is already there. Open it.", vin=vin
                )
            }
        )


def _plate_doubts(work: Work, plate: str, own_id: int = 0) -> list[Message]:
    same = Vehicle.select().where(
        Vehicle.branch_id == work.actor.branch_id,
        Vehicle.plate_no == plate,
        Vehicle.id != own_id,
        alive(Vehicle),
    )
    if not plate or not same.exists():
        return []
    return [_another_has(plate)]


def _another_has(plate: str) -> Message:
    return Message(
        "parties",
        "Another vehicle already has the plate {plate}. Does this one have it now?",
        plate=plate,
    )


@command("parties.add_ownership", permission=EDIT, specs=OWNERSHIP_FIELDS)
def add_ownership(work: Work, values: Values) -> Done:
    """Record what a customer is to a vehicle and since when."""
    customer = customer_of(work, {"id": values["customer"]})
    vehicle = vehicle_of(work, {"id": values["vehicle"]})
    _require_order_of_days(values["since"], values["until"])
    columns = {
        "customer": customer.id,
        "vehicle": vehicle.id,
        "relation": values["relation"] or "owner",
        "since": values["since"],
        "until": values["until"],
    }
    row = work.insert(Ownership, **columns)
    return Done(id=row.id, version=row.version)


@command("parties.add_vehicle_of", permission=EDIT, specs=OWNED_VEHICLE_FIELDS)
def add_vehicle_of(work: Work, values: Values) -> Done:
    """Add a vehicle of a customer; one that is known by VIN or plate becomes the customer's."""
    customer = customer_of(work, {"id": values["customer"]})
    told = {key: values[key] for key in _VEHICLE_KEYS}
    rules.require_sound_vehicle(told)
    doubts = rules.vehicle_doubts(told)
    if doubts:
        confirm(values, doubts[0])
    relation = values["relation"] or "owner"
    found = find_or_add_vehicle(work, told, customer_id=customer.id, relation=relation)
    if found is None:
        raise RuntimeError("a sound vehicle has a plate or a VIN")
    if found.alike:
        confirm(values, _another_has(told["plate_no"]))
    if values["since"]:
        _begin_ownership(work, customer.id, found.id, relation, values["since"])
    return Done(id=found.id)


def _begin_ownership(
    work: Work, customer_id: int, vehicle_id: int, relation: str, since: str
) -> None:
    row = Ownership.get(
        Ownership.customer == customer_id,
        Ownership.vehicle == vehicle_id,
        Ownership.relation == relation,
        Ownership.until == "",
        alive(Ownership),
    )
    work.change(row, {"since": since})


@command("parties.end_ownership", permission=EDIT, specs=END_OWNERSHIP_FIELDS)
def end_ownership(work: Work, values: Values) -> Done:
    """Record until when a customer was that to a vehicle."""
    row = ownership_of(work, values)
    _require_order_of_days(row.since, values["until"])
    work.change(row, {"until": values["until"]}, values.get("version"))
    return Done(id=row.id, version=row.version)


def _require_order_of_days(since: str, until: str) -> None:
    if until and since and until < since:
        raise Invalid(
            {
                "parties.ownership.until": Message(
                    "parties", "The end is before the beginning, {since}. Correct it.", since=since
                )
            }
        )
