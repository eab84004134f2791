"""Money keeps every fen, from the typed yuan to the capital numerals of the agreement."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from models.kernel.checked import BadValue
from models.kernel.money import LIMIT_FEN, capital, parse_yuan, plain_yuan, yuan_text

CAPITALS = {
    "1409.50": "人民币壹仟肆佰零玖元伍角",
    "6007.14": "人民币陆仟零柒元壹角肆分",
    "1680.32": "人民币壹仟陆佰捌拾元零叁角贰分",
    "107000.53": "人民币壹拾万柒仟元零伍角叁分",
    "16409.02": "人民币壹万陆仟肆佰零玖元零贰分",
    "325.04": "人民币叁佰贰拾伍元零肆分",
    "10": "人民币壹拾元整",
    "100000001.01": "人民币壹亿零壹元零壹分",
    "0.05": "人民币伍分",
    "0.50": "人民币伍角",
    "0": "人民币零元整",
    "10050000": "人民币壹仟零伍万元整",
    "100007000": "人民币壹亿零柒仟元整",
    "1000000000": "人民币壹拾亿元整",
    "1001": "人民币壹仟零壹元整",
}


@pytest.mark.parametrize(("yuan", "words"), CAPITALS.items())
def test_capital_numerals_follow_the_rules_for_bills(yuan: str, words: str) -> None:
    assert capital(parse_yuan(yuan)) == words


def test_capital_numerals_say_exactly_the_amount() -> None:
    chance = random.Random(7)
    for _ in range(3000):
        fen = chance.randrange(10 ** chance.randrange(1, 15))
        words = capital(fen)
        assert _read_back(words) == fen
        assert "零零" not in words
        assert words.endswith("整") == (fen % 100 == 0)


def test_capital_numerals_end_below_a_million_million_yuan() -> None:
    assert capital(10**14 - 1).startswith("人民币玖仟玖佰玖拾玖亿")
    for fen in (10**14, -1):
        with pytest.raises(BadValue, match="capital numerals"):
            capital(fen)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1234.5", 123450),
        ("1,234.50", 123450),
        ("¥1,234.50元", 123450),
        ("１２３４．５０", 123450),
        (" 0.1 ", 10),
        (".5", 50),
        ("1234.500", 123450),
        (Decimal("0.10") + Decimal("0.20"), 30),
        ("9999999999.99", LIMIT_FEN),
    ],
)
def test_yuan_become_fen(typed: str | Decimal, fen: int) -> None:
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-5", "negative"),
        ("\u2212¥5", "negative"),
        (Decimal(-1), "negative"),
        ("10000000000", "too large"),
        ("9" * 100_000, "too large"),
        (Decimal("1E+9999999"), "too large"),
        ("0.001", "finer than one fen"),
        (Decimal("0.005"), "finer than one fen"),
        ("1,23", "not an amount"),
        ("1e5", "not an amount"),
        ("5.", "not an amount"),
        ("", "not an amount"),
        ("<b>5</b>", "not an amount"),
        ("5\0", "not an amount"),
        (Decimal("NaN"), "not an amount"),
        (Decimal("Infinity"), "not an amount"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(typed: str | Decimal, reason: str) -> None:
    with pytest.raises(BadValue, match=reason) as refusal:
        parse_yuan(typed)
    assert "\0" not in str(refusal.value)


def test_shown_yuan_are_read_back() -> None:
    chance = random.Random(11)
    for _ in range(2000):
        fen = chance.randrange(LIMIT_FEN + 1)
        assert parse_yuan(yuan_text(fen)) == parse_yuan(plain_yuan(fen)) == fen
    assert (yuan_text(123450), plain_yuan(123450), yuan_text(-5)) == (
        "1,234.50",
        "1234.50",
        "-0.05",
    )


def _read_back(words: str) -> int:
    total = group = digit = 0
    for character in words.removeprefix("人民币").removesuffix("整"):
        if character in (digits := "零壹贰叁肆伍陆柒捌玖"):
            digit = digits.index(character)
        elif character in (places := {"拾": 10, "佰": 100, "仟": 1000}):
            group += digit * places[character]
            digit = 0
        elif character in (groups := {"元": 1, "万": 10**4, "亿": 10**8}):
            total += (group + digit) * groups[character] * 100
            group = digit = 0
        else:
            total += digit * {"角": 10, "分": 1}[character]
            digit = 0
    return total
