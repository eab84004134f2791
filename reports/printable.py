"""Refuses a content with characters the faces cannot show, naming each and where it stands."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.errors import Missing, NotPossible
from reports.fonts import missing_glyphs
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND = 8  # characters shown on either side of the one that cannot be printed
_LISTED = 20  # characters listed at most


class _Trouble(NamedTuple):
    char: str
    excerpt: str
    place: str

    def message(self) -> Message:
        return Message(
            "paper",
            "The character “{char}” ({code}) in “{excerpt}” cannot be printed: the printing face"
            " has no shape for it. Please write it another way, then print again.",
            char=self.char,
            code=f"U+{ord(self.char):04X}",
            excerpt=self.excerpt,
        )


def check_printable(*contents: object) -> None:
    """Raise NotPossible when a text in the contents cannot be printed."""
    found = [trouble for content in contents for trouble in _troubles(content, "")]
    if not found:
        return
    missing = [Missing(trouble.message(), trouble.place) for trouble in found[:_LISTED]]
    raise NotPossible(missing[0].message, missing)


def _troubles(value: object, place: str) -> Iterator[_Trouble]:
    if isinstance(value, str):
        for char in missing_glyphs(value):
            yield _Trouble(char, _excerpt(value, char), place)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from _troubles(item, f"{place}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            name = f"{place}.{field.name}" if place else field.name
            yield from _troubles(getattr(value, field.name), name)


def _excerpt(text: str, char: str) -> str:
    at = text.index(char)
    start, end = max(0, at - _AROUND), min(len(text), at + _AROUND + 1)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    return f"{head}{text[start:end]}{tail}".replace("\n", " ")
