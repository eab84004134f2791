"""The periods of a day are read as they are written."""

from __future__ import annotations

import pytest

from models.kernel.calendar.periods import DAY, Period, parse_periods, periods_text
from models.kernel.checked import BadValue


def test_periods_are_written_and_read_again() -> None:
    assert periods_text(DAY) == "08:30-12:00, 13:30-17:30"
    assert parse_periods(periods_text(DAY)) == DAY
    assert parse_periods("８：３０～12：00、13:30至17:30") == DAY
    assert parse_periods("00:00-24:00") == (Period(0, 1440),)
    assert parse_periods(" ") == ()


@pytest.mark.parametrize(
    "text", ["8-12", "12:00-08:30", "08:60-12:00", "08:30-24:01", "08:30", "a", "08:30-08:30"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="no period of a day"):
        parse_periods(text)


def test_periods_do_not_overlap() -> None:
    with pytest.raises(BadValue, match="11:00-13:00 begins before"):
        parse_periods("08:00-12:00, 11:00-13:00")
    assert len(parse_periods("08:00-12:00, 12:00-13:00")) == 2
