"""Working time: when something falls due, and how much working time lies between two moments.

Working time is read off the wall clock of the dealership. It runs in the opening periods of
each day; working *days* are those of the law (Monday to Friday, holidays and make-up days as
decreed), whether the dealership is open on them or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.checked import BadValue
from models.kernel.zone import DEFAULT_ZONE, MILLISECOND, local_time, moment_of
from resources.texts import Message

from .days import DayKind, seed_days, seed_years, years_known
from .periods import DAY_MINUTES, DEFAULT_PERIODS, Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

MINUTE = 60_000
LONGEST_MINUTES = 20 * 366 * DAY_MINUTES

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKING_MINUTES = "working_minutes"
    WORKING_DAYS = "working_days"
    MINUTES = "minutes"


class Due(NamedTuple):
    """A moment at which something falls due, and what is doubtful about it."""

    at_ms: int
    warnings: tuple[Message, ...] = ()


class DueDay(NamedTuple):
    """A day on which something falls due, and what is doubtful about it."""

    day: date
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Opening periods by weekday (Monday 0), marked days and the years whose decree is known."""

    periods: Mapping[int, tuple[Period, ...]]
    days: Mapping[date, DayKind]
    known_years: frozenset[int]
    zone: ZoneInfo = DEFAULT_ZONE

    def __post_init__(self) -> None:
        """Refuse a week without any working time: nothing would ever fall due."""
        if not any(self.periods.values()):
            raise BadValue(
                Message(
                    "calendar",
                    "The week has no working time at all. Enter at least one period, such as "
                    "08:30-12:00 on Monday.",
                )
            )

    def periods_on(self, day: date) -> tuple[Period, ...]:
        """Return when the dealership works on ``day``; a make-up day is like the first open one."""
        kind = self.days.get(day)
        if kind is DayKind.HOLIDAY:
            return ()
        usual = self.periods.get(day.weekday(), ())
        if usual or kind is not DayKind.WORKDAY:
            return usual
        return next(self.periods[weekday] for weekday in range(7) if self.periods.get(weekday))

    def is_working_day(self, day: date) -> bool:
        """Tell whether ``day`` counts as a working day of the law."""
        kind = self.days.get(day)
        return day.weekday() < _SATURDAY if kind is None else kind is DayKind.WORKDAY

    def closing_time(self, day: date) -> int:
        """Return when ``day`` ends for a time limit: at closing time, or at 24:00 when closed."""
        periods = self.periods_on(day)
        return self._moment(day, (periods[-1].end if periods else DAY_MINUTES) * MINUTE)

    def add_working_minutes(self, start_ms: int, minutes: int) -> Due:
        """Return the moment ``minutes`` of working time after ``start_ms``."""
        _refuse_amount(minutes, LONGEST_MINUTES)
        if minutes == 0:
            return Due(start_ms)
        day, passed = self._wall(start_ms)
        first, left = day, minutes * MINUTE
        while True:
            for period in self.periods_on(day):
                begin = max(period.start * MINUTE, passed)
                span = period.end * MINUTE - begin
                if 0 < left <= span:
                    return Due(self._moment(day, begin + left), self.doubts(first, day))
                left -= max(span, 0)
            day, passed = day + _ONE_DAY, 0

    def working_minutes_between(self, start_ms: int, end_ms: int) -> int:
        """Return the full minutes of working time between two moments, negative when backwards."""
        if end_ms < start_ms:
            return -self.working_minutes_between(end_ms, start_ms)
        day, passed = self._wall(start_ms)
        last, until = self._wall(end_ms)
        total = 0
        while day <= last:
            limit = until if day == last else DAY_MINUTES * MINUTE
            for period in self.periods_on(day):
                span = min(period.end * MINUTE, limit) - max(period.start * MINUTE, passed)
                total += max(span, 0)
            day, passed = day + _ONE_DAY, 0
        return total // MINUTE

    def add_working_days(self, start: date, count: int) -> DueDay:
        """Return the ``count``-th working day after ``start``, which itself is not counted."""
        _refuse_amount(count, LONGEST_MINUTES // DAY_MINUTES)
        day, left = start, count
        while left:
            day += _ONE_DAY
            left -= self.is_working_day(day)
        return DueDay(day, self.doubts(start, day))

    def due(self, start_ms: int, amount: int, unit: Unit) -> Due:
        """Return when ``amount`` of ``unit`` has passed; working days end at closing time."""
        if unit is Unit.WORKING_MINUTES:
            return self.add_working_minutes(start_ms, amount)
        if unit is Unit.WORKING_DAYS:
            found = self.add_working_days(self._wall(start_ms)[0], amount)
            return Due(self.closing_time(found.day), found.warnings)
        _refuse_amount(amount, LONGEST_MINUTES)
        return Due(start_ms + amount * MINUTE)

    def doubts(self, first: date, last: date) -> tuple[Message, ...]:
        """Return a warning when the holidays between two days are not known."""
        unknown = [y for y in range(first.year, last.year + 1) if y not in self.known_years]
        if not unknown:
            return ()
        return (
            Message(
                "calendar",
                "The holidays of {years} are not known yet; the date assumes a year without "
                "holidays. Import the official list as soon as it is published.",
                years=", ".join(map(str, unknown)),
            ),
        )

    def _wall(self, moment: int) -> tuple[date, int]:
        local = local_time(moment, self.zone).replace(tzinfo=None)
        midnight = datetime.combine(local.date(), time())
        return local.date(), (local - midnight) // MILLISECOND

    def _moment(self, day: date, passed: int) -> int:
        return moment_of(datetime.combine(day, time()) + passed * MILLISECOND, self.zone)


def default_calendar(zone: ZoneInfo = DEFAULT_ZONE) -> WorkCalendar:
    """Return the calendar a new store begins with: default periods and all known decrees."""
    days = {marked.day: marked.kind for year in seed_years() for marked in seed_days(year)}
    return WorkCalendar(DEFAULT_PERIODS, days, years_known(days), zone)


def _refuse_amount(amount: int, limit: int) -> None:
    if 0 <= amount <= limit:
        return
    raise BadValue(
        Message(
            "calendar",
            "A time limit of {value:,} is not possible; it runs from 0 to {limit:,}, which is "
            "twenty years. Correct it.",
            value=amount,
            limit=limit,
        )
    )
