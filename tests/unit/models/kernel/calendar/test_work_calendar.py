"""Working time runs in the opening periods, over holidays and make-up days, to the millisecond."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from models.kernel.calendar.days import DayKind
from models.kernel.calendar.periods import Period, parse_periods
from models.kernel.calendar.work_calendar import Unit, WorkCalendar, default_calendar
from models.kernel.checked import BadValue
from models.kernel.zone import local_time, moment_of

CALENDAR = default_calendar()
MINUTE = 60_000


def at(text: str) -> int:
    return moment_of(datetime.fromisoformat(text))


def told(moment: int) -> str:
    return f"{local_time(moment):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-20 09:00", 60, "2026-11-20 10:00"),
        ("2026-11-20 11:00", 120, "2026-11-20 14:30"),
        ("2026-11-20 11:00", 60, "2026-11-20 12:00"),
        ("2026-11-20 12:00", 1, "2026-11-20 13:31"),
        ("2026-11-20 12:45", 30, "2026-11-20 14:00"),
        ("2026-11-20 17:30", 30, "2026-11-21 09:00"),
        ("2026-11-20 23:59", 30, "2026-11-21 09:00"),
        ("2026-11-21 00:00", 30, "2026-11-21 09:00"),
        ("2026-11-21 17:00", 60, "2026-11-23 09:00"),
        ("2026-11-22 10:00", 450, "2026-11-23 17:30"),
        ("2026-09-30 17:00", 60, "2026-10-08 09:00"),
        ("2026-09-19 17:00", 60, "2026-09-20 09:00"),
        ("2026-11-22 10:00", 0, "2026-11-22 10:00"),
    ],
)
def test_due_times_in_working_time(start: str, minutes: int, due: str) -> None:
    assert told(CALENDAR.add_working_minutes(at(start), minutes).at_ms) == due


def test_seconds_are_kept() -> None:
    start = at("2026-11-20 17:29:30") + 1
    due = CALENDAR.add_working_minutes(start, 1).at_ms
    assert due == at("2026-11-21 08:30:30") + 1


def test_adding_and_measuring_agree_wherever_one_starts() -> None:
    chance = random.Random(3)
    calendar = replace(CALENDAR, periods={0: parse_periods("00:00-02:15,22:00-24:00"), 3: ()})
    for used in (CALENDAR, calendar):
        for _ in range(150):
            start = at("2025-12-20 00:00") + chance.randrange(400 * 1440 * MINUTE)
            minutes = chance.randrange(1, 20_000)
            due = used.add_working_minutes(start, minutes).at_ms
            assert used.working_minutes_between(start, due) == minutes
            assert used.working_minutes_between(start, due - 1) == minutes - 1
            assert used.working_minutes_between(due, start) == -minutes


def test_measuring_agrees_with_counting_minute_by_minute() -> None:
    start = datetime(2026, 9, 29, 11, 17)
    counted = 0
    for passed in range(12 * 1440):
        now = start + timedelta(minutes=passed)
        minute = now.hour * 60 + now.minute
        counted += any(p.start <= minute < p.end for p in CALENDAR.periods_on(now.date()))
        if passed % 997 == 0:
            later = moment_of(now + timedelta(minutes=1))
            assert CALENDAR.working_minutes_between(moment_of(start), later) == counted


def test_pieces_add_up_to_the_whole() -> None:
    points = [at("2026-02-10 00:00") + n * 7_777_777 for n in range(300)]
    pieces = sum(
        CALENDAR.working_minutes_between(a - a % MINUTE, b - b % MINUTE)
        for a, b in pairwise(points)
    )
    ends = (points[0] - points[0] % MINUTE, points[-1] - points[-1] % MINUTE)
    assert CALENDAR.working_minutes_between(*ends) == pieces


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-10-09", 1, "2026-10-10"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-02-13", 10, "2026-03-05"),
    ],
)
def test_working_days_are_those_of_the_law(start: str, count: int, due: str) -> None:
    found = CALENDAR.add_working_days(date.fromisoformat(start), count)
    assert found == (date.fromisoformat(due), ())


def test_saturday_is_open_but_no_working_day() -> None:
    saturday = date(2026, 11, 21)
    assert CALENDAR.periods_on(saturday)
    assert not CALENDAR.is_working_day(saturday)
    assert CALENDAR.is_working_day(date(2026, 9, 20))
    assert not CALENDAR.is_working_day(date(2026, 10, 1))


def test_limits_run_in_their_own_unit() -> None:
    start = at("2026-09-30 17:00")
    assert told(CALENDAR.due(start, 60, Unit.WORKING_MINUTES).at_ms) == "2026-10-08 09:00"
    assert told(CALENDAR.due(start, 60, Unit.MINUTES).at_ms) == "2026-09-30 18:00"
    assert told(CALENDAR.due(start, 1, Unit.WORKING_DAYS).at_ms) == "2026-10-08 17:30"
    closed = replace(CALENDAR, periods={5: (Period(600, 720),)})
    assert told(closed.due(start, 1, Unit.WORKING_DAYS).at_ms) == "2026-10-09 00:00"


def test_a_year_whose_holidays_are_unknown_is_named() -> None:
    due = CALENDAR.add_working_minutes(at("2026-12-31 17:00"), 60)
    assert told(due.at_ms) == "2027-01-01 09:00"
    assert [w.values for w in due.warnings] == [{"years": "2027"}]
    assert CALENDAR.add_working_minutes(at("2026-12-31 16:00"), 60).warnings == ()
    assert CALENDAR.add_working_days(date(2026, 12, 31), 262).warnings[0].values == {
        "years": "2027, 2028"
    }


def test_ten_years_ahead_are_exact() -> None:
    start = at("2026-11-23 08:30")
    due = CALENDAR.add_working_minutes(start, 450 * 3000).at_ms
    assert CALENDAR.working_minutes_between(start, due) == 450 * 3000
    assert local_time(due).year == 2036


def test_a_make_up_day_that_is_usually_closed_has_the_periods_of_the_first_open_day() -> None:
    morning = (Period(480, 600),)
    days = {date(2026, 11, 22): DayKind.WORKDAY}
    calendar = WorkCalendar({2: morning}, days, frozenset({2026}))
    assert calendar.periods_on(date(2026, 11, 22)) == morning
    assert calendar.periods_on(date(2026, 11, 23)) == ()


def test_a_week_without_work_and_an_endless_limit_are_refused() -> None:
    with pytest.raises(BadValue, match="no working time"):
        WorkCalendar({0: ()}, {}, frozenset())
    for minutes in (-1, 10**9):
        for unit in Unit:
            with pytest.raises(BadValue, match="twenty years"):
                CALENDAR.due(0, minutes, unit)
