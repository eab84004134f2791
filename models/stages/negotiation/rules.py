"""Decisions of the negotiation that need no store: advice, coverage, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.money import yuan_text
from resources.texts import Message

from .fields import FIVE_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PREPARED, OFFERED, ACCEPTED, REFUSED, DROPPED = (
    "prepared",
    "offered",
    "accepted",
    "rejected",
    "dropped",
)
LIVE = (PREPARED, OFFERED, ACCEPTED)
PRICED_KINDS = frozenset(
    {"exchange", "return", "refund", "cash", "depreciation", "price_difference"}
)
"""Kinds whose cost has to be known: it decides who may promise them."""

MOSTLY_OUR_FAULT = 50
ENOUGH_OPTIONS = 3
_BUYS_AGAIN = frozenset({"will_buy", "likely"})
_GONE = frozenset({"unlikely", "never"})


def unanswered(plan: Mapping[str, Any]) -> list[str]:
    """Return the keys of the five questions that have no answer yet (G13)."""
    return [key for key in FIVE_QUESTIONS if plan.get(key) in (None, "")]


def advice(plan: Mapping[str, Any], suspected: Sequence[str] = ()) -> list[Message]:
    """Return what the answers to the five questions suggest (G17); a hint, never a lock.

    ``suspected`` are articles of the three guarantees that may oblige us: then nothing advises
    a no.
    """
    found = []
    if suspected:
        found.append(
            Message(
                "negotiation",
                "The three guarantees may oblige us (art. {articles}): refuse nothing of it before "
                "a person has confirmed it or set it aside.",
                articles="、".join(dict.fromkeys(suspected)),
            )
        )
    if (plan.get("company_fault") or 0) >= MOSTLY_OUR_FAULT:
        found.append(
            Message(
                "negotiation",
                "The fault is mostly ours: offer something more generous at once, "
                "and do not let the customer ask for it.",
            )
        )
    found += [] if suspected else _advice_on_demand(plan)
    if plan.get("word_of_mouth") == "ill":
        found.append(
            Message(
                "negotiation",
                "The customer may spread ill of us: agree the next contact soon and keep it.",
            )
        )
    if plan.get("repurchase_hope") in _BUYS_AGAIN:
        found.append(
            Message("negotiation", "The customer may buy again: weigh the cost against that.")
        )
    return found


def _advice_on_demand(plan: Mapping[str, Any]) -> list[Message]:
    if plan.get("demand_reasonable") == "reasonable":
        return [
            Message(
                "negotiation", "The demand is reasonable: meet at least that, within the limits."
            )
        ]
    if plan.get("demand_reasonable") != "unreasonable":
        return []
    if plan.get("ongoing_trade") == "no" and plan.get("repurchase_hope") in _GONE:
        return [
            Message(
                "negotiation",
                "The demand is not reasonable and no further business is to be expected: "
                "say no, clearly and politely, with the reason.",
            )
        ]
    return [
        Message(
            "negotiation",
            "The demand is not reasonable: explain the basis and offer something else as goodwill.",
        )
    ]


def uncovered(
    demands: Sequence[Mapping[str, Any]], options: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Return the numbers of the open demands that no live option answers (G03)."""
    covered = {
        no for option in options if option["state"] in LIVE for no in numbers(option["covers"])
    }
    return [d["no"] for d in demands if d["answer"] == "open" and d["no"] not in covered]


def numbers(listed: str) -> list[int]:
    """Return the numbers of a comma list."""
    return [int(part) for part in listed.split(",") if part.strip().isdigit()]


def beyond_limit(plan: Mapping[str, Any], amount: int) -> Message | None:
    """Return what to confirm when an amount exceeds our limit (G07), or None."""
    limit = plan.get("our_limit")
    if limit is None or amount <= limit:
        return None
    return Message(
        "negotiation",
        "{amount} yuan is more than our limit of {limit} yuan for this case. "
        "Offer it all the same?",
        amount=yuan_text(amount),
        limit=yuan_text(limit),
    )


def option_hints(options: Sequence[Mapping[str, Any]]) -> list[Message]:
    """Return what is thin about the prepared options (G02, G05)."""
    live = [option for option in options if option["state"] in LIVE]
    found = []
    if 0 < len(live) < ENOUGH_OPTIONS:
        found.append(
            Message("negotiation", "Prepare three or four options, so that a no is not the end.")
        )
    found += [
        Message("negotiation", "Option {no} has no basis to explain yet.", no=option["no"])
        for option in live
        if not option["basis"]
    ]
    return found
