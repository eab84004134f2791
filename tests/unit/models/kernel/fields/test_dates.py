"""Dates and times are taken as people write them and refused when they cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.dates import check_date, check_moment
from models.kernel.zone import moment_of

HALF_PAST_TWO = moment_of(datetime(2026, 5, 1, 14, 30))


@pytest.mark.parametrize(
    "given",
    [
        "2026-05-01",
        "2026-5-1",
        "2026/5/1",
        "2026.5.1",
        "20260501",
        "2026年5月1日",
        "２０２６ 年 5 月 1 日",
        " 2026-05-01 ",
        date(2026, 5, 1),
    ],
)
def test_one_day_in_every_spelling(given: object) -> None:
    assert check_date(given) == ("2026-05-01", ())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2026-02-30", "does not exist"),
        ("2026-13-01", "does not exist"),
        ("20260431", "does not exist"),
        ("5/1/2026", "no date"),
        ("2026-5/1", "no date"),
        ("2026-05-01 14:30", "no date"),
        ("1026-05-01", "year"),
        ("9999-05-01", "year"),
        ("昨天", "no date"),
        ("", "no date"),
        ("1" * 100_000, "no date"),
        ("2026-05-01\0", "no date"),
        ("<b>2026-05-01</b>", "no date"),
        (20260501, "no date"),
        (datetime(2026, 5, 1, 12), "no date"),
    ],
)
def test_impossible_dates_are_refused(given: object, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_date(given)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_a_past_date_ends_today() -> None:
    today = date(2026, 5, 1)
    assert check_date("2026-05-01", today=today).value == "2026-05-01"
    with pytest.raises(BadValue, match="at the latest 2026-05-01"):
        check_date("2026-05-02", today=today)


@pytest.mark.parametrize(
    "given",
    [
        HALF_PAST_TWO,
        "2026-05-01 14:30",
        "2026-05-01T14:30",
        "2026-05-01T14:30:00.000",
        "2026-05-01T06:30Z",
        "2026-05-01T14:30+08:00",
        "2026-05-01 02:30 -0400",
        "2026/5/1 14:30:00",
        "2026年5月1日14:30",
        "2026年5月1日 14时30分",
        "2026年5月1日14点30",
        "２０２６－０５－０１　１４：３０",
        "20260501 14:30",
        datetime(2026, 5, 1, 14, 30),
        datetime(2026, 5, 1, 6, 30, tzinfo=UTC),
    ],
)
def test_one_moment_in_every_spelling(given: object) -> None:
    assert check_moment(given) == (HALF_PAST_TWO, ())


def test_times_without_a_zone_are_local() -> None:
    there = ZoneInfo("Europe/Berlin")
    assert check_moment("2026-05-01 08:30", zone=there).value == HALF_PAST_TWO
    assert check_moment("2026年5月1日8时").value == HALF_PAST_TWO - (6 * 60 + 30) * 60_000


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2026-05-01", "no date with a time"),
        ("14:30", "no date with a time"),
        ("2026-05-01 24:30", "does not exist"),
        ("2026-02-30 10:00", "does not exist"),
        ("2026-05-01 14:30+99:00", "does not exist"),
        ("1026-05-01 14:30", "year"),
        (1_777_608_000_000_000, "no date with a time"),
        (10**30, "no date with a time"),
        (True, "no date with a time"),
        (1.5, "no date with a time"),
        ("x" * 100_000, "no date with a time"),
        ("2026-05-01 14:3\0", "no date with a time"),
    ],
)
def test_impossible_moments_are_refused(given: object, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_moment(given)
    assert said in str(refusal.value)


def test_a_past_moment_ends_now() -> None:
    assert check_moment(HALF_PAST_TWO, now=HALF_PAST_TWO).value == HALF_PAST_TWO
    with pytest.raises(BadValue, match="2026-05-01 14:31 is in the future"):
        check_moment(HALF_PAST_TWO + 60_000, now=HALF_PAST_TWO)
