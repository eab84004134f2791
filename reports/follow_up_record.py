"""The record of a follow-up call (回访记录): are promises kept, is the customer content?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Spacer, Table

from models.casework.documents.content import Choice
from reports.paragraph import Para
from reports.parts.choices import tick, ticks
from reports.parts.flow import Together
from reports.parts.people import wide
from reports.parts.places import Blanks, date_blanks
from reports.parts.tables import Cell, Label, facts, ledger
from reports.sheet import Sheet
from reports.styles import CELL, CELL_BOLD, CELL_MID, CELL_TALL, DECLARATION, MEASURE, Run
from reports.voice import DASH, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents.content import Frame
    from models.stages.followup.documents import FollowUpRecord

_FOUR = (66.0, 180.0, 66.0, 150.0)
_QUESTIONS = (126.0, 336.0)
_BEST = 10


def sheet(content: FollowUpRecord, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Follow-up record"),
        letterhead=content.letterhead,
        facts=(
            ((voice("Record no."), frame.doc_no), (voice("Case no."), frame.case_no)),
            (
                (voice("Planned"), voice.moment(content.planned_at_ms)),
                (voice("Done"), voice.moment(content.done_at_ms)),
            ),
        ),
        caption=voice("Scan to verify"),
        mark=voice("Internal"),
    )


def story(content: FollowUpRecord, _frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the record from top to bottom."""
    parts: list[Flowable] = [facts(_call(content, voice), _FOUR)]
    if content.attempts:
        parts.append(_attempts(content, voice))
    if content.outcomes:
        parts.append(_outcomes(content, voice))
    parts.append(facts(_answers(content, voice), _QUESTIONS))
    parts.append(facts(_result(content, voice), _FOUR))
    return [*parts, Together(_signing(voice, independent=content.independent))]


def _call(content: FollowUpRecord, voice: Voice) -> list[list[Cell]]:
    vehicle = content.vehicle
    car = "　".join(part for part in (vehicle.model, vehicle.plate) if part)
    return [
        [
            Label(voice("Round")),
            Para(voice.either(content.round_name), CELL_BOLD),
            Label(voice("By way of")),
            voice.either(content.medium),
        ],
        [
            Label(voice("Customer")),
            "　".join(part for part in (content.customer, content.phone_masked) if part) or DASH,
            Label(voice("Spoke with")),
            voice.either(content.spoke_with),
        ],
        [
            Label(voice("Called by")),
            voice.either(content.caller),
            Label(voice("Handled by")),
            voice.either(content.handler),
        ],
        [
            Label(voice("Vehicle")),
            voice.either(car),
            Label(voice("Mileage")),
            voice.distance(vehicle.mileage_km),
        ],
        wide(voice("Connection"), ticks(content.connection), 4),
    ]


def _attempts(content: FollowUpRecord, voice: Voice) -> Table:
    head = ["No.", "Attempt at", "By", "Result"]
    rows = [
        [str(number), voice.moment(attempt.at_ms), attempt.by, voice.either(attempt.result)]
        for number, attempt in enumerate(content.attempts, 1)
    ]
    return ledger(
        [voice(title) for title in head],
        rows,
        [30, 130, 92, 210],
        [CELL_MID, CELL, CELL, CELL],
    )


def _outcomes(content: FollowUpRecord, voice: Voice) -> Table:
    head = ["No.", "Customer's demand", "Outcome", "Satisfaction", "Remark"]
    rows = [
        [
            str(outcome.no),
            outcome.text,
            voice.either(outcome.outcome),
            voice.either(outcome.satisfaction),
            voice.either(outcome.remark),
        ]
        for outcome in content.outcomes
    ]
    return ledger(
        [voice(title) for title in head],
        rows,
        [30, 150, 92, 66, 124],
        [CELL_MID, CELL, CELL, CELL_MID, CELL],
    )


def _answers(content: FollowUpRecord, voice: Voice) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [Label(answer.question), _answer(answer.choice, answer.remark)]
        for answer in content.answers
    ]
    scale: list[str | Run] = []
    for score in range(_BEST + 1):
        scale += [tick(str(score), chosen=score == content.recommend), Run(" ")]
    rows.append([Label(voice("Would recommend us (0 to 10)")), Para(scale[:-1], CELL)])
    rows.append(
        [
            Label(voice("In the customer's words")),
            Para(voice.either(content.words), CELL_TALL),
        ]
    )
    return rows


def _answer(choice: Choice, remark: str) -> Para:
    return ticks(Choice(choice.options, choice.chosen, remark or choice.note))


def _result(content: FollowUpRecord, voice: Voice) -> list[list[Cell]]:
    return [
        [
            Label(voice("New problem")),
            voice.either(content.new_problem),
            Label(voice("New case")),
            voice.either(content.new_case_no),
        ],
        [
            Label(voice("Conclusion")),
            ticks(content.conclusion),
            Label(voice("Next round")),
            voice.moment(content.next_at_ms),
        ],
    ]


def _signing(voice: Voice, *, independent: bool) -> list[Flowable]:
    note = voice("The answers are written down as the customer gave them; no answer was suggested.")
    if independent:
        note = voice("The caller did not handle this case. ") + note
    row = [
        (0.0, [(voice("Called by"), 104.0)]),
        (MEASURE / 3, [(voice("Reviewed by"), 104.0)]),
        (2 * MEASURE / 3, date_blanks(voice)),
    ]
    return [Spacer(1, 3), Para(note, DECLARATION), Spacer(1, 6), Blanks([row], step=26)]
