"""What the stage strip shows of a case: done, here, something missing, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.rules import STAGES
from ui.widgets.stage_strip import Stage, StageStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.flow.step import StepView

    from .desk import CaseDesk

TITLES = {
    "registration": "Registration",
    "response": "First response",
    "analysis": "Analysis",
    "negotiation": "Negotiation",
    "agreement": "Agreement",
    "implementation": "Implementation",
    "follow_up": "Follow-up",
    "review": "Review",
}


def stage_views(desk: CaseDesk, steps: Sequence[StepView]) -> list[Stage]:
    """Return the eight stages as they stand."""
    here = STAGES.index(desk.head.stage)
    forward = next((step for step in steps if step.forward), None)
    missing = len(forward.missing) if forward else 0
    views = []
    for place, name in enumerate(STAGES):
        status, note = _status(desk, place, here, missing)
        views.append(Stage(name, place + 1, desk.t("pages", TITLES[name]), status, note))
    return views


def _status(desk: CaseDesk, place: int, here: int, missing: int) -> tuple[StageStatus, str]:
    if place > here:
        return StageStatus.LATER, desk.t("pages", "Not begun")
    ended = desk.head.closed_at is not None
    if place < here or ended:
        return StageStatus.DONE, _done_note(desk, place)
    if missing:
        return StageStatus.MISSING, desk.t("pages", "{count} missing", count=missing)
    return StageStatus.HERE, desk.t("case", f"state {desk.head.state}")


def _done_note(desk: CaseDesk, place: int) -> str:
    head = desk.head
    if STAGES[place] == "registration":
        return desk.labels.moment(head.received_at)
    if STAGES[place] == "response":
        return desk.labels.moment(head.first_response_at)
    if STAGES[place] == "review" and head.outcome:
        return desk.labels.code("outcome", head.outcome)
    return desk.t("pages", "Done")
