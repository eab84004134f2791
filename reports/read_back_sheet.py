"""The read-back sheet (复述确认单): what we understood, for the customer to confirm or correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Spacer

from reports.paragraph import Para
from reports.parts.choices import tick
from reports.parts.flow import Together
from reports.parts.people import SIX, customer_row, demand_ledger, reception_facts, vehicle_rows
from reports.parts.places import Blanks, date_blanks
from reports.parts.tables import Cell, Label, Span, facts
from reports.sheet import Sheet
from reports.styles import BODY, CELL, CELL_TALL, CLAUSE_HEAD, DECLARATION, MEASURE, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents.content import Frame
    from models.stages.intake.documents import ReadBackSheet
    from reports.voice import Voice

_POINTS = (82.0, 380.0)


def sheet(content: ReadBackSheet, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Confirmation of a complaint"),
        letterhead=content.letterhead,
        facts=reception_facts(content, frame, voice),
        caption=voice("Scan to verify"),
    )


def story(content: ReadBackSheet, _frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the sheet from top to bottom."""
    parts: list[Flowable] = [facts(_who(content, voice), SIX)]
    parts.append(Para(voice("This is how we understood you"), CLAUSE_HEAD))
    parts += [Para(line, BODY) for line in content.text.splitlines() if line.strip()]
    parts.append(Spacer(1, 4))
    if content.points:
        rows: list[list[Cell]] = [
            [Label(point.label), Para(voice.either(point.text), CELL_TALL)]
            for point in content.points
        ]
        parts.append(facts(rows, _POINTS))
    parts.append(Para(voice("What you ask for"), CLAUSE_HEAD))
    parts.append(demand_ledger(content.demands, voice))
    parts.append(Together([facts(_answer(content, voice), _POINTS), *_signing(content, voice)]))
    return parts


def _who(content: ReadBackSheet, voice: Voice) -> list[list[Cell]]:
    rows: list[list[Cell]] = [customer_row(content.customer, voice)]
    for vehicle in content.vehicles:
        rows += vehicle_rows(vehicle, voice)
    rows.append(
        [
            Label(voice("Ask")),
            Span(voice.either(content.contact), 3),
            Label(voice("Phone")),
            voice.either(content.contact_phone),
        ]
    )
    return rows


def _answer(content: ReadBackSheet, voice: Voice) -> list[list[Cell]]:
    back = content.read_back
    said = [tick(voice("Read back"), chosen=back.done)]
    if back.done:
        time = "" if back.at_ms is None else voice.moment(back.at_ms)
        answer = back.answer and voice("Customer: “{answer}”", answer=back.answer)
        parts = (time, content.medium, back.by, answer)
        said += [Run(f"　{part}") for part in parts if part]
    corrections = "\n".join(
        f"（{voice.ordinal(k)}）{text}" for k, text in enumerate(content.corrections, 1)
    )
    return [
        [Label(voice("Confirmation")), Para(said, CELL)],
        [
            Label(voice("Put right by the customer")),
            Para(corrections or voice("None"), CELL_TALL),
        ],
    ]


def _signing(content: ReadBackSheet, voice: Voice) -> list[Flowable]:
    choice = [
        tick(voice("This is right"), chosen=False),
        Run("　　"),
        tick(voice("This still has to be changed:"), chosen=False),
    ]
    note = voice(
        "By signing I only confirm that {house} understood me correctly. I give up no right and"
        " may add to my complaint at any time. This sheet does not establish any party's"
        " liability.",
        house=content.letterhead.name,
    )
    blank = Blanks([[(0.0, [("", MEASURE)])], [(0.0, [("", MEASURE)])]], step=24)
    signature = Blanks(
        [
            [
                (0.0, [(voice("Customer's signature"), 160.0)]),
                (2 * MEASURE / 3 - 22, date_blanks(voice)),
            ]
        ],
        step=30,
    )
    return [
        Spacer(1, 2),
        Para(choice, CELL),
        blank,
        Spacer(1, 8),
        Para(note, DECLARATION),
        signature,
    ]
