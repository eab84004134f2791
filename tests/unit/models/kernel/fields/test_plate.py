"""Plates of every kind are stored in one form and shown with their dot."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.plate import PROVINCES, PlateType, check_plate, plate_type, show_plate


@pytest.mark.parametrize(
    ("typed", "stored", "shown", "kind"),
    [
        ("京A12345", "京A12345", "京A·12345", PlateType.ORDINARY),
        ("京a·１２３４５", "京A12345", "京A·12345", PlateType.ORDINARY),
        ("滬 B-8888A", "沪B8888A", "沪B·8888A", PlateType.ORDINARY),
        ("蘇E•12A4B", "苏E12A4B", "苏E·12A4B", PlateType.ORDINARY),
        ("粤BD12345", "粤BD12345", "粤B·D12345", PlateType.NEW_ENERGY),
        ("京AFA2345", "京AFA2345", "京A·FA2345", PlateType.NEW_ENERGY),
        ("京A12345D", "京A12345D", "京A·12345D", PlateType.NEW_ENERGY_LARGE),
        ("鲁B1234挂", "鲁B1234挂", "鲁B·1234挂", PlateType.SPECIAL),
        ("京A1234學", "京A1234学", "京A·1234学", PlateType.SPECIAL),
        ("京A1234警", "京A1234警", "京A·1234警", PlateType.SPECIAL),
        ("沪A1234领", "沪A1234领", "沪A·1234领", PlateType.SPECIAL),
        ("粵Z1234港", "粤Z1234港", "粤Z·1234港", PlateType.HONG_KONG_MACAO),
        ("粤ZF023澳", "粤ZF023澳", "粤Z·F023澳", PlateType.HONG_KONG_MACAO),
        ("使123456", "使123456", "使123456", PlateType.EMBASSY),
        ("123456使", "123456使", "123456使", PlateType.EMBASSY),
        ("WJ京1234A", "WJ京1234A", "WJ京1234A", PlateType.OTHER),
        ("VA12345", "VA12345", "VA12345", PlateType.OTHER),
        ("临京A1234", "临京A1234", "临京A1234", PlateType.TEMPORARY),
    ],
)
def test_plates_are_stored_in_one_form(
    typed: str, stored: str, shown: str, kind: PlateType
) -> None:
    plate = check_plate(typed).value
    assert (plate, show_plate(plate), plate_type(plate)) == (stored, shown, kind)
    assert check_plate(shown).value == stored


def test_every_province_has_plates() -> None:
    assert len(set(PROVINCES)) == 31
    for province in PROVINCES:
        assert check_plate(f"{province}A12345") == (f"{province}A12345", ())


def test_unusual_plates_are_doubtful() -> None:
    assert "more than two letters" in str(check_plate("京AABC12").warnings[0])
    assert "military" in str(check_plate("VA12345").warnings[0])
    assert "temporary" in str(check_plate("京A12345临").warnings[0])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("A12345", "6 characters"),
        ("京A1234567", "9 characters"),
        ("", "0 characters"),
        ("京" * 100_000, "100,000 characters"),
        ("港A12345", "no province"),
        ("京112345", "No plate looks like"),
        ("京AL12345", "new-energy"),
        ("京A1234L5", "new-energy"),
        ("京AO234I", "is it 京A·02341"),
        ("京AO23456", "new-energy"),
        ("未上牌", "leave the plate empty"),
        ("<b>京A12", "no province"),
        ("京A123😀5", "No plate looks like"),
        ("京A\x0012345", "Character 3"),
    ],
)
def test_impossible_plates_are_refused(typed: str, said: str) -> None:
    with pytest.raises(BadValue) as refusal:
        check_plate(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300
