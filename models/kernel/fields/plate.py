"""Licence plates of mainland China, from the blue plate to the embassy car."""

from __future__ import annotations

import re
from enum import StrEnum

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import compact

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"

_LETTER = "A-HJ-NP-Z"
_START = f"[{PROVINCES}][{_LETTER}]"
_ENERGY = "[A-HJK]"
_ORDINARY_LENGTH = 7
_NEW_ENERGY_LENGTH = 8
_USUAL_LETTERS = 2
_LONGEST_TEMPORARY = 20

_TRADITIONAL = str.maketrans(
    "晉遼滬蘇閩贛魯瓊貴雲陝寧粵掛學領臨軍濟蘭瀋廣", "晋辽沪苏闽赣鲁琼贵云陕宁粤挂学领临军济兰沈广"
)
_MISTAKEN = str.maketrans("IO", "10")
_UNPLATED = ("未上牌", "无牌", "沒牌", "没牌", "無牌", "暂无", "新车")


class PlateType(StrEnum):
    """What kind of plate a number belongs to."""

    ORDINARY = "ordinary"
    NEW_ENERGY = "new_energy"
    NEW_ENERGY_LARGE = "new_energy_large"
    SPECIAL = "special"
    HONG_KONG_MACAO = "hong_kong_macao"
    EMBASSY = "embassy"
    TEMPORARY = "temporary"
    OTHER = "other"


_SHAPES = {
    PlateType.ORDINARY: re.compile(f"{_START}[{_LETTER}0-9]{{5}}"),
    PlateType.NEW_ENERGY: re.compile(f"{_START}{_ENERGY}[{_LETTER}0-9][0-9]{{4}}"),
    PlateType.NEW_ENERGY_LARGE: re.compile(f"{_START}[0-9]{{5}}{_ENERGY}"),
    PlateType.SPECIAL: re.compile(f"{_START}[{_LETTER}0-9]{{4}}[挂学警领]"),
    PlateType.HONG_KONG_MACAO: re.compile(f"粤Z[{_LETTER}0-9]{{4}}[港澳]"),
    PlateType.EMBASSY: re.compile("使[0-9]{6}|[0-9]{6}使"),
    PlateType.OTHER: re.compile(
        f"WJ[{PROVINCES}]?[A-Z0-9]{{4,6}}|[A-Z]{{2}}[0-9]{{5}}|[军海空北沈兰济南广成][A-Z][0-9]{{5}}"
    ),
    PlateType.TEMPORARY: re.compile(f"(?=.*临)[\\w()]{{2,{_LONGEST_TEMPORARY}}}"),
}
_WITH_DOT = frozenset(_SHAPES) - {PlateType.EMBASSY, PlateType.TEMPORARY, PlateType.OTHER}


def check_plate(text: str) -> Checked[str]:
    """Return a plate as stored: ``京A12345``, no dot, simplified province characters."""
    plate = compact(text).translate(_TRADITIONAL)
    found = plate_type(plate)
    if found is None:
        raise BadValue(_problem(plate))
    return Checked(plate, tuple(_doubts(plate, found)))


def plate_type(plate: str) -> PlateType | None:
    """Return the type of a stored plate, or None when no plate looks like this."""
    return next((name for name, shape in _SHAPES.items() if shape.fullmatch(plate)), None)


def show_plate(plate: str) -> str:
    """Return a stored plate as it is read: ``京A·12345``."""
    if plate_type(plate) not in _WITH_DOT:
        return plate
    return f"{plate[:2]}\N{MIDDLE DOT}{plate[2:]}"


def _doubts(plate: str, found: PlateType) -> list[Message]:
    if found is PlateType.ORDINARY and sum(c.isalpha() for c in plate[2:]) > _USUAL_LETTERS:
        return [
            Message(
                "fields",
                "The plate {value} has more than two letters after {start}. Compare it once more.",
                value=show_plate(plate),
                start=plate[:2],
            )
        ]
    if found is PlateType.OTHER:
        return [
            Message(
                "fields",
                "The plate {value} is taken for a police or military one and cannot be checked. "
                "Compare it once more.",
                value=plate,
            )
        ]
    if found is PlateType.TEMPORARY:
        return [
            Message(
                "fields",
                "{value} is a temporary plate; enter the VIN too, so that the car is found again.",
                value=plate,
            )
        ]
    return []


def _problem(plate: str) -> Message:
    if plate.startswith(_UNPLATED):
        return Message(
            "fields",
            "{value} is no plate; for a car without one leave the plate empty and enter the VIN.",
            value=shown(plate),
        )
    if len(plate) not in (_ORDINARY_LENGTH, _NEW_ENERGY_LENGTH):
        return Message(
            "fields",
            "The plate {value} has {count:,} characters; a plate has 7, such as 京A12345, one for "
            "new energy 8, such as 京AD12345. Compare it with the car.",
            value=shown(plate),
            count=len(plate),
        )
    if plate[0] not in PROVINCES:
        return Message(
            "fields",
            "The plate {value} begins with {character}, which is no province; a plate begins like "
            "京A12345. Compare it with the car.",
            value=shown(plate),
            character=shown(plate[0]),
        )
    if plate_type(plate.translate(_MISTAKEN)):
        return Message(
            "fields",
            "The plate {value} has the letter I or O, which plates do not use. Compare it with the "
            "car: is it {suggestion}?",
            value=shown(plate),
            suggestion=show_plate(plate.translate(_MISTAKEN)),
        )
    return _shape_problem(plate)


def _shape_problem(plate: str) -> Message:
    if len(plate) == _NEW_ENERGY_LENGTH:
        return Message(
            "fields",
            "No plate looks like {value}: with 8 characters it is a new-energy plate, such as "
            "京AD12345 (a letter A-H, J or K first) or 京A12345D (the letter last). Compare it "
            "with the car.",
            value=shown(plate),
        )
    return Message(
        "fields",
        "No plate looks like {value}: after the province come a letter and five letters or digits "
        "without I and O, such as 京A12345. Compare it with the car.",
        value=shown(plate),
    )
