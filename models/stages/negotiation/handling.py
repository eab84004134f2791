"""How each kind of cause is usually handled (D07, G34-G37): advice, never a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_BAD_GOODS = frozenset({"repeat_repair", "defective_product", "part_defect", "design_or_batch"})
_WRONG_WORK = frozenset({"wrong_handling", "careless_work", "low_skill"})
_MISUSE = frozenset({"misuse", "neglected_maintenance", "modification"})
_MISUNDERSTOOD = frozenset({"misread_warranty", "expectation_too_high", "unclear_explanation"})
_MANNER = frozenset({"impolite", "impatient"})

_RULES = (
    (
        _BAD_GOODS,
        Message(
            "negotiation",
            "The goods are at fault: apologise, exchange or repair at no charge, and add a gift.",
        ),
    ),
    (
        _WRONG_WORK,
        Message(
            "negotiation",
            "The work was done wrong: apologise, do it again at once at no charge, and say what "
            "will be different.",
        ),
    ),
    (
        _MISUSE,
        Message(
            "negotiation",
            "It was used wrongly: explain that gently, and repair it free of charge where it can "
            "be done.",
        ),
    ),
    (
        _MISUNDERSTOOD,
        Message(
            "negotiation",
            "It is a misunderstanding: explain the facts point by point; a small gift ends it.",
        ),
    ),
    (
        _MANNER,
        Message(
            "negotiation",
            "It was our manner: a manager listens, apologises together with the employee, and "
            "promises training.",
        ),
    ),
)


def usual_handling(causes: Sequence[Mapping[str, Any]]) -> list[Message]:
    """Return how the root cause is usually handled; nothing before the root cause is known."""
    roots = {cause["code"] for cause in causes if cause["is_root"]}
    return [advice for codes, advice in _RULES if codes & roots]
