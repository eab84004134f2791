"""Credit codes are checked by their last character."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.credit_code import check_credit_code


@pytest.mark.parametrize("code", ["11320000MB151840XJ", "91350100M000100Y43"])
def test_right_codes_pass(code: str) -> None:
    assert check_credit_code(code) == (code, ())
    assert check_credit_code(f" {code[:8].lower()}-{code[8:].lower()} ").value == code


def test_every_single_slip_is_noticed() -> None:
    code = "91350100M000100Y43"
    for place, right in enumerate(code):
        for digit in set("0123456789") - {right}:
            with pytest.raises(BadValue):
                check_credit_code(code[:place] + digit + code[place + 1 :])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("91350100M000100Y4Z", "no credit code"),
        ("91350100MOOO100Y43", "is it 91350100M000100Y43"),
        ("91350100M000100Y44", "call for 3"),
        ("350100400000123", "15 characters"),
        ("A135010XM000100Y43", "no credit code"),
        ("", "0 characters"),
        ("9" * 100_000, "100,000 characters"),
        ("91350100M000100Y\x003", "Character 17"),
        ("91350100M000100Y4😀", "no credit code"),
    ],
)
def test_wrong_codes_are_refused(typed: str, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_credit_code(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300
