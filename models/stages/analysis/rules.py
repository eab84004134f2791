"""Decisions of the analysis that need no store: proposed level, shares, what to think over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.fields import LEVELS
from models.casework.case.rules import higher
from resources.texts import Message

from .fields import SCALES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

WHOLE = 100
CUSTOMER = "customer"
_WORST, _GRAVE = 5, 4
_LEVEL_UP_TO = ((8, "MINOR"), (13, "GENERAL"), (18, "ESCALATED"), (22, "MAJOR"))
_CUSTOMER_SIDES = frozenset({"misunderstanding", "customer_perception"})


def score(scales: Mapping[str, int]) -> int:
    """Return the sum of the five scales: 5 to 25."""
    return sum(scales[key] for key in SCALES)


def proposed_level(scales: Mapping[str, int]) -> str:
    """Return the level the scales propose; one grave scale lifts it whatever the sum is."""
    total = score(scales)
    level = next((name for most, name in _LEVEL_UP_TO if total <= most), LEVELS[-1])
    if scales["safety"] >= _GRAVE:
        level = higher(level, "MAJOR")
    if _WORST in (scales["severity"], scales["impact"], scales["urgency"]):
        level = higher(level, "ESCALATED")
    if scales["safety"] == scales["impact"] == _WORST:
        level = higher(level, "CRISIS")
    return level


def share_problem(other_shares: int, share: int) -> Message | None:
    """Return why a share is too large beside the others, or None."""
    if other_shares + share <= WHOLE:
        return None
    return Message(
        "analysis",
        "The shares would add to {total} %. {left} % are left; lower this share or another one.",
        total=other_shares + share,
        left=WHOLE - other_shares,
    )


def hints(
    finding: Mapping[str, Any],
    shares: Sequence[Mapping[str, Any]],
    causes: Sequence[str],
    customer_causes: Collection[str],
) -> list[Message]:
    """Return what to think over before the analysis is closed; nothing here forbids."""
    found = []
    customer_share = sum(row["share_percent"] for row in shares if row["side"] == CUSTOMER)
    at_customer = customer_share > 0 or finding.get("finding_side") in _CUSTOMER_SIDES
    if finding.get("use_not_explained") and at_customer:
        found.append(
            Message(
                "analysis",
                "We did not explain the use to the customer: the fault stays with us, even when "
                "the customer broke it.",
            )
        )
    if customer_share and not set(causes) & set(customer_causes):
        found.append(
            Message(
                "analysis",
                "The customer bears {share} %, but no cause lies with the customer. "
                "Check the shares.",
                share=customer_share,
            )
        )
    if finding.get("checked_facts") and not finding.get("speaks_against"):
        found.append(
            Message(
                "analysis", "Also write down what speaks against the finding, or that nothing does."
            )
        )
    if finding.get("more_visits") and not finding.get("more_visits_note"):
        found.append(Message("analysis", "More visits are needed: write down whom to ask."))
    return found
