"""Text folded for comparison, each character knowing where it stood in the text as typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from opencc import OpenCC

_LEFT_OUT = frozenset("·•、“”‘’\"'「」『』[]【】")
_OPENING = dict(zip("“‘「『《", "”’」』》", strict=True))
_STOPS = "。!?;\n"
_SENTENCE = re.compile(r"[^。!?;\n]*(?:[。!?;\n]+|$)")


class Folded(NamedTuple):
    """Folded text; ``places`` has for each of its characters the position in the typed text."""

    text: str
    places: tuple[int, ...]
    quoted: tuple[bool, ...]


class Sentence(NamedTuple):
    """One sentence as folded text and the place of its first character in the whole."""

    text: str
    start: int


def fold(text: str) -> Folded:
    """Fold by NFKC, traditional to simplified, without spaces, quotation marks and listing dots."""
    chars, places, quoted = [], [], []
    closing: list[str] = []
    for place, char in enumerate(text):
        if closing and char == closing[-1]:
            closing.pop()
        for one in _folded_char(char):
            chars.append(one)
            places.append(place)
            quoted.append(bool(closing))
        if char in _OPENING:
            closing.append(_OPENING[char])
        elif char == "\n":
            closing.clear()
    return Folded("".join(chars), tuple(places), tuple(quoted))


def sentences(folded: str) -> list[Sentence]:
    """Split folded text where a sentence ends: full stop, question, semicolon, new line."""
    found = (Sentence(m.group(), m.start()) for m in _SENTENCE.finditer(folded))
    return [one for one in found if one.text.strip(_STOPS)]


@lru_cache(maxsize=8192)
def _folded_char(char: str) -> str:
    if char == "\n":
        return char
    same_width = unicodedata.normalize("NFKC", char).casefold()
    simple = _simplifier().convert(same_width)
    return "".join(one for one in simple if not one.isspace() and one not in _LEFT_OUT)


@lru_cache(maxsize=1)
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
