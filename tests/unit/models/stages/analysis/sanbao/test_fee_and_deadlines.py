"""The usage fee of art. 27 and the dates of the law, which holidays move and nothing pauses."""

from __future__ import annotations

from datetime import date

import pytest

from models.kernel.checked import BadValue
from models.stages.analysis.sanbao.fee import coefficient, usage_fee
from tests.unit.models.stages.analysis.sanbao.cars import (
    RATTLE,
    after,
    car,
    on,
    opinion,
    stay,
)


@pytest.mark.parametrize(
    ("yuan", "km", "n", "fee"),
    [
        (200_000, 12_000, "0.005", 1_200_000),
        (200_000, 12_000, "0.5%", 1_200_000),
        (200_000, 12_000, "0.8%", 1_200_000),
        (123_456, 7_890, "0.0033", 321_442),
        (150_000, 0, "0.5%", 0),
        (100_000, 999_999, "0.5%", 10_000_000),
    ],
)
def test_the_fee_is_price_times_kilometres_by_a_thousand_times_n(
    yuan: int, km: int, n: str, fee: int
) -> None:
    """Art. 27: n is at most 0.5 %; rounded to fen; never more than the price."""
    found = usage_fee(car(purchase_price=yuan * 100, odometer_km=km, coefficient_n=n))
    assert found is not None
    assert found.amount == fee
    assert found.returned == yuan * 100 - fee


def test_a_half_fen_is_rounded_up() -> None:
    found = usage_fee(car(purchase_price=10_100, odometer_km=1_000, coefficient_n="0.005"))
    assert found is not None
    assert found.amount == 51, "101.00 yuan x 1 x 0.005 is 50.5 fen"


def test_an_n_above_the_law_is_capped_with_a_warning() -> None:
    generous = car(purchase_price=100_00, odometer_km=1_000, coefficient_n="0.8%")
    assert any("0.5 %" in str(one) for one in opinion(of=generous).warnings)


def test_a_fee_that_cannot_be_reckoned_says_what_it_lacks() -> None:
    found = opinion(of=car(odometer_km=5))
    assert found.fee is None
    assert [str(one) for one in found.fee_lacks] == [
        "the purchase price with tax",
        "the coefficient n on the certificate",
    ]


@pytest.mark.parametrize("typed", ["five", "0", "-0.1%", "200%", "NaN"])
def test_what_is_no_coefficient_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        coefficient(typed)


def days(**told: date) -> dict[str, str]:
    found = opinion(**told)
    return {one.kind: one.day for one in found.deadlines}


def test_a_demand_starts_the_clocks_of_the_law() -> None:
    """Art. 28: 10 working days from receipt, 20 from the demand; 处罚办法 8: 15 days.

    Mid-Autumn and National Day 2026 lie between, and a make-up Saturday on 10 October.
    """
    found = days(made_on=date(2026, 9, 21), received_on=date(2026, 9, 24))
    assert found["sanbao_answer"] == "2026-10-15"
    assert found["sanbao_complete"] == "2026-10-26"
    assert found["delay_15_days"] == "2026-10-06"


def test_mediation_ends_sixty_days_after_acceptance() -> None:
    assert days(accepted_on=date(2026, 5, 1))["mediation_60_days"] == "2026-06-30"


def test_the_dealer_proves_for_six_months() -> None:
    """消保法 23: from the day the car was received."""
    assert days()["burden_of_proof"] == "2026-09-02"


def test_a_courtesy_car_is_due_five_full_days_after_the_repair_was_agreed_on() -> None:
    """Art. 21."""
    found = opinion(stay("W1", after(10), RATTLE, hours=None), now=on(after(12)))
    due = next(one for one in found.deadlines if one.kind == "courtesy_car")
    assert (due.order_no, due.at) == ("W1", on(after(15)))


def test_no_courtesy_car_is_announced_for_a_car_outside_the_law() -> None:
    rented = car(use_kind="rental")
    found = opinion(stay("W1", after(10), RATTLE, hours=None), of=rented, now=on(after(12)))
    assert "courtesy_car" not in [one.kind for one in found.deadlines]
