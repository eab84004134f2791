"""Flags, codes and logins are taken in the spellings of a form and of a JSON line."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.choices import check_code, check_codes, check_flag, check_login


def test_yes_and_no_in_every_spelling() -> None:
    assert all(check_flag(given).value for given in (True, "true", "TRUE", "是", "1", 1))
    assert not any(check_flag(given).value for given in (False, "false", "否", "", None, 0))
    for given in ("也许", 2, [True]):
        with pytest.raises(BadValue, match="neither yes nor no"):
            check_flag(given)


def test_codes_come_as_a_list_or_as_text() -> None:
    assert check_codes(["refund", "repair", "refund"]).value == "refund,repair"
    assert check_codes("refund， repair、gift,").value == "refund,repair,gift"
    assert check_codes([]).value == ""


def test_codes_are_looked_up_when_the_list_is_known() -> None:
    known = {"channel": ("phone", "letter")}
    assert check_code(" phone ", "channel", known.__getitem__).value == "phone"
    with pytest.raises(BadValue, match=r"no entry fax; it has: phone, letter\."):
        check_code("fax", "channel", known.__getitem__)
    with pytest.raises(BadValue, match="no entry fax"):
        check_codes(["phone", "fax"], "channel", known.__getitem__)


def test_a_long_list_is_not_read_out_whole() -> None:
    with pytest.raises(BadValue) as refusal:
        check_code("x", "big", lambda _: [f"c{n}" for n in range(1000)])
    assert str(refusal.value).endswith("c19, …. Choose one of them.")


@pytest.mark.parametrize("text", ["", "a b", "a\0", "-a", "a" * 65, "<b>"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="no code"):
        check_code(text)


def test_logins_have_no_blanks() -> None:
    assert check_login(" wang.wu ").value == "wang.wu"
    assert check_login("王五").value == "王五"
    for text in ("", "wang wu", "a,b", "a\0b", "a" * 65):
        with pytest.raises(BadValue, match="no login name"):
            check_login(text)
