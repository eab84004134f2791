"""What a reckoned agreement says on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.content import COMPANY, Party, Vehicle
from models.casework.documents.words import lines
from models.kernel.fields.plate import show_plate
from models.kernel.zone import day_of
from models.stages.agreement.documents import (
    AnsweredDemand,
    NegotiationStep,
    Payment,
    ScheduleRow,
    SettlementAgreement,
    Term,
)
from models.stages.agreement.rules import is_paid
from models.stages.agreement.tables import Agreement
from models.stages.agreement.tables import Term as TermTable
from models.stages.intake.tables import Intake
from models.stages.negotiation.tables import Option, Round

if TYPE_CHECKING:
    from .sheet import Row, Sheet

_EXPLAINED = ("partly", "refused", "dropped")


def settlement_agreement(sheet: Sheet) -> SettlementAgreement:
    """Return the agreement of a case as it is printed."""
    row, case, label = sheet.of(Agreement)[0], sheet.case, sheet.world.words.label
    terms = sheet.of(TermTable)
    company = row["customer_kind"] == COMPANY
    return SettlementAgreement(
        letterhead=sheet.world.letterhead,
        party_a=_party_a(sheet, row),
        party_b=(_party_b(sheet, row),),
        place=row["place"],
        signed_on=row["sign_date"],
        vehicles=_vehicles(sheet),
        received_at_ms=case["received_at"],
        channel=label("channel", case["channel"]),
        subject=case["subject"],
        facts_confirmed=lines(row["facts_confirmed"]),
        facts_unconfirmed=lines(row["facts_unconfirmed"]),
        terms=tuple(_term(sheet, term) for term in terms),
        schedule=tuple(
            ScheduleRow(term["text"], _who(sheet, term), term["due_on"], term["proof"])
            for term in terms
        ),
        negotiation=tuple(_negotiation(sheet)),
        demands=tuple(_answered(sheet, row) for row in sheet.demands),
        payment=Payment(
            method=label("payment_way", row["payment_way"]), account=row["payment_account"]
        ),
        household=not company,
        confidential=row["confidential"],
        copies=row["copies"],
        fingerprint=not company,
        witness=row["witness"],
    )


def _party_a(sheet: Sheet, row: Row) -> Party:
    house = sheet.world.letterhead
    return Party(
        name=house.name,
        kind=COMPANY,
        id_number=house.credit_code,
        address=house.address,
        phone=house.phone,
        representative=row["our_representative"],
        representative_title=row["our_title"],
    )


def _party_b(sheet: Sheet, row: Row) -> Party:
    label = sheet.world.words.label
    company = row["customer_kind"] == COMPANY
    return Party(
        name=row["customer_name"],
        kind=row["customer_kind"],
        id_kind="" if company else label("id_kind", row["id_kind"]),
        id_number=row["id_no"],
        address=row["address"],
        phone=row["phone"],
        relation=label("relation", row["relation"]),
        representative=row["agent"],
    )


def _vehicles(sheet: Sheet) -> tuple[Vehicle, ...]:
    told, car = sheet.of(Intake)[0], sheet.history.party
    mileage = told["odometer_km"]
    return (
        Vehicle(
            model=told["model"],
            plate=show_plate(told["plate_no"]),
            vin=told["vin"],
            purchased_on=told["invoice_date"],
            mileage_km=car.odometer_km if mileage is None else mileage,
        ),
    )


def _term(sheet: Sheet, term: Row) -> Term:
    return Term(
        kind=sheet.world.words.label("compensation_kind", term["kind"]),
        text=term["text"],
        amount_fen=term["amount"],
        paid=is_paid(term),
        payee=term["payee"],
        due_on=term["due_on"],
        by_whom=_who(sheet, term),
    )


def _who(sheet: Sheet, term: Row) -> str:
    words = sheet.world.words
    department = words.label("department", term["department"])
    return " ".join(x for x in (department, words.person(term["responsible"])) if x)


def _negotiation(sheet: Sheet) -> list[NegotiationStep]:
    words = sheet.world.words
    titles = {row["no"]: row["title"] for row in sheet.of(Option)}
    return [
        NegotiationStep(
            on=day_of(row["at"]),
            people="、".join(x for x in (words.person(row["by"]), row["with_whom"]) if x),
            result="，".join(
                x
                for x in (
                    titles.get(row["option_no"], ""),
                    words.label("round_result", row["result"]),
                )
                if x
            ),
        )
        for row in sheet.of(Round)
    ]


def _answered(sheet: Sheet, row: Row) -> AnsweredDemand:
    explained = row["answer_text"] if row["answer"] in _EXPLAINED else ""
    return AnsweredDemand(
        no=row["no"],
        text=row["text"],
        answer=sheet.world.words.label("answer", row["answer"]),
        amount_fen=row["amount"],
        remark=explained or row["agreed_text"],
    )
