"""Reading a registration: its values, what cannot be done without more, the proposed level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.listing import earlier_cases
from models.kernel import settings
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing
from models.kernel.zone import DAY
from resources.texts import Message

from .fields import INTAKE_FIELDS
from .level import Facts, Proposal, proposed
from .rules import unconfirmed
from .tables import Intake

if TYPE_CHECKING:
    from models.casework.case.queries import CaseHead
    from models.casework.case.tables import Case
    from models.kernel.actor import Actor

_YEAR = 365 * DAY


def intake_row(case_id: int) -> Any:
    """Return the registration of a case, for the room's own commands."""
    return Intake.get(Intake.case == case_id)


def registration(case_id: int) -> dict[str, Any]:
    """Return the registration as stored values with version, typist and read-back stamps."""
    row = intake_row(case_id)
    values = {spec.key: getattr(row, spec.key) for spec in INTAKE_FIELDS}
    stamps = ("version", "recorded_by", "recorded_at", "read_back_by")
    read_back_at = None if row.read_back_at == FAR_FUTURE else row.read_back_at
    return values | {k: getattr(row, k) for k in stamps} | {"read_back_at": read_back_at}


def incomplete(values: dict[str, Any]) -> list[Message]:
    """Say what cannot be done with what is known of the customer and the vehicle."""
    gaps = []
    if not values.get("phone"):
        gaps.append(
            Message(
                "intake",
                "Without a phone number nobody can call back: no answer, no follow-up.",
            )
        )
    if not values.get("customer_name"):
        gaps.append(Message("intake", "Without a name no agreement can be signed."))
    if not values.get("plate_no") and not values.get("vin"):
        gaps.append(
            Message("intake", "Without plate or VIN no warranty check and no repair history.")
        )
    return gaps


def propose_level(
    actor: Actor,
    values: dict[str, Any],
    demands: list[dict[str, Any]],
    earlier: list[CaseHead],
    now: int,
) -> Proposal:
    """Propose a level from what was typed so far and from earlier cases."""
    year = [case for case in earlier if case.received_at > now - _YEAR]
    repeat_days = settings.get(actor.branch_id, "level.repeat_days")
    recent = any(case.received_at > now - repeat_days * DAY for case in year)
    text = " ".join([values.get("story", ""), *(demand.get("text", "") for demand in demands)])
    return proposed(
        Facts(
            text=text,
            demand_kinds=tuple(demand.get("kind", "") for demand in demands),
            amounts=tuple(demand["amount"] for demand in demands if demand.get("amount")),
            channel=values.get("channel", ""),
            injured=bool(values.get("injured")),
            repeat_no=len(year) + 1,
            recent_repeat=recent,
            first_line_limit=settings.get(actor.branch_id, "level.first_line_limit_fen"),
            major_amount=settings.get(actor.branch_id, "level.major_amount_fen"),
        )
    )


def repeat_no(actor: Actor, case: Case, now: int) -> int:
    """Return which complaint of the same customer or vehicle within a year this is (A14)."""
    if not case.customer_id and not case.vehicle_id:
        return 1
    earlier = earlier_cases(actor, customer_id=case.customer_id, vehicle_id=case.vehicle_id)
    same = [other for other in earlier if other.id != case.id and other.state != "DRAFT"]
    return 1 + sum(other.received_at > now - _YEAR for other in same)


def missing_to_register(case_id: int) -> list[Missing]:
    """Return what a draft lacks to be registered."""
    values = registration(case_id)
    wanted = (
        ("channel", "Choose the channel it came through."),
        ("object_kind", "Choose what the complaint is about."),
        ("story", "Write down what happened, in the customer's words."),
    )
    return [
        Missing(Message("intake", sentence), f"intake.{key}")
        for key, sentence in wanted
        if not values[key]
    ]


def missing_to_leave(case_id: int) -> list[Missing]:
    """Return what registration lacks before the case goes on (B03)."""
    return unconfirmed(registration(case_id))
