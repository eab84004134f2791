"""Clocks of cases that ran out or run out today, and customers who hear nothing from us."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from models.casework.case.clock import ANSWER, CLOSE, FIRST_RESPONSE, PLAN
from models.casework.case.queries import dues_of
from models.casework.case.rules import rank
from models.casework.case.tables import Case
from models.kernel import settings
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.zone import HOUR, day_of, end_of_day
from resources.texts import Message

from .entry import DUE_TODAY, OVERDUE, SILENCE, Waiting, waiting_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.casework.case.queries import DueView

_FOLLOWED_UP = ("DRAFT", "VERIFIED", "FOLLOW_UP")
"""States in which silence is no fault: nothing was promised yet, or rounds of calls are planned."""

_LATE = {
    FIRST_RESPONSE: Message("today", "The first response is late."),
    PLAN: Message("today", "The plan for the customer is late."),
    ANSWER: Message("today", "A promised answer is late."),
    CLOSE: Message("today", "Closing the case is late."),
}
_TODAY = {
    FIRST_RESPONSE: Message("today", "The first response is due."),
    PLAN: Message("today", "The plan for the customer is due."),
    ANSWER: Message("today", "The promised answer is due."),
    CLOSE: Message("today", "The case has to be closed."),
}
_OTHER_LATE = Message("today", "A time limit has passed.")
_OTHER_TODAY = Message("today", "A time limit ends.")
_PLACES = {PLAN: "negotiation.option.add", CLOSE: "case.next_step"}
_CONTACT = "case.contact.add"


def clocks(mine: Any, now: int, limit: int) -> list[Waiting]:
    """Return the clocks that ran out or run out today, at most one of each sort a case."""
    end = end_of_day(day_of(now))
    query = _open(mine).where(Case.next_due_at <= end).order_by(Case.next_due_at, Case.id)
    cases = list(query.limit(limit))
    dues = dues_of([case.id for case in cases], now)
    return [line for case in cases for line in _lines(case, dues.get(case.id, ()), now, end)]


def _lines(case: Case, dues: Sequence[DueView], now: int, end: int) -> Iterator[Waiting]:
    running = [due for due in dues if due.met_at is None and not due.paused and due.due_at <= end]
    late = [due for due in running if due.due_at < now]
    today = [due for due in running if due.due_at >= now]
    if late:
        text = _LATE.get(late[0].kind, _OTHER_LATE)
        yield _line(OVERDUE, case, late[0], text)
    if today:
        text = _TODAY.get(today[0].kind, _OTHER_TODAY)
        yield _line(DUE_TODAY, case, today[0], text)


def _line(kind: str, case: Case, due: DueView, text: Message) -> Waiting:
    place = _PLACES.get(due.kind, _CONTACT)
    return waiting_for(kind, case, due.due_at, kind == OVERDUE, text, place)


def silences(mine: Any, branch_id: int, now: int, limit: int) -> list[Waiting]:
    """Return the cases whose customer has heard nothing from us for too long (C16)."""
    hours = settings.get(branch_id, "clock.silence_hours")
    never = Case.last_contact_at == FAR_FUTURE
    quiet = [
        (Case.level_rank == rank(level))
        & ((Case.last_contact_at < since) | (never & (Case.received_at < since)))
        for level, since in ((level, now - count * HOUR) for level, count in hours.items())
    ]
    query = _open(mine).where(
        Case.state.not_in(_FOLLOWED_UP), Case.hold != "restricted", reduce(or_, quiet)
    )
    found = query.order_by(Case.level_rank.desc(), Case.last_contact_at, Case.id).limit(limit)
    return [_silence(case, hours[case.level], now) for case in found]


def _silence(case: Case, allowed_hours: int, now: int) -> Waiting:
    never = case.last_contact_at == FAR_FUTURE
    since = case.received_at if never else case.last_contact_at
    text = Message(
        "today", "The customer has heard nothing for {hours} hours.", hours=(now - since) // HOUR
    )
    return waiting_for(SILENCE, case, since + allowed_hours * HOUR, True, text, _CONTACT)


def _open(mine: Any) -> Any:
    return Case.select().where(mine, Case.closed_at == FAR_FUTURE, alive(Case))
