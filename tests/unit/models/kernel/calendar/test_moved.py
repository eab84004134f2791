"""A changed calendar says which due dates it moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from models.kernel.calendar.days import DayKind
from models.kernel.calendar.moved import Limit, Moved, moved
from models.kernel.calendar.work_calendar import Unit, default_calendar
from models.kernel.zone import moment_of


def test_only_limits_that_end_elsewhere_are_listed() -> None:
    old = default_calendar()
    new = replace(old, days={**old.days, date(2027, 1, 1): DayKind.HOLIDAY})
    start = moment_of(datetime(2026, 12, 31, 17, 0))
    limits = [
        Limit("KS-2026-000001", start, 60, Unit.WORKING_MINUTES),
        Limit("KS-2026-000002", start, 30, Unit.WORKING_MINUTES),
        Limit("KS-2026-000003", start, 1, Unit.WORKING_DAYS),
        Limit("KS-2026-000004", start, 1440, Unit.MINUTES),
    ]
    assert moved(limits, old, new) == [
        Moved(
            "KS-2026-000001",
            moment_of(datetime(2027, 1, 1, 9, 0)),
            moment_of(datetime(2027, 1, 2, 9, 0)),
        ),
        Moved(
            "KS-2026-000003",
            moment_of(datetime(2027, 1, 1, 17, 30)),
            moment_of(datetime(2027, 1, 4, 17, 30)),
        ),
    ]
    assert moved(limits, old, old) == []
