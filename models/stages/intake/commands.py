"""Registering a complaint: who, which vehicle, what happened, what is wanted, read back."""

from __future__ import annotations

from typing import Any

from models.casework.case import contacts, listing
from models.casework.case.demands import state_demand
from models.casework.case.editing import case_command
from models.casework.case.rules import rank
from models.casework.case.tables import Case
from models.dealership.parties.intake import find_or_add_customer, find_or_add_vehicle
from models.dealership.parties.queries import customer
from models.dealership.parties.spelling import spelling
from models.kernel.command import Done, Values, Work, confirm
from models.kernel.db import new_uid
from models.kernel.errors import Invalid
from resources.texts import Message

from .fields import EDITABLE_IN, INTAKE_FIELDS, READ_BACK_FIELDS, REGISTER_FIELDS
from .queries import incomplete, intake_row, propose_level
from .tables import Intake

DRAFT = "DRAFT"
_SUBJECT_LENGTH = 30
_SHOWN_ON_CASE = (
    "phone",
    "customer_name",
    "plate_no",
    "vin",
    "model",
    "channel",
    "source",
    "employee",
)
_VEHICLE_KEYS = ("plate_no", "vin", "model", "invoice_date", "odometer_km", "production_date")
_KEPT_BLANK = {"customer_kind": "person"}


def open_case(work: Work, values: Values) -> Case:
    """Insert a case in the state DRAFT with everything told; the caller moves it on.

    ``values`` are checked REGISTER_FIELDS and ``demands``. An incomplete customer needs a yes.
    """
    values = {k: v for k, v in values.items() if v not in ("", None)} | {
        k: values.get(k) or v for k, v in _KEPT_BLANK.items()
    }
    _ask_about_gaps(values)
    demands = values.pop("demands", [])
    party = _parties(work, values)
    level, reason = _level(work, values, demands, party)
    case: Case = work.insert(
        Case,
        **party,
        **{k: values[k] for k in _SHOWN_ON_CASE if k in values},
        case_no=f"{DRAFT}-{new_uid()[-12:].upper()}",
        state=DRAFT,
        level=level,
        level_rank=rank(level),
        level_reason=reason,
        received_at=work.now,
        **_spelled(values.get("customer_name", "")),
        subject=values.get("subject") or _first_words(values.get("story", "")),
        object_kind=values.get("object_kind", ""),
        owner=values.get("owner") or work.actor.login,
        department=work.actor.department,
    )
    _keep_intake(work, case, values)
    for demand in demands:
        state_demand(work, case, demand)
    return case


def note_incoming(work: Work, case: Case) -> None:
    """Log the call or visit the complaint came with, and the answer promised in it."""
    intake = intake_row(case.id)
    ways = {"walk_in": "visit_store", "letter": "letter", "fax": "fax", "wechat": "wechat"}
    contacts.record_contact(
        work,
        case,
        {
            "at": case.received_at,
            "way": ways.get(case.channel, "phone"),
            "direction": "in",
            "purpose": contacts.INCOMING_COMPLAINT,
            "with_whom": case.customer_name,
            "mood": intake.mood,
            "summary": case.subject,
            "promised_at": intake.promised_at,
        },
    )


