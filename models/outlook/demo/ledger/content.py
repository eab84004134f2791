"""What a reckoned agreement says on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.content import COMPANY, Vehicle
from models.casework.documents.words import lines
from models.kernel.fields.plate import show_plate
from models.stages.agreement.documents import Payment, SettlementAgreement
from models.stages.agreement.rows_on_paper import (
    answered,
    customer_party,
    our_party,
    schedule_row,
    talks,
    term_of,
)
from models.stages.agreement.tables import Agreement
from models.stages.agreement.tables import Term as TermTable
from models.stages.intake.tables import Intake
from models.stages.negotiation.tables import Option, Round

if TYPE_CHECKING:
    from .sheet import Sheet


def settlement_agreement(sheet: Sheet) -> SettlementAgreement:
    """Return the agreement of a case as it is printed."""
    row, case, words = sheet.of(Agreement)[0], sheet.case, sheet.world.words
    terms = sheet.of(TermTable)
    company = row["customer_kind"] == COMPANY
    return SettlementAgreement(
        letterhead=sheet.world.letterhead,
        party_a=our_party(sheet.world.letterhead, row),
        party_b=(customer_party(words, row),),
        place=row["place"],
        signed_on=row["sign_date"],
        vehicles=_vehicles(sheet),
        received_at_ms=case["received_at"],
        channel=words.label("channel", case["channel"]),
        subject=case["subject"],
        facts_confirmed=lines(row["facts_confirmed"]),
        facts_unconfirmed=lines(row["facts_unconfirmed"]),
        terms=tuple(term_of(words, term) for term in terms),
        schedule=tuple(schedule_row(words, term) for term in terms),
        negotiation=talks(words, sheet.of(Round), sheet.of(Option)),
        demands=tuple(answered(words, demand) for demand in sheet.demands),
        payment=Payment(
            method=words.label("payment_way", row["payment_way"]),
            account=row["payment_account"],
        ),
        household=not company,
        confidential=row["confidential"],
        copies=row["copies"],
        fingerprint=not company,
        witness=row["witness"],
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
