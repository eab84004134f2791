"""Both sides of each boundary in days and kilometres, with the article beside each case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.stages.analysis.sanbao.law import BY_ID, REPAIR_PERIOD, RULES, SANBAO_PERIOD, Span
from models.stages.analysis.sanbao.opinion import JUDGES
from models.stages.analysis.sanbao.periods import add_months, effective, window_of
from tests.unit.models.stages.analysis.sanbao.cars import (
    BRAKE,
    CALENDAR,
    DELIVERED,
    ENGINE,
    RATTLE,
    after,
    car,
    line,
    on,
    opinion,
    stay,
    verdict,
)

if TYPE_CHECKING:
    from models.stages.analysis.sanbao.facts import Problem, Tri

MET, NOT_MET = "MET", "NOT_MET"
WEEK, SIXTY, ASSEMBLY = "SB-22-RETURN-7D", "SB-23-RETURN-60D-3000KM", "SB-20-ASSEMBLY-60D-3000KM"
FREE, ROADSIDE = "SB-19-FREE-REPAIR", "SB-15-ROADSIDE"
CASES = [
    ("art. 22, day 7", WEEK, ENGINE, 7, 100, MET),
    ("art. 22, day 8", WEEK, ENGINE, 8, 100, NOT_MET),
    ("art. 22, day 7, any mileage", WEEK, ENGINE, 7, 9_000, MET),
    ("art. 23, day 60 and 3,000 km", SIXTY, BRAKE, 60, 3_000, MET),
    ("art. 23, day 61", SIXTY, BRAKE, 61, 3_000, NOT_MET),
    ("art. 23, 3,001 km", SIXTY, BRAKE, 60, 3_001, NOT_MET),
    ("art. 23, none of the five failures", SIXTY, ENGINE, 10, 100, NOT_MET),
    ("art. 20, day 60 and 3,000 km", ASSEMBLY, ENGINE, 60, 3_000, MET),
    ("art. 20, day 61", ASSEMBLY, ENGINE, 61, 3_000, NOT_MET),
    ("art. 20, 3,001 km", ASSEMBLY, ENGINE, 60, 3_001, NOT_MET),
    ("art. 20, brake is no assembly", ASSEMBLY, BRAKE, 10, 100, NOT_MET),
    ("art. 18, 60,000 km", FREE, RATTLE, 400, 60_000, MET),
    ("art. 18, 60,001 km", FREE, RATTLE, 400, 60_001, NOT_MET),
    ("art. 18, last day of 3 years", FREE, RATTLE, 1096, 100, MET),
    ("art. 18, the day after 3 years", FREE, RATTLE, 1097, 100, NOT_MET),
    ("art. 15, cannot be driven", ROADSIDE, BRAKE, 400, 100, MET),
    ("art. 15, can be driven", ROADSIDE, RATTLE, 400, 100, NOT_MET),
]


@pytest.mark.parametrize(("article", "rule", "problem", "day", "km", "wanted"), CASES)
def test_a_boundary_has_two_sides(
    article: str, rule: str, problem: Problem, day: int, km: int, wanted: str
) -> None:
    assert verdict(rule, stay("W1", after(day), problem, km=km)) == wanted, article


def test_every_rule_is_judged_and_is_law_only_since_2022() -> None:
    assert len(RULES) == 11
    assert set(JUDGES) == set(BY_ID)
    for rule in RULES:
        assert rule.valid_on(date(2022, 1, 1))
        assert not rule.valid_on(date(2021, 12, 31))


@pytest.mark.parametrize("rule", [WEEK, SIXTY])
def test_a_free_return_costs_no_usage_fee(rule: str) -> None:
    assert not BY_ID[rule].fee
    assert BY_ID[rule].papers == ("invoice", "certificate")


def test_the_periods_run_from_delivery_when_it_differs_from_the_invoice() -> None:
    """Art. 18: day 7 counts from the day the car was handed over, not from the invoice."""
    late = car(invoice_date=after(-20))
    assert verdict(WEEK, stay("W1", after(7), ENGINE), of=late) == MET
    by_invoice = car(delivery_date=None)
    assert verdict(WEEK, stay("W1", after(7), ENGINE), of=by_invoice) == MET
    assert any("delivery is not known" in str(one) for one in opinion(of=by_invoice).warnings)


def test_an_exchanged_car_begins_anew() -> None:
    """Art. 29: both periods restart, repairs of the car given back do not count."""
    new = car(exchanged_on=after(300))
    assert verdict(WEEK, stay("W1", after(307), ENGINE), of=new) == MET
    assert verdict(WEEK, stay("W1", after(7), ENGINE), of=new) == NOT_MET


@pytest.mark.parametrize(
    ("start", "months", "wanted"),
    [
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 2, 28), 24, date(2028, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
    ],
)
def test_a_month_without_the_day_ends_on_its_last(start: date, months: int, wanted: date) -> None:
    """民法典 202."""
    assert add_months(start, months) == wanted


def test_a_car_of_a_leap_day_is_covered_to_the_last_of_february() -> None:
    """Art. 18 with 民法典 202: bought on 29 February 2024, two years end on 28 February 2026."""
    window = window_of(SANBAO_PERIOD, date(2024, 2, 29), CALENDAR)
    assert window.last == date(2026, 2, 28)
    assert window.holds(date(2026, 2, 28), 100, 100) is True
    assert window.holds(date(2026, 3, 1), 100, 100) is False


def test_a_longer_promise_of_the_maker_binds_a_shorter_one_does_not() -> None:
    """Art. 4."""
    generous = car(repair_years=5, repair_km=100_000, sanbao_years=1, sanbao_km=10_000)
    assert effective(REPAIR_PERIOD, generous) == Span(5, 0, 100_000)
    assert effective(SANBAO_PERIOD, generous) == Span(2, 0, 50_000)
    assert verdict(FREE, stay("W1", after(1500), RATTLE, km=99_000), of=generous) == MET


def test_the_last_day_that_moves_behind_a_break_is_shown_and_does_not_decide() -> None:
    """民法典 203: disputed for these periods, so both days stand beside the verdict."""
    bought = date(2026, 9, 24)  # seven days later is 1 October, the break ends on the 7th
    found = line(
        WEEK,
        stay("W1", date(2026, 10, 5), ENGINE),
        of=car(invoice_date=bought, delivery_date=bought),
    )
    assert (found.verdict, found.window and found.window.moved) == (NOT_MET, date(2026, 10, 8))
    assert "2026-10-08" in str(found.notes[0])


def test_the_first_day_counted_or_not_is_said_where_it_matters() -> None:
    assert line(WEEK, stay("W1", after(7), ENGINE)).notes
    assert not line(WEEK, stay("W1", after(5), ENGINE)).notes


@pytest.mark.parametrize(
    ("day", "now_km", "wanted"),
    [(30, 2_000, MET), (30, 9_000, "FACT_MISSING"), (90, 2_000, NOT_MET), (90, 9_000, NOT_MET)],
)
def test_a_missing_mileage_matters_only_where_it_decides(
    day: int, now_km: int, wanted: str
) -> None:
    """Art. 23: a later reading below the limit proves it, a date that has run out ends it."""
    unread = stay("W1", after(day), BRAKE, km=None)
    assert verdict(SIXTY, unread, of=car(odometer_km=now_km)) == wanted


def test_a_wear_part_has_the_period_of_its_certificate() -> None:
    """Art. 19."""
    pad = replace(RATTLE, part_kind="wear_part", part="制动衬片", wear_months=6, wear_km=10_000)
    assert verdict(FREE, stay("W1", add_months(DELIVERED, 6), pad)) == MET
    late = add_months(DELIVERED, 6) + timedelta(days=1)
    assert verdict(FREE, stay("W1", late, pad)) == NOT_MET
    assert verdict(FREE, stay("W1", after(30), pad, km=10_001)) == NOT_MET
    unknown = replace(pad, wear_months=None, wear_km=None)
    assert verdict(FREE, stay("W1", after(30), unknown)) == "FACT_MISSING"


@pytest.mark.parametrize(
    ("hours", "wanted", "days"),
    [(120, NOT_MET, 5), (121, MET, 6), (144, MET, 6), (145, MET, 7)],
)
def test_a_courtesy_car_is_owed_from_day_six(hours: int, wanted: str, days: int) -> None:
    """Art. 21, art. 40: a remainder of less than 24 hours is a day, waiting for parts counts."""
    found = line("SB-21-COURTESY-CAR", stay("W1", after(100), RATTLE, hours=hours, km=5_000))
    assert (found.verdict, found.numbers["days"]) == (wanted, days)


def test_an_open_repair_is_near_on_day_five_and_met_on_day_six() -> None:
    """Art. 21."""
    open_ = stay("W1", after(100), RATTLE, hours=None)
    assert verdict("SB-21-COURTESY-CAR", open_, now=on(after(104), 10)) == "NEAR"
    assert verdict("SB-21-COURTESY-CAR", open_, now=on(after(105), 10)) == MET


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"use_kind": "ride_hailing"}, "commercially"),
        ({"use_kind": "rental"}, "commercially"),
        ({"use_kind": "special"}, "special-purpose"),
        ({"resold": True}, "art. 33"),
        ({"invoice_date": date(2021, 12, 31), "delivery_date": date(2021, 12, 31)}, "2013"),
    ],
)
def test_what_the_law_does_not_cover_is_out_of_scope(values: dict[str, object], words: str) -> None:
    """Art. 40, art. 33."""
    found = opinion(stay("W1", after(5), ENGINE), of=car(**values))
    assert {one.verdict for one in found.rules} == {"OUT_OF_SCOPE"}
    assert words in str(found.rules[0].reason)


@pytest.mark.parametrize("use", ["company", ""])
def test_a_doubtful_use_is_left_to_a_person(use: str) -> None:
    found = opinion(stay("W1", after(5), ENGINE), of=car(use_kind=use))
    assert any("household use" in str(one) for one in found.warnings)
    assert {one.verdict for one in found.rules} != {"OUT_OF_SCOPE"}


def test_nothing_known_is_nothing_denied() -> None:
    bare = opinion(of=car(invoice_date=None, delivery_date=None))
    assert {one.verdict for one in bare.rules} == {"FACT_MISSING"}
    assert {one.verdict for one in opinion().rules} == {"FACT_MISSING"}


def test_an_order_nobody_judged_is_named() -> None:
    found = line(FREE, stay("W7", after(30)))
    assert found.verdict == "FACT_MISSING"
    assert [str(one) for one in found.missing] == ["W7: whether it is a quality problem"]


@pytest.mark.parametrize(
    ("cannot", "safety", "wanted"),
    [(None, True, MET), (None, False, "FACT_MISSING"), (False, True, NOT_MET), (True, None, MET)],
)
def test_a_serious_safety_fault_cannot_be_driven_safely(
    cannot: Tri, safety: Tri, wanted: str
) -> None:
    """Art. 15 with art. 40."""
    told = replace(RATTLE, cannot_drive=cannot, safety=safety)
    assert verdict(ROADSIDE, stay("W1", after(30), told)) == wanted
