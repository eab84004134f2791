"""The decreed days of the known years are seeded."""

from __future__ import annotations

from datetime import date

from models.kernel.calendar.days import DayKind, MarkedDay, seed_days, seed_years, years_known


def test_the_decree_of_2026_is_seeded() -> None:
    days = seed_days(2026)
    assert days == sorted(days)
    assert MarkedDay(date(2026, 10, 1), DayKind.HOLIDAY, "国庆节") in days
    assert MarkedDay(date(2026, 10, 10), DayKind.WORKDAY, "国庆节") in days
    assert sum(marked.kind is DayKind.HOLIDAY for marked in days) == 33
    assert sum(marked.kind is DayKind.WORKDAY for marked in days) == 6


def test_a_year_without_a_decree_has_no_days() -> None:
    assert seed_days(2099) == []


def test_a_year_is_known_by_its_two_fixed_holidays() -> None:
    days = {marked.day for year in seed_years() for marked in seed_days(year)}
    assert years_known(days) == set(seed_years())
    assert years_known([date(2027, 1, 1), date(2027, 5, 1)]) == frozenset()
