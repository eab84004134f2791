"""The dates the law sets: answer, completion, delay, mediation, courtesy car, burden of proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from models.kernel.zone import day_of

from .law import (
    ANSWER_WORKING_DAYS,
    BURDEN_ARTICLE,
    BURDEN_MONTHS,
    COMPLETE_WORKING_DAYS,
    COURTESY_DAYS,
    DELAY_ARTICLE,
    DELAY_DAYS,
    MEDIATION_DAYS,
    REPAIR_PERIOD,
)
from .occurrences import occurrences
from .periods import add_months, anchor_of, effective, window_of
from .timing import courtesy_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from models.kernel.calendar.work_calendar import WorkCalendar
    from resources.texts import Message

    from .facts import History

ANSWER, COMPLETE = "sanbao_answer", "sanbao_complete"
DELAY, MEDIATION = "delay_15_days", "mediation_60_days"
COURTESY, BURDEN = "courtesy_car", "burden_of_proof"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the law with its article; ``order_no`` and ``at`` say which repair, and when."""

    kind: str
    article: str
    day: str
    order_no: str = ""
    at: int | None = None
    doubts: tuple[Message, ...] = ()


def deadlines(history: History, now: int, calendar: WorkCalendar) -> list[Deadline]:
    """Return the dates that are known, in the order of the days."""
    found = [*demanded(history, calendar), *_courtesy_cars(history, now, calendar)]
    received = history.car.delivery_date or anchor_of(history.car)
    if received is not None:
        until = add_months(received, BURDEN_MONTHS)
        found.append(Deadline(BURDEN, BURDEN_ARTICLE, until.isoformat()))
    return sorted(found, key=lambda one: one.day)


def demanded(history: History, calendar: WorkCalendar) -> Iterator[Deadline]:
    """Yield the clocks that a demand and an authority's acceptance start; they never pause."""
    if history.received_on is not None:
        yield _working(ANSWER, history.received_on, ANSWER_WORKING_DAYS, calendar)
    if history.made_on is not None:
        yield _working(COMPLETE, history.made_on, COMPLETE_WORKING_DAYS, calendar)
        yield _plain(DELAY, DELAY_ARTICLE, history.made_on, DELAY_DAYS)
    if history.accepted_on is not None:
        yield _plain(MEDIATION, "12315", history.accepted_on, MEDIATION_DAYS)


def _courtesy_cars(history: History, now: int, calendar: WorkCalendar) -> Iterator[Deadline]:
    anchor = anchor_of(history.car)
    if anchor is None:
        return
    window = window_of(effective(REPAIR_PERIOD, history.car), anchor, calendar)
    for one in occurrences(history, now):
        open_ = one.repair is not None and one.repair.completed_at is None
        if open_ and one.repair and one.problem.quality and one.within(window)[1]:
            at = courtesy_from(one.repair, COURTESY_DAYS)
            yield Deadline(COURTESY, "21", day_of(at), one.evidence, at)


def _working(kind: str, start: date, count: int, calendar: WorkCalendar) -> Deadline:
    due = calendar.add_working_days(start, count)
    return Deadline(kind, "28", due.day.isoformat(), doubts=due.warnings)


def _plain(kind: str, article: str, start: date, days: int) -> Deadline:
    return Deadline(kind, article, (start + timedelta(days=days)).isoformat())