@case_command(
    "intake.save",
    permission="complaint.register",
    specs=REGISTER_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save(work: Work, case: Case, values: Values) -> Done:
    """Correct what was registered; the case's head follows."""
    row = intake_row(case.id)
    changed = {k: v for k, v in values.items() if k in Intake._meta.fields}
    own = _decided(case, {k: v for k, v in changed.items() if v != getattr(row, k)})
    told = any(k in changed and changed[k] != getattr(row, k) for k in ("story", "focus"))
    work.change(row, changed, values.get("version"))
    if told and row.read_back_confirmed:
        work.change(row, {"read_back_confirmed": False})
    head = {k: getattr(row, k) for k in _SHOWN_ON_CASE} | {
        "object_kind": row.object_kind,
        "subject": row.subject or _first_words(row.story),
    }
    work.change(case, head | own | _spelled(row.customer_name) | _parties(work, _told(row)))
    return Done(case.case_no, 0, row.id, row.version)


@case_command(
    "intake.read_back",
    permission="complaint.register",
    specs=READ_BACK_FIELDS,
    editable_in=EDITABLE_IN,
)
def read_back(work: Work, case: Case, values: Values) -> Done:
    """Keep what was read back, by whom and when, and that the customer confirmed it (B01-B04)."""
    row = intake_row(case.id)
    columns = {k: v for k, v in values.items() if k in Intake._meta.fields}
    columns |= {"read_back_by": work.actor.login, "read_back_at": work.now}
    work.change(row, columns, values.get("version"))
    return Done(case.case_no, 0, row.id, row.version)


def _decided(case: Case, changed: Values) -> dict[str, Any]:
    """Return level and owner for a draft; a registered case changes them with a reason."""
    wished = {k: changed[k] for k in ("level", "owner") if changed.get(k)}
    if wished and case.state != DRAFT:
        text = Message(
            "intake", "The complaint is registered: change this under “More”, with the reason."
        )
        raise Invalid({f"intake.{key}": text for key in wished})
    return wished | ({"level_rank": rank(wished["level"])} if "level" in wished else {})


def _keep_intake(work: Work, case: Case, values: Values) -> None:
    columns = {k: v for k, v in values.items() if k in {spec.key for spec in INTAKE_FIELDS}}
    stamps = {"recorded_by": work.actor.typed_by, "recorded_at": work.now}
    work.insert(Intake, case=case.id, **columns, **stamps)


def _ask_about_gaps(values: Values) -> None:
    gaps = incomplete(values)
    nameless = not values.get("customer_name") and not values.get("anonymous")
    if nameless and not values.get("phone"):
        raise Invalid(
            {
                "intake.phone": Message(
                    "intake",
                    "Give a phone number or a name, or mark that the customer stays unnamed.",
                )
            }
        )
    if values.get("anonymous") and gaps:
        confirm(values, gaps[0])


def _parties(work: Work, values: Values) -> dict[str, Any]:
    told = {
        "kind": values.get("customer_kind", ""),
        "name": values.get("customer_name", ""),
        **{k: values.get(k, "") for k in ("phone", "contact_person", "address", "home_dealer")},
    }
    named = told["name"] or told["phone"]
    known = find_or_add_customer(work, told) if named else None
    car = {k: values.get(k) for k in _VEHICLE_KEYS}
    customer_id = known.id if known else 0
    # Who calls for a company is its representative; the car belongs to the company itself.
    relation = "" if told["kind"] == "company" else values.get("relation", "")
    vehicle = find_or_add_vehicle(work, car, customer_id=customer_id, relation=relation)
    stored = customer(customer_id) if customer_id else None
    return {
        "customer_id": customer_id,
        "vehicle_id": vehicle.id if vehicle else 0,
        "key_customer": bool(stored and stored.key_customer),
    }


def _spelled(name: str) -> dict[str, str]:
    spelled = spelling(name)
    return {"name_pinyin": spelled.pinyin, "name_initials": spelled.initials}


def _told(row: Intake) -> Values:
    return {spec.key: getattr(row, spec.key) for spec in REGISTER_FIELDS}


def _level(
    work: Work, values: Values, demands: list[Values], party: dict[str, Any]
) -> tuple[str, str]:
    known = {k: party[k] for k in ("customer_id", "vehicle_id")}
    earlier = listing.earlier_cases(work.actor, **known)
    proposal = propose_level(work.actor, values, demands, earlier, work.now)
    chosen = values.get("level") or proposal.level
    own = chosen != proposal.level
    reason = "" if own or not proposal.reasons else proposal.reasons[0].stored()
    return chosen, reason


def _first_words(story: str) -> str:
    line = story.strip().splitlines()[0] if story.strip() else ""
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1] + "…"
