"""Unified social credit codes of companies (GB 32100-2015)."""

from __future__ import annotations

import re

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import compact

LENGTH = 18

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SHAPE = re.compile(f"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "S": "5", "Z": "2"})


def check_credit_code(text: str) -> Checked[str]:
    """Return a credit code in capitals."""
    code = compact(text)
    if len(code) != LENGTH:
        raise BadValue(
            Message(
                "fields",
                "The credit code {value} has {count:,} characters; it has exactly 18. Copy it from "
                "the business licence.",
                value=shown(code),
                count=len(code),
            )
        )
    if not _SHAPE.fullmatch(code):
        raise BadValue(_shape_problem(code))
    wanted = check_character(code)
    if code[-1] != wanted:
        raise BadValue(
            Message(
                "fields",
                "The credit code {value} contains a slip: it ends in {found}, but the other "
                "characters call for {wanted}. Compare all 18 with the business licence.",
                value=code,
                found=code[-1],
                wanted=wanted,
            )
        )
    return Checked(code)


def check_character(code: str) -> str:
    """Return the last character that the first 17 call for."""
    total = sum(_ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(code[:-1]))
    return _ALPHABET[-total % 31]


def _shape_problem(code: str) -> Message:
    suggestion = code.translate(_MISTAKEN)
    if _SHAPE.fullmatch(suggestion) and suggestion[-1] == check_character(suggestion):
        return Message(
            "fields",
            "The credit code {value} has a letter that credit codes do not use (I, O, S, V, Z). "
            "Compare it with the business licence: is it {suggestion}?",
            value=code,
            suggestion=suggestion,
        )
    return Message(
        "fields",
        "{value} is no credit code; it consists of 18 digits and capital letters without I, O, S, "
        "V and Z, with digits at places 3 to 8. Copy it from the business licence.",
        value=shown(code),
    )
