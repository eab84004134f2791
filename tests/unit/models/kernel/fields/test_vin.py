"""A VIN is read by its check digit; letters that look like digits are suggested, never changed."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.vin import check_digit, check_vin


@pytest.mark.parametrize("vin", ["LATPAB071W1005301", "UU6JA69691D713820", "1M8GDM9AXKP042788"])
def test_right_vins_pass_without_a_word(vin: str) -> None:
    assert check_vin(vin) == (vin, ())
    assert check_vin(f" {vin[:3].lower()}-{vin[3:9]} {vin[9:]}").value == vin


def test_full_width_vin_is_folded() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) for c in "LATPAB071W1005301")
    assert check_vin(wide).value == "LATPAB071W1005301"


def test_one_character_repeated_is_doubtful() -> None:
    checked = check_vin("1" * 17)
    assert [w.msgid for w in checked.warnings] == [
        "The VIN {value} is one character repeated; is it real?"
    ]


@pytest.mark.parametrize("start", ["L", "H"])
def test_wrong_check_digit_of_a_chinese_car_is_an_error(start: str) -> None:
    vin = f"{start}ATPAB07{{}}W1005301"
    right = check_digit(vin.format("0"))
    for digit in set("0123456789X") - {right}:
        with pytest.raises(BadValue) as refusal:
            check_vin(vin.format(digit))
        assert refusal.value.message.values["wanted"] == right
    assert check_vin(vin.format(right)).warnings == ()


def test_wrong_check_digit_of_a_foreign_car_is_a_warning() -> None:
    checked = check_vin("WVWZZZ1K3AW123456")
    assert checked.value == "WVWZZZ1K3AW123456"
    assert "check digit would be" in str(checked.warnings[0])


def test_every_single_slip_in_a_chinese_vin_by_one_digit_is_noticed() -> None:
    vin = "LATPAB071W1005301"
    for place in (10, 11, 12, 13, 14, 15, 16):
        for digit in set("0123456789") - {vin[place]}:
            with pytest.raises(BadValue):
                check_vin(vin[:place] + digit + vin[place + 1 :])


def test_letters_that_no_vin_has_are_suggested_but_not_changed() -> None:
    with pytest.raises(BadValue) as refusal:
        check_vin("LATPABO71WI0O53Q1")
    assert refusal.value.message.values == {
        "value": "LATPABO71WI0O53Q1",
        "character": "O",
        "place": 7,
        "suggestion": "LATPAB071W1005301",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LATPAB071W100530", "16 characters"),
        ("LATPAB071W10053011", "18 characters"),
        ("", "0 characters"),
        ("L" * 100_000, "100,000 characters"),
        ("LATPAB071W100530车", "车 at place 17"),
        ("LATPAB071W100530😀", "at place 17"),
        ("<b>LATPAB071W1005", "< at place 1"),
        ("LATPAB071W10053\N{ARABIC-INDIC DIGIT ONE}1", "at place 16"),
        ("LATP\0B071W1005301", "Character 5"),
    ],
)
def test_bad_vins_are_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_vin(text)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_impossible_year_and_letters_in_the_serial_are_doubtful() -> None:
    year = "LATPAB07{}U1005301"
    serial = "LATPAB07{}W10053A1"
    for vin, said in ((year, "10th character"), (serial, "last four")):
        whole = vin.format(check_digit(vin.format("0")))
        assert [said in str(w) for w in check_vin(whole).warnings] == [True]
