"""Phone numbers are stored in one form per kind and hidden for those who need not see them."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.phone import check_phone, mask_phone


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("138-0000-0000", "13800000000"),
        ("１３８００００００００", "13800000000"),
        ("\u202d13800000000\u202c", "13800000000"),
        ("+86 138 0000 0000", "13800000000"),
        ("008613800000000", "13800000000"),
        ("8613800000000", "13800000000"),
        ("010-12345678", "010-12345678"),
        ("(010)12345678", "010-12345678"),
        ("01012345678", "010-12345678"),
        ("+86 10 1234 5678", "010-12345678"),
        ("021—12345678转801", "021-12345678-801"),
        ("0371-1234567", "0371-1234567"),
        ("037112345678", "0371-12345678"),
        ("0371-1234567-8", "0371-1234567-8"),
        ("400-000-0000", "400-000-0000"),
        ("8000000000", "800-000-0000"),
        ("95500", "95500"),
        ("955000", "955000"),
        ("12315", "12315"),
        ("+852 5000 0000", "+852 5000 0000"),
        ("+1-202-000-0000", "+1-202-000-0000"),
    ],
)
def test_numbers_are_stored_in_one_form(typed: str, stored: str) -> None:
    assert check_phone(typed) == (stored, ())
    assert check_phone(stored).value == stored


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1380000000", "10 digits"),
        ("138000000001", "12 digits"),
        ("12800000000", "no telephone number"),
        ("12345678", "8 digits"),
        ("010-1234567", "no telephone number"),
        ("021-1234567", "no telephone number"),
        ("0112-1234567", "no telephone number"),
        ("13800000000、13900000000", "no telephone number"),
        ("138****0000", "hidden number"),
        ("+8613800", "no telephone number"),
        ("没有电话", "no telephone number"),
        ("", "no telephone number"),
        ("<b>13800000000</b>", "no telephone number"),
        ("1380000000😀", "no telephone number"),
        ("138\x0000000000", "Character 4"),
        ("0" * 100_000, "no telephone number"),
    ],
)
def test_what_is_no_number_is_refused(typed: str, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_phone(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_masks_leave_the_last_four() -> None:
    assert mask_phone("13800000000") == "138****0000"
    assert mask_phone("010-12345678") == "010****5678"
    assert (mask_phone("12315"), mask_phone("")) == ("*****", "")
