"""What a rule of the wording lint is made of, and what it finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from resources.texts import Message

ERROR, WARNING = "error", "warning"


class Finding(NamedTuple):
    """One place of a text that should not be printed like this; positions are of the typed text."""

    rule: str
    severity: str
    start: int
    end: int
    words: str
    reason: Message
    basis: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns of folded text that a clause must not match, and what excuses a match.

    ``denied`` excuses in the same part of a sentence (before or after “但”), ``spared`` anywhere
    in the sentence: there stand the carve-outs. Laws and wording are those of the Chinese paper.
    """

    id: str
    severity: str
    reason: Message
    basis: str
    suggestion: str
    patterns: tuple[re.Pattern[str], ...]
    denied: re.Pattern[str] | None = None
    spared: re.Pattern[str] | None = None
    quoted_too: bool = True


def patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    """Compile patterns of folded text."""
    return tuple(re.compile(source) for source in sources)


def one_of(*sources: str) -> re.Pattern[str]:
    """Compile a pattern that matches what any of the sources does."""
    return re.compile("|".join(sources))
