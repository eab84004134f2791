"""Holidays and make-up days as decreed each year, seeded from the chinesecalendar package."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from chinese_calendar import Holiday, holidays, workdays

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_NEW_YEAR = (1, 1)


class DayKind(StrEnum):
    """What a decreed day is: nobody works, or a weekend day on which people work."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"


class MarkedDay(NamedTuple):
    """A day that differs from its weekday, and why."""

    day: date
    kind: DayKind
    name: str


def seed_days(year: int) -> list[MarkedDay]:
    """Return the decreed days of ``year`` in their order; none when the decree is not known."""
    names = {holiday.value: str(holiday.chinese) for holiday in Holiday}
    days = [
        MarkedDay(day, kind, names.get(name, name))
        for table, kind in ((holidays, DayKind.HOLIDAY), (workdays, DayKind.WORKDAY))
        for day, name in table.items()
        if day.year == year
    ]
    return sorted(days)


def seed_years() -> list[int]:
    """Return the years whose decree is known."""
    return sorted({day.year for day in holidays})


def years_known(days: Collection[date]) -> frozenset[int]:
    """Return the years a table of days covers: those with New Year and the National Day in it."""
    return frozenset(
        day.year
        for day in days
        if (day.month, day.day) == _NEW_YEAR and day.replace(month=10) in days
    )
