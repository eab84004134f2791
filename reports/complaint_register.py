"""The complaint register form (客户投诉登记表): one complaint as the customer told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Spacer

from models.casework.documents.content import Frame, Vehicle
from reports.paragraph import Para
from reports.parts.choices import tick, ticks
from reports.parts.flow import Together
from reports.parts.people import (
    SIX,
    customer_row,
    demand_ledger,
    reception_facts,
    vehicle_rows,
    wide,
)
from reports.parts.places import Blanks, date_blanks
from reports.parts.tables import Cell, Label, Span, facts
from reports.sheet import Sheet
from reports.styles import CELL, CELL_TALL, DECLARATION, MEASURE, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.stages.intake.documents import ComplaintRegister
    from reports.voice import Voice

_FOUR = (66.0, 200.0, 56.0, 140.0)
_JUDGED = (66.0, 214.0, 50.0, 132.0)


def sheet(content: ComplaintRegister, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Customer complaint register"),
        letterhead=content.letterhead,
        facts=reception_facts(content, frame, voice),
        caption=voice("Scan to verify"),
        mark=voice("Internal"),
    )


def story(content: ComplaintRegister, _frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the form from top to bottom."""
    return [
        facts(_who(content, voice), SIX),
        facts(_what(content, voice), _FOUR),
        demand_ledger(content.demands, voice),
        Together([facts(_judged(content, voice), _JUDGED), Spacer(1, 3), *_signing(voice)]),
    ]


def _who(content: ComplaintRegister, voice: Voice) -> list[list[Cell]]:
    customer = content.customer
    rows: list[list[Cell]] = [
        wide(voice("Channel"), ticks(content.channel), 6),
        [
            Label(voice("Source")),
            Span(voice.either(content.source), 2),
            Label(voice("Repeated")),
            Span(_repeat(content.repeat_no, voice), 2),
        ],
        customer_row(customer, voice),
        [
            Label(voice("Address")),
            Span(voice.either(customer.address), 3),
            Label(voice("Customer kind")),
            voice.either(content.customer_kind),
        ],
    ]
    if content.key_customer:
        rows.append(wide(voice("Key customer"), content.key_customer, 6))
    for vehicle in content.vehicles or (Vehicle(),):
        rows += vehicle_rows(vehicle, voice)
    return [*rows, _staff(content, voice)]


def _staff(content: ComplaintRegister, voice: Voice) -> list[Cell]:
    advisor = "、".join(p for p in (content.service_advisor, content.technician) if p)
    return [
        Label(voice("Sales consultant")),
        voice.either(content.sales_consultant),
        Label(voice("Service staff")),
        voice.either(advisor),
        Label(voice("Work order")),
        voice.either(content.work_order),
    ]


def _repeat(number: int, voice: Voice) -> Para:
    again = number > 1
    yes = voice("Yes, time {number}", number=number) if again else voice("Yes")
    return Para([tick(voice("No"), chosen=not again), Run("　"), tick(yes, chosen=again)], CELL)


def _what(content: ComplaintRegister, voice: Voice) -> list[list[Cell]]:
    when = " ".join(
        part
        for part in (content.occurred_on and voice.day(content.occurred_on), content.occurred_time)
        if part
    )
    evidence = "　".join(f"（{k}）{item}" for k, item in enumerate(content.evidence, 1))
    return [
        [
            Label(voice("Category")),
            voice.either(content.category),
            Label(voice("Fault code")),
            voice.either(content.fault_code),
        ],
        [
            Label(voice("Happened")),
            voice.either(when),
            Label(voice("Place")),
            voice.either(content.place),
        ],
        wide(voice("In the customer's words"), Para(voice.either(content.story), CELL_TALL), 4),
        wide(voice("Evidence"), Para(voice.either(evidence), CELL), 4),
    ]


def _judged(content: ComplaintRegister, voice: Voice) -> list[list[Cell]]:
    back = content.read_back
    said = [tick(voice("Read back"), chosen=back.done)]
    if back.done:
        answer = back.answer and voice("Customer: “{answer}”", answer=back.answer)
        time = "" if back.at_ms is None else f"{voice.local(back.at_ms):%H:%M}"
        said += [Run("　" + part) for part in (time, answer) if part]
    return [
        [
            Label(voice("Level")),
            ticks(content.level),
            Label(voice("Mood")),
            ticks(content.mood),
        ],
        [
            Label(voice("Safety risk")),
            ticks(content.safety_risk),
            Label(voice("Media risk")),
            ticks(content.media_risk),
        ],
        [
            Label(voice("Confirmation")),
            Para(said, CELL),
            Label(voice("Notice")),
            voice.either(content.notice_version),
        ],
    ]


def _signing(voice: Voice) -> list[Flowable]:
    third = MEASURE / 3
    note = voice(
        "The above was read back to me and recorded truly. This form only registers the"
        " complaint; it does not establish any party's liability."
    )
    customer = [
        (0.0, [(voice("Customer's signature"), 172.0)]),
        (2 * third - 22, date_blanks(voice)),
    ]
    desk = [
        (0.0, [(voice("Received by"), 104.0)]),
        (third, [(voice("Reviewed by"), 104.0)]),
        (2 * third, [(voice("Taking department"), 104.0)]),
    ]
    return [Para(note, DECLARATION), Spacer(1, 6), Blanks([customer, desk], step=26)]
