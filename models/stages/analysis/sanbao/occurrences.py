"""Each problem at the time it came to the workshop, with what is known of the mileage then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.kernel.zone import local_time

from .facts import Problem, Repair, Tri, every

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .facts import History
    from .periods import Window

Check = tuple[str, Tri]
"""A fact by its name and whether it speaks for the rule."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A problem with its repair, if one was begun; the mileage is from ``low`` to ``high``."""

    problem: Problem
    repair: Repair | None
    at: int
    low: int | None
    high: int | None

    @property
    def day(self) -> date:
        """The local day on which the repair was agreed on, or the problem came up."""
        return local_time(self.at).date()

    @property
    def carried_out(self) -> bool:
        """Whether the repair is done."""
        return self.repair is not None and self.repair.completed_at is not None

    @property
    def evidence(self) -> str:
        """The order number, or the day where there is none."""
        named = self.repair.order_no if self.repair is not None else ""
        return named or self.day.isoformat()

    def within(self, window: Window) -> Check:
        """Tell whether it lies within a window; only the mileage may be unknown."""
        return ("odometer", window.holds(self.day, self.low, self.high))

    @property
    def quality(self) -> Check:
        """Whether it is a quality problem."""
        return ("quality", self.problem.quality)


@dataclass(frozen=True, slots=True)
class Sifted:
    """Occurrences that fulfil every check, and those of which a fact is missing, by its names."""

    sure: tuple[Occurrence, ...]
    open: tuple[tuple[Occurrence, tuple[str, ...]], ...]

    @property
    def possible(self) -> tuple[Occurrence, ...]:
        """Those that fulfil every check once the missing facts are known to speak for it."""
        return tuple(one for one, _facts in self.open)


def occurrences(history: History, now: int) -> list[Occurrence]:
    """Return every problem in its time; an order that nobody judged is one unknown problem."""
    readings = _readings(history, now)
    found = [
        _placed(problem, repair, repair.confirmed_at, repair.odometer_km, readings)
        for repair in history.repairs
        for problem in repair.problems or (Problem(),)
    ]
    found += [
        _placed(
            problem, None, now if problem.at is None else problem.at, problem.odometer_km, readings
        )
        for problem in history.problems
    ]
    return sorted(found, key=lambda one: one.at)


def sift(checked: Sequence[tuple[Occurrence, Sequence[Check]]]) -> Sifted:
    """Part occurrences by their checks; one that fails a check is left out."""
    sure, unknown = [], []
    for one, checks in checked:
        answer = every(*(answer for _fact, answer in checks))
        if answer:
            sure.append(one)
        elif answer is None:
            unknown.append((one, _lacking(checks)))
    return Sifted(tuple(sure), tuple(unknown))


def orders_of(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Return one occurrence for each repair: two problems of one order are one repair."""
    by_repair: dict[int, Occurrence] = {}
    for one in found:
        by_repair.setdefault(id(one.repair) if one.repair is not None else id(one), one)
    return list(by_repair.values())


def _lacking(checks: Sequence[Check]) -> tuple[str, ...]:
    facts = tuple(fact for fact, answer in checks if answer is None)
    return ("quality",) if "quality" in facts else facts


def _readings(history: History, now: int) -> list[tuple[int, int]]:
    read = [(one.confirmed_at, one.odometer_km) for one in history.repairs]
    read += [(now if one.at is None else one.at, one.odometer_km) for one in history.problems]
    read.append((now, history.car.odometer_km))
    return [(at, km) for at, km in read if km is not None]


def _placed(
    problem: Problem,
    repair: Repair | None,
    at: int,
    km: int | None,
    readings: list[tuple[int, int]],
) -> Occurrence:
    """Bound an unknown mileage by the readings before and after: it never falls."""
    if km is not None:
        return Occurrence(problem, repair, at, km, km)
    low = max((km for when, km in readings if when <= at), default=None)
    high = min((km for when, km in readings if when >= at), default=None)
    return Occurrence(problem, repair, at, low, high)
