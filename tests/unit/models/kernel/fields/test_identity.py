"""Identity documents are checked by province, birth date and check character."""

from __future__ import annotations

from datetime import date

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.identity import (
    birth_date,
    check_character,
    check_document,
    check_id_card,
    mask_identity,
)

TODAY = date(2026, 11, 22)
VECTOR = "11010519491231002X"


def number(region: str, born: str, order: str = "002") -> str:
    bare = f"{region}{born}{order}"
    return bare + check_character(f"{bare}0")


def test_the_standards_example_passes() -> None:
    assert check_id_card(VECTOR, TODAY) == (VECTOR, ())
    assert check_id_card("110105 19491231 002ｘ", TODAY).value == VECTOR
    assert birth_date(VECTOR) == date(1949, 12, 31)
    assert mask_identity(VECTOR) == "110105********002X"


def test_every_slip_by_one_digit_is_noticed() -> None:
    for place in range(14, 17):
        for digit in set("0123456789") - {VECTOR[place]}:
            with pytest.raises(BadValue, match="contains a slip"):
                check_id_card(VECTOR[:place] + digit + VECTOR[place + 1 :], TODAY)


@pytest.mark.parametrize("region", ["810000", "820000", "830000", "710000", "911100", "931000"])
def test_permits_of_the_same_form_pass(region: str) -> None:
    permit = number(region, "19800101")
    assert check_id_card(permit, TODAY).value == permit


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (number("160105", "19800101"), "no province"),
        (number("991105", "19800101"), "no province"),
        (number("110105", "19800230"), "1980-02-30"),
        (number("110105", "19801301"), "1980-13-01"),
        (number("110105", "20261123"), "2026-11-23"),
        ("1101051949123100", "16 characters"),
        ("11010519491231002Y", "no identity number"),
        ("110105********002X", "hidden number"),
        ("", "0 characters"),
        ("1" * 100_000, "100,000 characters"),
        ("11010519491231\x00002X", "Character 15"),
        ("<b>019491231002X😀0", "no identity number"),
        ("110105491331002", "15 digits"),
    ],
)
def test_impossible_numbers_are_refused(typed: str, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_id_card(typed, TODAY)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_the_old_form_is_taken_with_a_warning() -> None:
    checked = check_id_card("110105491231002", TODAY)
    assert checked.value == "110105491231002"
    assert "no longer valid" in str(checked.warnings[0])


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("20081122", None),
        ("20081123", "17 years old; below 18"),
        ("20181122", "8 years old; below 18"),
        ("20181123", "7 years old; below 8"),
    ],
)
def test_minors_call_for_a_guardian(born: str, said: str | None) -> None:
    warnings = check_id_card(number("110105", born), TODAY).warnings
    assert len(warnings) == (said is not None)
    assert all(said in str(w) for w in warnings if said)


def test_other_documents_have_their_own_forms() -> None:
    assert check_document("passport", "e1234 5678", TODAY).value == "E12345678"
    assert check_document("home_return_permit", "H12345678", TODAY).value == "H12345678"
    assert check_document("taiwan_permit", "12345678", TODAY).value == "12345678"
    assert check_document("residence_permit", VECTOR, TODAY).value == VECTOR
    for kind, text in (
        ("passport", "E12"),
        ("home_return_permit", "X12345678"),
        ("taiwan_permit", "1234567"),
        ("other", "证件"),
        ("id_card", "E12345678"),
    ):
        with pytest.raises(BadValue):
            check_document(kind, text, TODAY)


def test_short_numbers_are_hidden_but_for_their_end() -> None:
    assert mask_identity("E12345678") == "******678"
    assert (mask_identity("12345"), mask_identity("")) == ("*****", "")
