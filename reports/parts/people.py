"""What papers share about the reception of a complaint, customers, cars and demands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.paragraph import Para
from reports.parts.tables import Cell as TableCell
from reports.parts.tables import Label, Span, ledger
from reports.styles import CELL, CELL_BOLD, CELL_MID, CELL_NUM, Run
from reports.voice import DASH, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.documents.content import Demand, Frame, Party, Vehicle
    from models.stages.intake.documents import ComplaintRegister, ReadBackSheet
    from reports.sheet import Fact

SIX = (66.0, 126.0, 50.0, 86.0, 56.0, 78.0)  # label and value, three times


def reception_facts(
    content: ComplaintRegister | ReadBackSheet, frame: Frame, voice: Voice
) -> tuple[tuple[Fact, ...], ...]:
    """Return which case it is, who received it and when, and when the answer was promised."""
    return (
        (
            (voice("Case no."), frame.case_no),
            (voice("Received"), voice.moment(content.received_at_ms)),
        ),
        (
            (voice("Received by"), voice.either(content.receiver)),
            (voice("Answer promised"), voice.moment(content.promised_answer_at_ms)),
        ),
    )


def customer_row(customer: Party, voice: Voice) -> list[TableCell]:
    """Return the row of a customer in a table of six columns."""
    return [
        Label(voice("Customer")),
        _called(customer),
        Label(voice("Phone")),
        voice.either(customer.phone),
        Label(voice("Relation")),
        voice.either(customer.relation),
    ]


def _called(party: Party) -> Para:
    runs = [Run(party.name or DASH, bold=True)]
    if party.salutation:
        runs.append(Run(f"　{party.salutation}"))
    return Para(runs, CELL)


def vehicle_rows(vehicle: Vehicle, voice: Voice) -> list[list[TableCell]]:
    """Return the two rows that describe a car in a table of six columns."""
    return [
        [
            Label(voice("Make and model")),
            voice.either(vehicle.model),
            Label(voice("Plate")),
            voice.either(vehicle.plate),
            Label(voice("Mileage")),
            voice.distance(vehicle.mileage_km),
        ],
        [
            Label(voice("VIN")),
            voice.either(vehicle.vin),
            Label(voice("Bought on")),
            voice.either(vehicle.purchased_on),
            Label(voice("Warranty")),
            Para(voice.either(vehicle.warranty), CELL_BOLD if vehicle.warranty else CELL),
        ],
    ]


def wide(label: str, value: Para | str, columns: int) -> list[TableCell]:
    """Return a row of one label and a value over all other columns."""
    return [Label(label), Span(value, columns - 1)]


def demand_ledger(demands: Sequence[Demand], voice: Voice) -> object:
    """Return the table of what the customer asks for."""
    head = ["No.", "Demand", "Kind", "Amount", "Wanted by"]
    rows = [
        [
            str(demand.no),
            voice.either(demand.text),
            voice.either(demand.kind),
            voice.money(demand.amount_fen),
            demand.wanted_text or voice.either(demand.wanted_on),
        ]
        for demand in demands
    ] or [[DASH] * len(head)]
    return ledger(
        [voice(title) for title in head],
        rows,
        [30, 200, 50, 82, 100],
        [CELL_MID, CELL, CELL_MID, CELL_NUM, CELL],
    )
