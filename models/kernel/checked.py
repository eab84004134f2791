"""The one shape of every check: a checked value with its warnings, or a refusal with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .errors import UserError

if TYPE_CHECKING:
    from resources.texts import Message

Value = TypeVar("Value")

SHOWN_LENGTH = 40


class Checked(NamedTuple, Generic[Value]):
    """A value in its stored form and what is doubtful about it."""

    value: Value
    warnings: tuple[Message, ...] = ()


class BadValue(UserError):
    """A typed value that cannot be taken; the sentence says what is allowed instead."""

    kind = "invalid"


def shown(value: object) -> str:
    """Return a value as a sentence can carry it: one short line without control characters."""
    text = str(value)
    cut = text[:SHOWN_LENGTH]
    safe = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)
    return safe if len(text) <= SHOWN_LENGTH else f"{safe}…"
