"""Names in Latin letters, so that a name can be found by typing how it sounds."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_SURNAMES = {
    "单": "shan",
    "曾": "zeng",
    "解": "xie",
    "仇": "qiu",
    "查": "zha",
    "区": "ou",
    "朴": "piao",
    "翟": "zhai",
    "盖": "ge",
    "覃": "qin",
    "尉迟": "yu chi",
    "万俟": "mo qi",
    "长孙": "zhang sun",
}
"""Surnames that sound otherwise than the character alone."""

_LONGEST_SURNAME = 2


class Spelling(NamedTuple):
    """A name as it sounds: whole syllables and first letters, small and without blanks."""

    pinyin: str
    initials: str


def spelling(name: str) -> Spelling:
    """Return how a name is spelled in pinyin; Latin letters and digits stay as they are."""
    folded = "".join(unicodedata.normalize("NFKC", name).split()).casefold()
    if folded.isascii():
        words = "".join(ch if ch.isalnum() else " " for ch in name.casefold()).split()
        return Spelling("".join(words), "".join(word[0] for word in words))
    surname = _surname(folded)
    syllables = surname + _syllables(folded[len(surname) :])
    return Spelling("".join(syllables), "".join(syllable[0] for syllable in syllables))


def _surname(name: str) -> list[str]:
    for length in range(_LONGEST_SURNAME, 0, -1):
        found = _SURNAMES.get(name[:length])
        if found:
            return found.split()
    return []


def _syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    spoken = lazy_pinyin(text)
    kept = ("".join(ch for ch in part if ch.isalnum()) for part in spoken)
    return [part for part in kept if part]
