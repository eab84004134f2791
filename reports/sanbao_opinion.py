"""The opinion on the three guarantees (三包检核意见): what is suspected, why, until when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import Spacer, Table

from reports.paragraph import Para
from reports.parts.flow import Together
from reports.parts.people import wide
from reports.parts.places import Blanks, date_blanks
from reports.parts.tables import Cell, Label, facts, ledger
from reports.sheet import Sheet
from reports.styles import CELL, DECLARATION, MEASURE, Run
from reports.voice import DASH, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.casework.documents.content import Frame
    from models.stages.analysis.sanbao.documents import OpinionLine, SanbaoOpinion

_FOUR = (66.0, 180.0, 66.0, 150.0)
_TWO = (66.0, 396.0)
_SMALL = replace(CELL, size=9, leading=12)
_SMALL_MID = replace(_SMALL, align="center")


def sheet(content: SanbaoOpinion, frame: Frame, voice: Voice) -> Sheet:
    """Return what stands on every page."""
    return Sheet(
        title=voice("Three-guarantee opinion"),
        letterhead=content.letterhead,
        facts=(
            ((voice("Opinion no."), frame.doc_no), (voice("Case no."), frame.case_no)),
            (
                (voice("Judged on"), voice.day(content.judged_on)),
                (voice("Judged by"), voice.either(content.judged_by)),
            ),
        ),
        caption=voice("Scan to verify"),
        mark=voice("Internal"),
    )


def story(content: SanbaoOpinion, _frame: Frame, voice: Voice) -> Sequence[Flowable]:
    """Return the opinion from top to bottom."""
    return [
        facts(_car(content, voice), _FOUR),
        _rules(content, voice),
        facts(_means(content, voice), _TWO),
        Together(_signing(voice)),
    ]


def _car(content: SanbaoOpinion, voice: Voice) -> list[list[Cell]]:
    vehicle = content.vehicle
    car = "　".join(part for part in (vehicle.model, vehicle.plate) if part)
    return [
        _four(voice, "Customer", content.customer, "Vehicle", car),
        _four(voice, "VIN", vehicle.vin, "Mileage", voice.distance(vehicle.mileage_km)),
        _four(voice, "Counted from", voice.day(content.anchor), "Use", content.use),
        _four(
            voice, "Free repair until", content.repair_until, "Sanbao until", content.sanbao_until
        ),
    ]


def _four(voice: Voice, left: str, value: str, right: str, other: str) -> list[Cell]:
    return [
        Label(voice(left)),
        voice.either(value),
        Label(voice(right)),
        voice.either(other),
    ]


def _rules(content: SanbaoOpinion, voice: Voice) -> Table:
    head = ["Article", "Duty and verdict", "Grounds and evidence"]
    rows: list[list[Para | str]] = [
        [line.article, _verdict(line), _grounds(line, voice)] for line in content.lines
    ]
    if content.not_met:
        verdict = Para(voice("Not met by what is recorded"), _SMALL)
        rows.append(["—", verdict, "；".join(content.not_met)])
    return ledger(
        [voice(title) for title in head],
        rows,
        [52, 140, 270],
        [_SMALL_MID, _SMALL, _SMALL],
    )


def _verdict(line: OpinionLine) -> Para:
    look = replace(_SMALL, bold=line.suspected)
    return Para([Run(line.title), Run("\n"), Run(line.verdict)], look)


def _grounds(line: OpinionLine, voice: Voice) -> Para:
    runs = [Run("".join(_ended(part) for part in line.grounds))]
    if line.decision:
        runs.append(Run(voice("A person: {decision}", decision=line.decision), bold=True))
    return Para(runs, _SMALL)


def _ended(part: str) -> str:
    return part if part.endswith(("。", ".")) else f"{part}。"


def _means(content: SanbaoOpinion, voice: Voice) -> list[list[Cell]]:
    dates = "；".join(
        voice("by {day}: {text}", day=voice.day(one.day), text=one.text) for one in content.dates
    )
    rows = [
        wide(voice("Customer may ask"), Para("".join(content.remedies) or DASH, _SMALL), 2),
        wide(voice("Papers not seen"), Para(voice.either(content.papers), _SMALL), 2),
        wide(voice("Usage fee"), Para(voice.either(content.fee), _SMALL), 2),
        wide(voice("Dates"), Para(voice.either(dates), _SMALL), 2),
    ]
    if content.doubts:
        rows.append(wide(voice("To be decided"), Para("".join(content.doubts), _SMALL), 2))
    return rows


def _signing(voice: Voice) -> list[Flowable]:
    note = voice(
        "Suspected by the recorded facts and the rules of Order 43 of the State Administration "
        "for Market Regulation; a person has to confirm it. It refuses no demand by itself."
    )
    row = [
        (0.0, [(voice("Judged by"), 104.0)]),
        (MEASURE / 3, [(voice("Reviewed by"), 104.0)]),
        (2 * MEASURE / 3, date_blanks(voice)),
    ]
    return [Spacer(1, 3), Para(note, DECLARATION), Blanks([row], step=26)]
