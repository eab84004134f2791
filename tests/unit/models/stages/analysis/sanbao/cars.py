"""A household car with a history, told in days after delivery."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from models.kernel.calendar.work_calendar import default_calendar
from models.kernel.zone import HOUR, moment_of
from models.stages.analysis.sanbao.facts import Car, History, Problem, Repair
from models.stages.analysis.sanbao.opinion import Opinion, judge

if TYPE_CHECKING:
    from models.stages.analysis.sanbao.verdicts import RuleOpinion

DELIVERED = date(2026, 3, 2)
PRIVATE: dict[str, Any] = {"use_kind": "private", "has_invoice": True, "has_certificate": True}
CALENDAR = default_calendar()


def on(day: date, hour: int = 9) -> int:
    """Return the moment of an hour on a day."""
    return moment_of(datetime.combine(day, time(hour)))


def car(**values: Any) -> Car:
    """Return a car that was invoiced and delivered on the same day."""
    dates = {"invoice_date": DELIVERED, "delivery_date": DELIVERED}
    return Car(**(dates | PRIVATE | values))


def stay(
    no: str,
    start: date,
    *problems: Problem,
    hours: int | None = 5,
    km: int | None = 1000,
    **more: Any,
) -> Repair:
    """Return a repair order that took some hours; without hours it is not finished."""
    begun = on(start)
    done = None if hours is None else begun + hours * HOUR
    return Repair(no, begun, done, km, problems=problems, **more)


def opinion(*repairs: Repair, of: Car | None = None, now: int = 0, **history: Any) -> Opinion:
    """Judge a history as of the hour after the last repair, or at ``now``."""
    last = max(((one.completed_at or one.confirmed_at) for one in repairs), default=on(DELIVERED))
    return judge(History(of or car(), repairs, **history), now or last + HOUR, CALENDAR)


def verdict(rule: str, *repairs: Repair, **told: Any) -> str:
    """Return what one rule comes to."""
    return line(rule, *repairs, **told).verdict


def line(rule: str, *repairs: Repair, **told: Any) -> RuleOpinion:
    """Return the line of one rule."""
    return next(one for one in opinion(*repairs, **told).rules if one.rule.id == rule)


def after(days: int) -> date:
    """Return a day after delivery."""
    return DELIVERED + timedelta(days=days)


ENGINE = Problem(
    "发动机异响",
    quality=True,
    safety=False,
    cannot_drive=False,
    system="engine",
    part_kind="main_part",
    part="曲轴",
    replacement="part",
    eliminated=True,
)
BRAKE = Problem(
    "制动失效",
    quality=True,
    safety=True,
    cannot_drive=True,
    failure="brake_failure",
    system="brake",
    part_kind="other_part",
    replacement="nothing",
    eliminated=True,
)
RATTLE = Problem(
    "异响",
    quality=True,
    safety=False,
    cannot_drive=False,
    system="other",
    part_kind="other_part",
    replacement="nothing",
    eliminated=False,
)
