"""The wording lint: what a text of an agreement must not say, found where it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import amounts
from .folding import Folded, fold, sentences
from .rights_rules import RIGHTS
from .rule import Finding, Rule
from .text_rules import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .folding import Sentence

RULES: tuple[Rule, ...] = (*RIGHTS, *TEXT, amounts.RULE)
_TURN = re.compile(r"但是?|然而|不过|却|反之")


def lint(text: str) -> list[Finding]:
    """Return what is wrong with a text, in its order; each place is named once by a rule."""
    folded = fold(text)
    found: dict[tuple[str, int], Finding] = {}
    for sentence in sentences(folded.text):
        for rule in RULES:
            for start, end, suggestion in _matches(rule, sentence, folded):
                place = sentence.start + start
                made = _finding(rule, text, folded, (place, sentence.start + end), suggestion)
                found.setdefault((rule.id, sentence.start), made)
    return sorted(found.values(), key=lambda one: (one.start, one.rule))


def _matches(rule: Rule, sentence: Sentence, folded: Folded) -> Iterator[tuple[int, int, str]]:
    if rule is amounts.RULE:
        yield from amounts.differing(sentence.text)
        return
    for pattern in rule.patterns:
        for match in pattern.finditer(sentence.text):
            in_quotes = folded.quoted[sentence.start + match.start()]
            if not (in_quotes and not rule.quoted_too) and not _excused(rule, sentence.text, match):
                yield match.start(), match.end(), rule.suggestion


def _excused(rule: Rule, sentence: str, match: re.Match[str]) -> bool:
    if rule.spared is not None and rule.spared.search(sentence):
        return True
    return rule.denied is not None and rule.denied.search(_part(sentence, match)) is not None


def _part(sentence: str, match: re.Match[str]) -> str:
    """Return the part of a sentence between two turns such as 但 in which a match stands."""
    turns = [turn.start() for turn in _TURN.finditer(sentence)]
    start = max((turn for turn in turns if turn <= match.start()), default=0)
    end = min((turn for turn in turns if turn >= match.end()), default=len(sentence))
    return sentence[start:end]


def _finding(
    rule: Rule, text: str, folded: Folded, span: tuple[int, int], suggestion: str
) -> Finding:
    start, end = folded.places[span[0]], folded.places[span[1] - 1] + 1
    words = text[start:end]
    return Finding(rule.id, rule.severity, start, end, words, rule.reason, rule.basis, suggestion)
