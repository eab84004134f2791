"""Decisions of follow-up that need no store: who may ask, and what an answer has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.errors import Invalid
from resources.texts import Message

if TYPE_CHECKING:
    from models.kernel.command import Values

_ANSWERS = (
    "satisfaction",
    "change_wanted",
    "repurchase",
    "word_of_mouth",
    "recommend",
    "felt",
    "demands",
)


def not_to_ask(login: str, owner: str) -> Message | None:
    """Return why somebody may not ask the customer: who handled a case does not (K05)."""
    if login != owner:
        return None
    return Message(
        "followup", "Whoever handled the case does not ask about it. Let a colleague call."
    )


def check_answers(values: Values) -> None:
    """Refuse an answer of nobody, and one that leaves open how satisfied the customer is."""
    problems = {}
    if values.get("reached") and not values.get("satisfaction"):
        problems["followup.satisfaction"] = Message(
            "followup", "Ask how satisfied the customer is, from 1 to 5."
        )
    if values.get("change_wanted") and not values.get("words"):
        problems["followup.words"] = Message(
            "followup", "Write down what the customer wants changed."
        )
    if not values.get("reached") and any(_given(values.get(key)) for key in _ANSWERS):
        problems["followup.reached"] = Message(
            "followup", "There are answers here: mark the customer as reached, or leave them out."
        )
    if problems:
        raise Invalid(problems)


def _given(value: object) -> bool:
    return value not in (None, "", False, [], ())
