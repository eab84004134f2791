"""Vehicle identification numbers (ISO 3779, GB 16735)."""

from __future__ import annotations

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import compact

LENGTH = 17

_ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_PLACE = 8
_YEAR_PLACE = 9
_SERIAL_DIGITS = slice(13, 17)
_NO_YEAR = "UZ0"
_CHINESE = ("L", "H")
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "Q": "0"})


def check_vin(text: str) -> Checked[str]:
    """Return a VIN in capitals; a wrong check digit is an error for a car made in China."""
    vin = compact(text)
    _refuse_letters(vin)
    _refuse_length(vin)
    wanted = check_digit(vin)
    if vin[_CHECK_PLACE] != wanted and vin.startswith(_CHINESE):
        raise BadValue(
            Message(
                "fields",
                "The VIN {value} contains a slip: its 9th character is {found}, but the other "
                "characters call for {wanted}. Compare all 17 with the vehicle licence.",
                value=vin,
                found=vin[_CHECK_PLACE],
                wanted=wanted,
            )
        )
    return Checked(vin, tuple(_doubts(vin, wanted)))


def check_digit(vin: str) -> str:
    """Return the 9th character that the other 16 call for."""
    total = sum(
        weight * int(_VALUES.get(character, character))
        for weight, character in zip(_WEIGHTS, vin, strict=True)
    )
    return "0123456789X"[total % 11]


def _refuse_letters(vin: str) -> None:
    wrong = [(place, c) for place, c in enumerate(vin, start=1) if c not in _ALPHABET]
    if not wrong:
        return
    place, character = wrong[0]
    if any(c not in "OIQ" for _, c in wrong) or len(vin) != LENGTH:
        raise BadValue(
            Message(
                "fields",
                "The VIN {value} has {character} at place {place}; a VIN consists of 17 digits and "
                "capital letters without I, O and Q. Compare it with the vehicle licence.",
                value=shown(vin),
                character=shown(character),
                place=place,
            )
        )
    raise BadValue(
        Message(
            "fields",
            "The VIN {value} has the letter {character} at place {place}; a VIN has no I, O or Q. "
            "Compare it with the vehicle licence: is it {suggestion}?",
            value=vin,
            character=character,
            place=place,
            suggestion=vin.translate(_MISTAKEN),
        )
    )


def _refuse_length(vin: str) -> None:
    if len(vin) == LENGTH:
        return
    raise BadValue(
        Message(
            "fields",
            "The VIN {value} has {count:,} characters; a VIN has exactly 17. Compare it with the "
            "vehicle licence.",
            value=shown(vin),
            count=len(vin),
        )
    )


def _doubts(vin: str, wanted: str) -> list[Message]:
    doubts = []
    if vin[_CHECK_PLACE] != wanted:
        doubts.append(
            Message(
                "fields",
                "The 9th character of the VIN {value} is {found}, its check digit would be "
                "{wanted}. Not every foreign maker uses it, but compare the VIN once more.",
                value=vin,
                found=vin[_CHECK_PLACE],
                wanted=wanted,
            )
        )
    if len(set(vin)) == 1:
        doubts.append(
            Message("fields", "The VIN {value} is one character repeated; is it real?", value=vin)
        )
    if vin[_YEAR_PLACE] in _NO_YEAR:
        doubts.append(
            Message(
                "fields",
                "The 10th character of the VIN {value} is {found}, which stands for no model year. "
                "Compare it once more.",
                value=vin,
                found=vin[_YEAR_PLACE],
            )
        )
    if not vin[_SERIAL_DIGITS].isdigit():
        doubts.append(
            Message(
                "fields",
                "The last four characters of the VIN {value} are usually digits. Compare them once "
                "more.",
                value=vin,
            )
        )
    return doubts
