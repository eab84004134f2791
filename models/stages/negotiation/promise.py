"""The gate before every offer: nothing beyond one's authority without approval (B11, G10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.authority import approver, within_own
from models.casework.approval.queries import approved_for, waiting_for
from models.dealership.access.roles import role_name
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.errors import Missing, NotPossible
from models.kernel.money import yuan_text
from resources.texts import Message

from .rules import ACCEPTED
from .tables import Option

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Work

SUBJECT = "option"


def refuse_beyond_authority(work: Work, case: Case, option: Option) -> None:
    """Refuse an offer that the actor may not make: a hard gate, not a hint.

    What was already offered passes: whoever offered it stood before this gate.
    """
    amount = option.amount or 0
    if amount == 0 or option.offered_at != FAR_FUTURE or covered_by_approval(case, option):
        return
    total = amount + accepted_besides(case, option)
    if within_own(work.actor, case, total):
        return
    raise NotPossible(
        Message(
            "negotiation",
            "Option {no} over {amount} yuan is beyond your authority: promise nothing yet. "
            "It has to be approved by: {role}.",
            no=option.no,
            amount=yuan_text(amount),
            role=role_name(approver(case, total)),
        ),
        [_what_to_do(case, option)],
    )


def covered_by_approval(case: Case, option: Option) -> bool:
    """Tell whether somebody entitled has approved the option's amount."""
    approval = approved_for(case.id, SUBJECT, option.no)
    return approval is not None and approval.amount >= (option.amount or 0)


def accepted_besides(case: Case, option: Option | None = None) -> int:
    """Return what the other accepted options of the case cost."""
    query = Option.select().where(Option.case == case, Option.state == ACCEPTED, alive(Option))
    rows: list[Any] = [row for row in query if option is None or row.id != option.id]
    return sum(row.amount or 0 for row in rows)


def _what_to_do(case: Case, option: Option) -> Missing:
    if waiting_for(case.id, SUBJECT, option.no):
        text = Message("negotiation", "The approval of option {no} is still waiting.", no=option.no)
    else:
        text = Message("negotiation", "Ask for the approval of option {no}.", no=option.no)
    return Missing(text, "negotiation.option.ask_approval")
