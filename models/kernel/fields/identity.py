"""Identity documents of people: the resident identity card, permits and passports."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import compact

LENGTH = 18

_PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (81, 83))
    for code in range(first, last + 1)
) | {"71"}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SHAPE = re.compile("[1-9][0-9]{16}[0-9X]")
_OLD_SHAPE = re.compile("[1-9][0-9]{14}")
_OF_AGE = 18
_SOMEWHAT_ABLE = 8
_OTHERS = {
    "passport": re.compile("[A-Z0-9]{5,17}"),
    "home_return_permit": re.compile("[HM][0-9]{8,10}"),
    "taiwan_permit": re.compile("[0-9]{8}"),
}
_LONG = 15


def check_id_card(text: str, today: date) -> Checked[str]:
    """Return the number of an identity card or a residence permit of the same form."""
    number = compact(text)
    if _OLD_SHAPE.fullmatch(number):
        return Checked(number, (_old(number, today),))
    _refuse_shape(number)
    _refuse_region(number)
    born = birth_date(number)
    if born is None or born > today:
        raise BadValue(_birth_problem(number))
    wanted = check_character(number)
    if number[-1] != wanted:
        raise BadValue(
            Message(
                "fields",
                "The identity number {value} contains a slip: it ends in {found}, but the other "
                "digits call for {wanted}. Compare all 18 with the card.",
                value=number,
                found=number[-1],
                wanted=wanted,
            )
        )
    return Checked(number, tuple(_age_warnings(born, today)))


def check_document(kind: str, text: str, today: date) -> Checked[str]:
    """Return a document's number; a kind without its own rule only has to look like a number."""
    if kind in {"id_card", "residence_permit", "foreigner_permit"}:
        return check_id_card(text, today)
    number = compact(text)
    if not _OTHERS.get(kind, _OTHERS["passport"]).fullmatch(number):
        raise BadValue(_document_problem(kind, number))
    return Checked(number)


def check_character(number: str) -> str:
    """Return the last character that the first 17 digits call for."""
    total = sum(weight * int(c) for weight, c in zip(_WEIGHTS, number[:-1], strict=True))
    return "10X98765432"[total % 11]


def birth_date(number: str) -> date | None:
    """Return the birth date in an 18-character number, or None when there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def mask_identity(number: str) -> str:
    """Return a document number as others may see it: ``110105********002X``."""
    if len(number) >= _LONG:
        return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"
    return f"{'*' * (len(number) - 3)}{number[-3:]}" if len(number) > 3 * 2 else "*" * len(number)


def _refuse_shape(number: str) -> None:
    if _SHAPE.fullmatch(number):
        return
    if "*" in number:
        raise BadValue(
            Message(
                "fields",
                "{value} is a hidden number; type the whole number, or leave the field as it was.",
                value=shown(number),
            )
        )
    if len(number) != LENGTH:
        raise BadValue(
            Message(
                "fields",
                "The identity number {value} has {count:,} characters; it has 18. Compare it with "
                "the card.",
                value=shown(number),
                count=len(number),
            )
        )
    raise BadValue(
        Message(
            "fields",
            "{value} is no identity number; it consists of 17 digits and a last digit or X. "
            "Compare it with the card.",
            value=shown(number),
        )
    )


def _refuse_region(number: str) -> None:
    foreigner = number.startswith("91") or (number[0] == "9" and number[1:3] in _PROVINCES)
    if foreigner or number[:2] in _PROVINCES:
        return
    raise BadValue(
        Message(
            "fields",
            "The identity number {value} begins with {region}, which is no province. Compare it "
            "with the card.",
            value=number,
            region=number[:2],
        )
    )


def _birth_problem(number: str) -> Message:
    return Message(
        "fields",
        "The identity number {value} holds the birth date {born}, which does not exist or has not "
        "come yet. Compare it with the card.",
        value=number,
        born="-".join(number[start:end] for start, end in pairwise((6, 10, 12, 14))),
    )


def _old(number: str, today: date) -> Message:
    born = birth_date(f"{number[:6]}19{number[6:]}")
    if number[:2] not in _PROVINCES or born is None or born > today:
        raise BadValue(
            Message(
                "fields",
                "{value} is no identity number of the old form with 15 digits: its province or "
                "birth date does not exist. Ask for the card with 18 digits.",
                value=number,
            )
        )
    return Message(
        "fields",
        "The identity number {value} has the old form with 15 digits, which is no longer valid. "
        "Ask for the card with 18 digits.",
        value=number,
    )


def _age_warnings(born: date, today: date) -> list[Message]:
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if age >= _OF_AGE:
        return []
    if age < _SOMEWHAT_ABLE:
        return [
            Message(
                "fields",
                "By the identity number this person is {age} years old; below 8 only the guardian "
                "can negotiate and sign.",
                age=age,
            )
        ]
    return [
        Message(
            "fields",
            "By the identity number this person is {age} years old; below 18 the guardian has to "
            "agree and sign too.",
            age=age,
        )
    ]


def _document_problem(kind: str, number: str) -> Message:
    if kind == "home_return_permit":
        return Message(
            "fields",
            "{value} is no number of a home-return permit; it is H or M and 8 to 10 digits. "
            "Compare it with the permit.",
            value=shown(number),
        )
    if kind == "taiwan_permit":
        return Message(
            "fields",
            "{value} is no number of a Taiwan permit; it has 8 digits. Compare it with the permit.",
            value=shown(number),
        )
    return Message(
        "fields",
        "{value} is no document number; it consists of 5 to 17 letters and digits. Compare it with "
        "the document.",
        value=shown(number),
    )
