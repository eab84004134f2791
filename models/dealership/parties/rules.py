"""What a customer, vehicle or repair order may hold, and the columns that follow from others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from models.kernel.checked import BadValue
from models.kernel.errors import Invalid
from models.kernel.fields.identity import check_document
from models.kernel.zone import local_time
from resources.texts import Message

from .spelling import spelling

if TYPE_CHECKING:
    from collections.abc import Mapping

Values = dict[str, Any]

PHONE_TAIL = 4
VIN_TAIL = 6
_PLATE_START = 2
_MOST_DAYS_APART = 90


def customer_columns(values: Mapping[str, Any]) -> Values:
    """Return the values with the columns that serve finding the customer."""
    columns = dict(values)
    if "name" in columns:
        columns["name_pinyin"], columns["name_initials"] = spelling(columns["name"])
    if "phone" in columns:
        columns["phone_tail"] = columns["phone"][-PHONE_TAIL:]
    return columns


def vehicle_columns(values: Mapping[str, Any]) -> Values:
    """Return the values with the columns that serve finding the vehicle."""
    columns = dict(values)
    if "plate_no" in columns:
        columns["plate_tail"] = columns["plate_no"][_PLATE_START:]
    if "vin" in columns:
        columns["vin_tail"] = columns["vin"][-VIN_TAIL:]
    return columns


def customer_kind(values: Mapping[str, Any]) -> str:
    """Return the kind that was chosen, or the one that a credit code tells."""
    return values.get("kind") or ("company" if values.get("credit_code") else "person")


def require_sound_customer(values: Mapping[str, Any], now: int) -> Values:
    """Return the checked identity number as stored; refuse what does not fit together."""
    problems: dict[str, Message] = {}
    if not values.get("name") and not values.get("phone"):
        problems["parties.customer.name"] = Message(
            "parties",
            "Enter a name or a telephone number; one of them is needed to find the customer again.",
        )
    if values.get("key_customer") and not values.get("key_reason"):
        problems["parties.customer.key_reason"] = Message(
            "parties", "Say why this is a key customer, such as a fleet or a planned purchase."
        )
    number = values.get("id_no", "")
    if number:
        today = local_time(now).date()
        try:
            number = check_document(values.get("id_kind") or "id_card", number, today).value
        except BadValue as refusal:
            problems["parties.customer.id_no"] = refusal.message
    if problems:
        raise Invalid(problems)
    return {"id_no": number}


def require_sound_vehicle(values: Mapping[str, Any]) -> None:
    """Refuse a vehicle that nobody can identify or that was sold before it was made."""
    problems: dict[str, Message] = {}
    if not values.get("vin") and not values.get("plate_no"):
        problems["parties.vehicle.vin"] = Message(
            "parties", "Enter the plate or the VIN; a car without a plate needs its VIN."
        )
    made = values.get("production_date")
    for key in ("invoice_date", "delivery_date"):
        if made and values.get(key) and values[key] < made:
            problems[f"parties.vehicle.{key}"] = Message(
                "parties",
                "{day} is before the date of production, {made}. Correct one of them.",
                day=values[key],
                made=made,
            )
    if problems:
        raise Invalid(problems)


def vehicle_doubts(values: Mapping[str, Any], stored_km: int | None = None) -> list[Message]:
    """Return what is unusual about a vehicle and needs a yes."""
    doubts = []
    new_km = values.get("odometer_km")
    if new_km is not None and stored_km is not None and new_km < stored_km:
        doubts.append(lower_mileage(new_km, stored_km))
    invoice, delivery = values.get("invoice_date"), values.get("delivery_date")
    if invoice and delivery and _far_apart(invoice, delivery):
        doubts.append(
            Message(
                "parties",
                "Invoice ({invoice}) and delivery ({delivery}) are more than {days} days apart. "
                "Save them like this?",
                invoice=invoice,
                delivery=delivery,
                days=_MOST_DAYS_APART,
            )
        )
    return doubts


def lower_mileage(new_km: int, stored_km: int) -> Message:
    """Return the question about a mileage below the one that is known."""
    return Message(
        "parties",
        "The mileage {new} km is below the {stored} km that were recorded before. Save it "
        "like this?",
        new=f"{new_km:,}",
        stored=f"{stored_km:,}",
    )


def _far_apart(first: str, second: str) -> bool:
    apart = date.fromisoformat(first) - date.fromisoformat(second)
    return abs(apart) > timedelta(days=_MOST_DAYS_APART)


def require_order_of_times(confirmed_at: int, completed_at: int | None) -> None:
    """Refuse a repair that was completed before it was agreed on."""
    if completed_at is not None and completed_at < confirmed_at:
        raise Invalid(
            {
                "parties.repair_order.completed_at": Message(
                    "parties",
                    "The repair ends before it was agreed on. Correct one of the times.",
                )
            }
        )
