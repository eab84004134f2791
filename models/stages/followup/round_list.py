"""The rounds of follow-up across cases: whom to call now, and whom later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import fn

from models.casework.case.tables import Case
from models.kernel.db import alive
from models.kernel.errors import Invalid
from models.kernel.zone import day_of, end_of_day
from resources.texts import Message

from .fields import EDITABLE_IN
from .rules import not_to_ask
from .tables import FollowUp, FollowUpAttempt

if TYPE_CHECKING:
    from models.kernel.actor import Actor

DUE, LATER = "due", "later"
SCOPES = (DUE, LATER)
_MOST = 500
_OF_CASE = ("case_no", "customer_name", "phone", "plate_no", "model", "level", "subject", "owner")


class RoundLine(NamedTuple):
    """One round that is due; ``refusal`` says why the asking person may not call."""

    case_id: int
    case_no: str
    customer_name: str
    phone: str
    plate_no: str
    model: str
    level: str
    subject: str
    owner: str
    no: int
    due_at: int
    tries: int
    refusal: Message | None


def rounds_to_call(actor: Actor, now: int, scope: str = DUE) -> list[RoundLine]:
    """Return the rounds due until the end of today, or the later ones, the first due first."""
    actor.require("complaint.view")
    if scope not in SCOPES:
        keys = ", ".join(SCOPES)
        raise Invalid({"scope": Message("followup", "Rounds are listed by {keys}.", keys=keys)})
    end = end_of_day(day_of(now))
    query = (
        FollowUp.select(FollowUp, Case)
        .join(Case)
        .where(
            FollowUp.branch_id == actor.branch_id,
            FollowUp.state == "due",
            FollowUp.due_at <= end if scope == DUE else FollowUp.due_at > end,
            Case.state.in_(EDITABLE_IN),
            Case.hold != "restricted",
            alive(FollowUp),
        )
        .order_by(FollowUp.due_at, FollowUp.id)
        .limit(_MOST)
    )
    rows = list(query)
    tries = _tries([row.case.id for row in rows])
    return [_line(actor, row, tries.get((row.case.id, row.no), 0)) for row in rows]


def _tries(case_ids: list[int]) -> dict[tuple[int, int], int]:
    query: Any = (
        FollowUpAttempt.select(
            FollowUpAttempt.case, FollowUpAttempt.follow_up_no, fn.COUNT(FollowUpAttempt.id)
        )
        .where(FollowUpAttempt.case.in_(case_ids), alive(FollowUpAttempt))
        .group_by(FollowUpAttempt.case, FollowUpAttempt.follow_up_no)
    )
    return {(case_id, no): count for case_id, no, count in query.tuples()}


def _line(actor: Actor, row: FollowUp, tries: int) -> RoundLine:
    of_case = {key: getattr(row.case, key) for key in _OF_CASE}
    refusal = not_to_ask(actor.login, row.case.owner)
    return RoundLine(
        case_id=row.case.id,
        **of_case,
        no=row.no,
        due_at=row.due_at,
        tries=tries,
        refusal=refusal,
    )
