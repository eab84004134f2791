"""The clocks of a case as tiles and list cells show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.zone import HOUR
from ui.widgets.clock import Clock, ClockState
from ui.widgets.clock_words import due_clock, span_words

if TYPE_CHECKING:
    from models.casework.case.queries import CaseHead, DueView
    from resources.texts import Texts

KINDS = ("first_response", "plan", "answer", "close")
TITLES = {
    "first_response": "First response",
    "plan": "Plan for the customer",
    "answer": "Promised answer",
    "close": "Closing",
    "sanbao_answer": "Answer to exchange or return",
    "sanbao_complete": "Exchange or return done",
    "delay_15_days": "15 days after the demand",
    "mediation_60_days": "60 days of mediation",
}
_QUIET_PART = 0.5


def clock_of(texts: Texts, due: DueView | None, now: int, *, long: bool = False) -> Clock:
    """Return what a clock shows; one that does not run in this case shows a dash."""
    if due is None:
        return Clock(ClockState.NONE, 0.0, "—")
    if due.paused:
        return Clock(ClockState.PAUSED, 0.0, texts("pages", "Paused"))
    return due_clock(
        texts,
        now=now,
        started_at=due.started_at,
        due_at=due.due_at,
        done_at=due.met_at,
        long=long,
    )


def due_of(head: CaseHead, kind: str) -> DueView | None:
    """Return the clock of a kind, if it runs in this case."""
    return next((due for due in head.dues if due.kind == kind), None)


def silence_clock(
    texts: Texts, head: CaseHead, now: int, limit_hours: int, *, long: bool = False
) -> Clock:
    """Return how long the customer has not heard from us, against the limit of the level (C16)."""
    since = head.last_contact_at if head.last_contact_at is not None else head.received_at
    if head.closed_at is not None:
        return Clock(ClockState.NONE, 0.0, "—")
    span = now - since
    part = span / (limit_hours * HOUR)
    state = ClockState.LATE if part > 1 else ClockState.RUNNING
    if _QUIET_PART < part <= 1:
        state = ClockState.SOON
    return Clock(state, min(1.0, part), span_words(texts, span, long=long))
