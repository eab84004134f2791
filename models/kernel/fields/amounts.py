"""Amounts of money, whole numbers and percentages."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from models.kernel.checked import BadValue, Checked, shown
from models.kernel.money import check_fen, parse_yuan, yuan_text
from resources.texts import Message

WHOLE_LIMIT = 2**53
PERCENT_LIMIT = 100

_WHOLE = re.compile("(?P<sign>[+-]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.0*)?")
_LONGEST = 40


def check_amount(
    value: object, minimum: int | None = None, maximum: int | None = None
) -> Checked[int]:
    """Return an amount in fen: text and Decimal are yuan, an int is fen; the limits are fen.

    A float is refused: 0.1 has no exact binary form, and whether 5.0 means yuan is a guess.
    """
    fen = _fen(value)
    if minimum is not None and fen < minimum:
        raise _too_small(yuan_text(fen), yuan_text(minimum))
    if maximum is not None and fen > maximum:
        raise _too_big(yuan_text(fen), yuan_text(maximum))
    return Checked(fen)


def check_whole(
    value: object, minimum: int | None = None, maximum: int | None = None
) -> Checked[int]:
    """Return a whole number between its limits; without limits it may not be negative."""
    number = _whole(value)
    lowest = 0 if minimum is None else minimum
    highest = WHOLE_LIMIT if maximum is None else maximum
    if number < lowest:
        raise _too_small(shown(f"{number:,}"), f"{lowest:,}")
    if number > highest:
        raise _too_big(shown(f"{number:,}"), f"{highest:,}")
    return Checked(number)


def check_percent(
    value: object, minimum: int | None = None, maximum: int | None = None
) -> Checked[int]:
    """Return a whole percentage, with or without its sign; 0 to 100 unless limits are given."""
    bare = value
    if isinstance(value, str):
        bare = unicodedata.normalize("NFKC", value[: _LONGEST + 1]).strip().removesuffix("%")
    return check_whole(bare, minimum, PERCENT_LIMIT if maximum is None else maximum)


def _fen(value: object) -> int:
    if isinstance(value, str | Decimal):
        return parse_yuan(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return check_fen(value)
    raise BadValue(
        Message(
            "fields",
            '{value} is no exact amount of money; write yuan as text, such as "1234.50".',
            value=shown(value),
        )
    )


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    found = _WHOLE.fullmatch(text.replace("\u2212", "-")) if len(text) <= _LONGEST else None
    if found is None:
        raise BadValue(
            Message(
                "fields",
                "{value} is no whole number; write digits only, such as 12000.",
                value=shown(value),
            )
        )
    return int(found["sign"] + found["digits"].replace(",", ""))


def _too_small(value: str, limit: str) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "{value} is too small; at least {limit} is allowed. Correct it.",
            value=value,
            limit=limit,
        )
    )


def _too_big(value: str, limit: str) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "{value} is too large; at most {limit} is allowed. Correct it.",
            value=value,
            limit=limit,
        )
    )
