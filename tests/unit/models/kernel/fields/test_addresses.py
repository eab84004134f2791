"""Addresses for mail and money are refused when nothing could arrive."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.addresses import check_bank_card, check_email, check_postcode


def test_addresses_are_folded_and_kept() -> None:
    assert check_email(" 王五＠example．com ").value == "王五@example.com"
    assert check_postcode("１０ 00-00").value == "100000"
    assert check_bank_card("4111 1111 1111 1111") == ("4111111111111111", ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a@b",
        "a@@b.com",
        "a b@c.com",
        "@c.com",
        "a@.com",
        "a@c.com, b@c.com",
        "a" * 300 + "@c.com",
    ],
)
def test_what_is_no_email_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="no e-mail address"):
        check_email(text)


def test_wrong_digits_are_refused_and_a_wrong_check_digit_is_doubtful() -> None:
    with pytest.raises(BadValue, match="six digits"):
        check_postcode("10000")
    with pytest.raises(BadValue, match="12 to 19 digits"):
        check_bank_card("12345678901")
    assert "check digit" in str(check_bank_card("4111111111111112").warnings[0])
