"""E-mail addresses, postcodes and bank cards."""

from __future__ import annotations

import re
import unicodedata

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import compact, refuse_control

_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")
_POSTCODE = re.compile("[0-9]{6}")
_BANK_CARD = re.compile("[0-9]{12,19}")
_NINE = 9


def check_email(text: str) -> Checked[str]:
    """Return an e-mail address in half-width letters."""
    refuse_control(text)
    email = unicodedata.normalize("NFKC", text).strip()
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise BadValue(
            Message(
                "fields",
                "{value} is no e-mail address; write one address such as name@example.com.",
                value=shown(text),
            )
        )
    return Checked(email)


def check_postcode(text: str) -> Checked[str]:
    """Return a postcode of six digits."""
    postcode = compact(text)
    if not _POSTCODE.fullmatch(postcode):
        raise BadValue(
            Message(
                "fields",
                "{value} is no postcode; it has six digits, such as 100000.",
                value=shown(text),
            )
        )
    return Checked(postcode)


def check_bank_card(text: str) -> Checked[str]:
    """Return the digits of a bank card; a wrong check digit is a warning."""
    card = compact(text)
    if not _BANK_CARD.fullmatch(card):
        raise BadValue(
            Message(
                "fields",
                "{value} is no bank card number; it has 12 to 19 digits. Compare it with the card.",
                value=shown(text),
            )
        )
    if _luhn_sum(card) % 10 == 0:
        return Checked(card)
    return Checked(
        card,
        (
            Message(
                "fields",
                "The check digit of the bank card {value} is wrong. Compare it with the card "
                "before money is sent.",
                value=card,
            ),
        ),
    )


def _luhn_sum(card: str) -> int:
    doubled = (int(c) * (1 + place % 2) for place, c in enumerate(reversed(card)))
    return sum(value - _NINE if value > _NINE else value for value in doubled)
