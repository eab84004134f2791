"""Telephone numbers: mobile, landline, service lines and foreign ones."""

from __future__ import annotations

import re
import unicodedata

from models.kernel.checked import BadValue, Checked, shown
from resources.texts import Message

from .text import refuse_control

_MOBILE_LENGTH = 11
_LONGEST = 40
_SHORT = 8

_MOBILE = re.compile("1[3-9][0-9]{9}")
_SERVICE = re.compile("(400|800)([0-9]{3})([0-9]{4})")
_SHORT_SERVICE = re.compile("95[0-9]{3,4}|1[0-9]{4}")
_LANDLINE = re.compile(
    "(?:(?P<city>010|02[0-9])-?(?P<eight>[0-9]{8})|(?P<area>0[3-9][0-9]{2})-?(?P<some>[0-9]{7,8}))"
    "(?:-(?P<extension>[0-9]{1,6}))?"
)
_FOREIGN = re.compile("\\+(?!86)[1-9][0-9]{5,14}")
_DASHES = re.compile("[\u2010-\u2015\u2212_-]+")
_EXTENSION = re.compile("(?:转|轉|EXT\\.?|#)", re.IGNORECASE)
_NOISE = re.compile("[\\s().\u00b7\u2022\u2027\u30fb]+")


def check_phone(text: str) -> Checked[str]:
    """Return a number as stored: 13800000000, 010-12345678-801, 400-000-0000; foreign as given."""
    number = _folded(text)
    if _FOREIGN.fullmatch(number.replace("-", "")):
        return Checked(unicodedata.normalize("NFKC", text).strip())
    found = next((known for known in map(_known, _national(number)) if known), "")
    if not found:
        raise BadValue(_problem(text, number))
    return Checked(found)


def mask_phone(number: str) -> str:
    """Return a number as others may see it: ``138****0000``."""
    if len(number) < _SHORT:
        return "*" * len(number)
    return f"{number[:3]}****{number[-4:]}"


def _folded(text: str) -> str:
    refuse_control(text)
    folded = unicodedata.normalize("NFKC", text[: _LONGEST * 10])
    visible = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    dashed = _EXTENSION.sub("-", _DASHES.sub("-", visible))
    return re.sub("-{2,}", "-", _NOISE.sub("", dashed)).strip("-")


def _national(number: str) -> list[str]:
    for prefix in ("+86", "0086"):
        if number.startswith(prefix):
            bare = number.removeprefix(prefix).strip("-")
            return [bare, f"0{bare}"] if len(bare) > _SHORT else []
    digits = number.replace("-", "")
    if digits.startswith("86") and _MOBILE.fullmatch(digits[2:]):
        return [digits[2:]]
    return [number]


def _known(number: str) -> str:
    digits = number.replace("-", "")
    if _MOBILE.fullmatch(digits) or _SHORT_SERVICE.fullmatch(digits):
        return digits
    if service := _SERVICE.fullmatch(digits):
        return "-".join(service.groups())
    landline = _LANDLINE.fullmatch(number) or _LANDLINE.fullmatch(digits)
    if landline is None:
        return ""
    parts = landline.group("city", "eight", "area", "some", "extension")
    return "-".join(part for part in parts if part)


def _problem(text: str, number: str) -> Message:
    if "*" in number:
        return Message(
            "fields",
            "{value} is a hidden number; type the whole number, or leave the field as it was.",
            value=shown(text),
        )
    digits = number.replace("-", "")
    if digits.isdigit() and digits.startswith("1") and len(digits) != _MOBILE_LENGTH:
        return Message(
            "fields",
            "The number {value} has {count:,} digits; a mobile number has 11, such as 13800000000. "
            "Ask for it again.",
            value=shown(text),
            count=len(digits),
        )
    return Message(
        "fields",
        "{value} is no telephone number; write one number: mobile 13800000000, landline "
        "010-12345678 with its area code, service line 400-000-0000, or a foreign one with + and "
        "its country code.",
        value=shown(text),
    )
