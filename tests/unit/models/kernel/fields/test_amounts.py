"""Amounts and numbers keep their exact value and their limits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.amounts import check_amount, check_percent, check_whole


def test_text_and_decimal_are_yuan_and_an_int_is_fen() -> None:
    assert check_amount("1,234.50").value == check_amount(Decimal("1234.5")).value == 123450
    assert check_amount(123450).value == 123450


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (1234.5, "no exact amount"),
        (True, "no exact amount"),
        ([], "no exact amount"),
        (-1, "-0.01 is negative"),
        (10**12, "too large"),
        ("0.99", "at least 1.00"),
        ("20.01", "at most 20.00"),
    ],
)
def test_other_amounts_are_refused(given: object, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_amount(given, 100, 2000)
    assert said in str(refusal.value)


@pytest.mark.parametrize("given", [12000, "12000", "12,000", "１２０００", "12000.0", 12000.0])
def test_one_number_in_every_spelling(given: object) -> None:
    assert check_whole(given, 0, 2_000_000).value == 12000


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("12.5", "no whole number"),
        (12.5, "no whole number"),
        (float("nan"), "no whole number"),
        (float("inf"), "no whole number"),
        (False, "no whole number"),
        ("12 km", "no whole number"),
        ("\N{ARABIC-INDIC DIGIT ONE}", "no whole number"),
        ("9" * 100_000, "no whole number"),
        ("-1", "too small"),
        (2_000_001, "too large"),
        (10**4000, "too large"),
    ],
)
def test_other_numbers_are_refused(given: object, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_whole(given, None, 2_000_000)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_percentages_end_at_a_hundred_unless_told() -> None:
    assert check_percent("40％").value == check_percent(" 40 % ").value == 40
    assert check_percent(150, maximum=300).value == 150
    with pytest.raises(BadValue, match="at most 100"):
        check_percent("101")
