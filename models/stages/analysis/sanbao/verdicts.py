"""What the checker says of one rule: the verdict with its numbers, evidence and missing facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .law import Rule
    from .occurrences import Occurrence, Sifted
    from .periods import Window

MET, NEAR, NOT_MET = "MET", "NEAR", "NOT_MET"
FACT_MISSING, OUT_OF_SCOPE = "FACT_MISSING", "OUT_OF_SCOPE"
VERDICTS = (MET, NEAR, FACT_MISSING, NOT_MET, OUT_OF_SCOPE)
WARNING_VERDICTS = frozenset({MET, NEAR})

VERDICT_TEXTS: Mapping[str, Message] = {
    MET: Message("sanbao", "Suspected: met; a person has to confirm it"),
    NEAR: Message("sanbao", "Nearly met"),
    NOT_MET: Message("sanbao", "Not met by what is recorded"),
    FACT_MISSING: Message("sanbao", "Facts are missing"),
    OUT_OF_SCOPE: Message("sanbao", "Outside the three guarantees"),
}

FACTS: Mapping[str, Message] = {
    "history": Message("sanbao", "No repair and no problem is recorded: enter them."),
    "anchor": Message("sanbao", "The dates of the purchase invoice and of delivery"),
    "odometer": Message("sanbao", "the mileage at that time"),
    "quality": Message("sanbao", "whether it is a quality problem"),
    "safety": Message("sanbao", "whether it is a serious safety fault"),
    "cannot_drive": Message("sanbao", "whether the car cannot be driven safely"),
    "system": Message("sanbao", "which assembly or system"),
    "part_kind": Message("sanbao", "whether a main part or a wear part"),
    "part": Message("sanbao", "which part"),
    "replacement": Message("sanbao", "what has to be replaced"),
    "eliminated": Message("sanbao", "whether the problem is gone"),
    "name": Message("sanbao", "which problem it is"),
    "wear_period": Message("sanbao", "the period of the wear part on the certificate"),
}


@dataclass(frozen=True, slots=True)
class Result:
    """How a rule came out; ``used`` is the evidence, ``sifted`` names what is missing where."""

    verdict: str
    reason: Message
    numbers: Mapping[str, int] = field(default_factory=dict)
    used: Sequence[Occurrence] = ()
    missing: Sequence[Message] = ()
    notes: Sequence[Message] = ()


@dataclass(frozen=True, slots=True)
class RuleOpinion:
    """One line of the opinion."""

    rule: Rule
    verdict: str
    reason: Message
    numbers: Mapping[str, int]
    orders: tuple[str, ...]
    missing: tuple[Message, ...]
    papers: tuple[str, ...]
    notes: tuple[Message, ...]
    exemptions: tuple[str, ...]
    window: Window | None


def by_weight(rules: Iterable[RuleOpinion]) -> list[RuleOpinion]:
    """Return what is met first, and of it what the seller would have to take back."""
    return sorted(rules, key=lambda one: (VERDICTS.index(one.verdict), not one.rule.by_seller))


def missing_of(*parts: Sifted) -> tuple[Message, ...]:
    """Return each missing fact with the order it is missing of, once."""
    found: dict[str, Message] = {}
    for part in parts:
        for one, facts in part.open:
            for fact in facts:
                text = Message("sanbao", "{order}: {fact}", order=one.evidence, fact=FACTS[fact])
                found.setdefault(str(text), text)
    return tuple(found.values())


def evidence_of(used: Iterable[Occurrence]) -> tuple[str, ...]:
    """Return the order numbers of the evidence, each once."""
    return tuple(dict.fromkeys(one.evidence for one in used))


def exemptions_of(used: Iterable[Occurrence]) -> tuple[str, ...]:
    """Return the grounds of art. 32 that are claimed for the evidence."""
    return tuple(dict.fromkeys(one.problem.exemption for one in used if one.problem.exemption))
