"""Free text: kept as typed, compared folded, refused when it cannot be stored or printed."""

from __future__ import annotations

import re
import unicodedata

from models.kernel.checked import BadValue, Checked
from resources.texts import Message

TEXT_LIMIT = 200
LONG_TEXT_LIMIT = 20_000

_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SEPARATORS = re.compile("[\\s_\u00b7\u2022\u2027\u30fb\u2010-\u2015\u2212-]+")


def normalised(text: str) -> str:
    """Return text as it is compared: one width and case, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def compact(text: str) -> str:
    """Return a number or code as it is checked: half-width capitals without separators."""
    refuse_control(text)
    folded = unicodedata.normalize("NFKC", text)
    visible = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    return _SEPARATORS.sub("", visible).upper()


def check_text(text: str, limit: int = TEXT_LIMIT) -> Checked[str]:
    """Return the text as typed; line ends become newlines and nothing but blanks becomes ''."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    if not kept.strip():
        kept = ""
    if len(kept) > limit:
        raise BadValue(
            Message(
                "fields",
                "The text has {count:,} characters; at most {limit:,} fit here. Shorten it by "
                "{over:,}, or attach it as a file.",
                count=len(kept),
                limit=limit,
                over=len(kept) - limit,
            )
        )
    refuse_control(kept)
    _refuse(kept, _TURNING)
    return Checked(kept)


def refuse_control(text: str) -> None:
    """Refuse NUL and its like, which neither a store nor paper can hold."""
    _refuse(text, _UNSTORABLE)


def _refuse(text: str, pattern: re.Pattern[str]) -> None:
    found = pattern.search(text)
    if found is None:
        return
    raise BadValue(
        Message(
            "fields",
            "Character {position:,} is an invisible control character ({code}), which can be "
            "neither stored nor printed; line breaks, tabs and emoji are allowed. Delete it and "
            "type that place again.",
            position=found.start() + 1,
            code=f"U+{ord(found[0]):04X}",
        )
    )
