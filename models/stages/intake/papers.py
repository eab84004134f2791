"""The papers of registration: the complaint register and the read-back sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.casework.documents.content import Demand, Party, ReadBack, Vehicle
from models.casework.documents.papers import Paper, Source
from models.casework.evidence.queries import evidence_of
from models.dealership.parties import queries as parties
from models.kernel.errors import Missing
from models.kernel.fields.plate import show_plate
from models.kernel.zone import day_of, local_time
from resources.texts import Message

from .documents import ComplaintRegister, ReadBackPoint, ReadBackSheet
from .queries import registration

if TYPE_CHECKING:
    from models.casework.documents.words import Words


def complaint_register(source: Source) -> ComplaintRegister:
    """Return the register of a case as it was told."""
    told, words, case = registration(source.case.id), source.words, source.case
    customer = parties.customer(case.customer_id) if case.customer_id else None
    happened = told["happened_at"]
    return ComplaintRegister(
        letterhead=words.letterhead(),
        received_at_ms=case.received_at,
        receiver=words.person(told["recorded_by"]),
        promised_answer_at_ms=told["promised_at"],
        channel=words.choice("channel", case.channel),
        source=" ".join(
            part for part in (words.label("source", told["source"]), told["source_no"]) if part
        ),
        repeat_no=case.repeat_no,
        customer=customer_of(source, told),
        customer_kind=words.label("customer_kind", told["customer_kind"]),
        key_customer=(customer.key_reason or _key(words)) if customer and case.key_customer else "",
        vehicles=vehicles_of(source, told),
        work_order=told["repair_order_no"],
        category=words.label("complaint_object", told["object_kind"]),
        occurred_on=day_of(happened) if happened else "",
        occurred_time=f"{local_time(happened):%H:%M}" if happened else "",
        place=told["happened_place"],
        story=told["story"],
        evidence=tuple(piece.title for piece in evidence_of(case.id)),
        demands=stated_demands(source),
        level=words.choice("level", case.level),
        mood=words.moods(told["mood"]),
        safety_risk=words.yes_or_no(told["injured"]),
        read_back=_read_back(words, told),
    )


def read_back_sheet(source: Source) -> ReadBackSheet:
    """Return what we understood, for the customer to sign."""
    told, words, case = registration(source.case.id), source.words, source.case
    points = (
        (words.t("documents", "Focus of the complaint"), told["focus"]),
        (words.t("documents", "Problem as stated"), told["explicit_problem"]),
    )
    return ReadBackSheet(
        letterhead=words.letterhead(),
        received_at_ms=case.received_at,
        receiver=words.person(told["recorded_by"]),
        promised_answer_at_ms=told["promised_at"],
        customer=customer_of(source, told),
        text=told["read_back_text"],
        points=tuple(ReadBackPoint(label, text) for label, text in points if text),
        demands=stated_demands(source),
        vehicles=vehicles_of(source, told),
        contact=words.person(case.owner),
        contact_phone=words.letterhead().phone,
        read_back=_read_back(words, told),
    )


def customer_of(source: Source, told: dict[str, Any]) -> Party:
    """Return the customer as the registration knows them."""
    words = source.words
    known = parties.customer(source.case.customer_id) if source.case.customer_id else None
    unnamed = told["anonymous"] or not told["customer_name"]
    return Party(
        name=words.t("documents", "(name not given)") if unnamed else told["customer_name"],
        kind=told["customer_kind"] or "person",
        address=told["address"],
        phone=told["phone"],
        relation=words.label("relation", told["relation"]),
        representative=told["contact_person"],
        salutation=words.label("gender", known.gender) if known else "",
    )


def vehicles_of(source: Source, told: dict[str, Any]) -> tuple[Vehicle, ...]:
    """Return the car of the case; none when nothing is known of it."""
    case = source.case
    known = parties.vehicle(case.vehicle_id) if case.vehicle_id else None
    plate = told["plate_no"] or (known.plate_no if known else "")
    vin = told["vin"] or (known.vin if known else "")
    model = told["model"] or (" ".join(x for x in (known.brand, known.model) if x) if known else "")
    if not (plate or vin or model):
        return ()
    mileage = told["odometer_km"]
    return (
        Vehicle(
            model=model,
            plate=show_plate(plate) if plate else "",
            vin=vin,
            engine_no=known.engine_no if known else "",
            purchased_on=told["invoice_date"] or (known.invoice_date if known else ""),
            delivered_on=known.delivery_date if known else "",
            mileage_km=mileage if mileage is not None or known is None else known.odometer_km,
        ),
    )


def stated_demands(source: Source) -> tuple[Demand, ...]:
    """Return the demands as they stand now."""
    return tuple(
        Demand(
            no=row["no"],
            text=row["text"],
            kind=source.words.label("demand_kind", row["kind"]),
            amount_fen=row["amount"],
            wanted_on=day_of(row["deadline"]) if row["deadline"] else "",
            wanted_text=f"{local_time(row['deadline']):%Y-%m-%d %H:%M}" if row["deadline"] else "",
        )
        for row in demands(source.case.id)
    )


def _read_back(words: Words, told: dict[str, Any]) -> ReadBack:
    if told["read_back_at"] is None or not told["read_back_confirmed"]:
        return ReadBack()
    by = words.person(told["read_back_by"])
    confirmed = words.t("documents", "Yes, that is right.")
    return ReadBack(True, told["read_back_at"], by, confirmed)


def _key(words: Words) -> str:
    return words.t("documents", "Key customer")


def _missing_read_back(source: Source) -> list[Missing]:
    if registration(source.case.id)["read_back_text"]:
        return []
    text = Message("documents", "Read the facts back and let the customer confirm them.")
    return [Missing(text, "intake.read_back_text")]


PAPERS = (
    Paper(
        kind="complaint_register",
        prefix="DJ",
        label=Message("documents", "Complaint register"),
        permission="complaint.register",
        build=complaint_register,
    ),
    Paper(
        kind="read_back_sheet",
        prefix="FS",
        label=Message("documents", "Read-back sheet"),
        permission="complaint.register",
        build=read_back_sheet,
        guard=_missing_read_back,
    ),
)
