"""The dispatch slip (投诉处理派工单): an order to one department, with a receipt to tear off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Spacer, Table

from reports.fonts import REGULAR
from reports.paragraph import Para
from reports.parts.choices import ticks
from reports.parts.flow import Together
from reports.parts.people import wide
from reports.parts.places import Blanks
from reports.parts.tables import Cell, Label, facts, ledger
from reports.parts.tear_off import CutLine, TornReceipt
from reports.sheet import Sheet
from reports.styles import (
    CELL,
    CELL_MID,
    CELL_TALL,
    INK,
    MEASURE,
    WHITE,
    Look,
    Run,
    color,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents.content import Frame
    from models.stages.implementation.documents import DispatchSlip
    from reports.voice import Voice

_FOUR = (66.0, 180.0, 66.0, 150.0)
_BANNER = Look(size=11, leading=20, bold=True, align="left", color=WHITE)
_PROMISE = Look(size=11, leading=20, bold=True, align="right", color=WHITE)


def sheet(content: DispatchSlip, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Complaint dispatch slip"),
        letterhead=content.letterhead,
        facts=(
            ((voice("Slip no."), frame.doc_no), (voice("Case no."), frame.case_no)),
            (
                (voice("Dispatched"), voice.moment(content.dispatched_at_ms)),
                (voice("Dispatched by"), voice.either(content.dispatcher)),
            ),
        ),
        caption=voice("Scan to verify"),
        mark=content.department,
    )


def story(content: DispatchSlip, frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the slip from top to bottom."""
    return [
        _banner(content, voice),
        facts(_order(content, voice), _FOUR),
        _tasks(content, voice),
        facts(_means(content, voice), _FOUR),
        Together(
            [
                Spacer(1, 4),
                _signing(voice),
                CutLine(voice("Tear off here and return")),
                TornReceipt(_receipt_line(content, frame, voice), voice),
            ]
        ),
    ]


def _banner(content: DispatchSlip, voice: Voice) -> Table:
    """Return the deadline, white on black."""
    deadline = [
        Run(f"{voice('Finish by')}　"),
        Run(voice.moment(content.deadline_at_ms), size=15),
    ]
    promise = (
        voice("Promised to the customer: {promise}", promise=content.promise)
        if content.promise
        else ""
    )
    return Table(
        [[Para(deadline, _BANNER), Para(promise, _PROMISE)]],
        colWidths=[228, MEASURE - 228],
        spaceAfter=7,
        style=[
            ("BACKGROUND", (0, 0), (-1, -1), color(INK)),
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ],
    )


def _order(content: DispatchSlip, voice: Voice) -> list[list[Cell]]:
    vehicle = content.vehicle
    car = "　".join(part for part in (vehicle.model, vehicle.plate) if part)
    customer = "　".join(part for part in (content.customer_masked, content.phone_masked) if part)
    return [
        wide(voice("Urgency"), ticks(content.urgency), 4),
        wide(voice("Level"), ticks(content.level), 4),
        _four(voice, "Department", content.department, "In charge", content.responsible),
        _four(voice, "Assisting", content.assisting_departments, "Assistants", content.assistants),
        _four(voice, "Vehicle", car, "Mileage", voice.distance(vehicle.mileage_km)),
        _four(voice, "Customer", customer, "Contact", content.contact_rule),
        wide(voice("Problem"), Para(voice.either(content.problem), CELL_TALL), 4),
        wide(voice("Customer asks"), Para(voice.either(content.request), CELL_TALL), 4),
    ]


def _four(voice: Voice, left: str, value: str, right: str, other: str) -> list[Cell]:
    return [
        Label(voice(left)),
        voice.either(value),
        Label(voice(right)),
        voice.either(other),
    ]


def _tasks(content: DispatchSlip, voice: Voice) -> Table:
    head = ["No.", "Task", "Requirement", "Who", "Deadline", "Done at", "Signed"]
    rows = [
        [
            str(number),
            task.text,
            voice.either(task.requirement),
            voice.either(task.responsible),
            voice.narrow_moment(task.due_at_ms),
            "",
            "",
        ]
        for number, task in enumerate(content.tasks, 1)
    ]
    return ledger(
        [voice(title) for title in head],
        rows,
        [30, 112, 100, 46, 70, 56, 48],
        [CELL_MID, CELL, CELL, CELL, CELL, CELL, CELL],
    )


def _means(content: DispatchSlip, voice: Voice) -> list[list[Cell]]:
    money: str | Para = voice.either(content.expense_note)
    if content.expense_limit_fen is not None:
        words = voice.rich("Up to **{sum}**. ", sum=voice.money(content.expense_limit_fen))
        money = Para([*words, Run(content.expense_note)], CELL)
    return [
        _four(voice, "Parts", content.parts, "Parts from", content.parts_source),
        [
            Label(voice("Expenses allowed")),
            money,
            Label(voice("Borne by")),
            voice.either(content.cost_bearer),
        ],
    ]


def _signing(voice: Voice) -> Blanks:
    third = MEASURE / 3
    rows = [
        [("Taken by", 100.0), ("Taken at", 92.0), ("Head of department", 106.0)],
        [("Finished by", 100.0), ("Checked by", 92.0), ("Slip closed by", 106.0)],
    ]
    return Blanks(
        [
            [(k * third, [(voice(words), length)]) for k, (words, length) in enumerate(row)]
            for row in rows
        ],
        step=29,
    )


def _receipt_line(content: DispatchSlip, frame: Frame, voice: Voice) -> str:
    deadline = voice("Deadline {moment}", moment=voice.moment(content.deadline_at_ms))
    return "　".join(part for part in (frame.doc_no, content.vehicle.plate, deadline) if part)
