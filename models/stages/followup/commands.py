"""Planning the rounds of follow-up and recording each attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case import contacts
from models.casework.case.demands import mark_satisfied
from models.casework.case.editing import add_row, row_of
from models.kernel import settings
from models.kernel.command import Done, Values, Work
from models.kernel.errors import Forbidden, NotPossible
from models.kernel.zone import HOUR
from resources.texts import Message

from .queries import attempts_on_days, due_round
from .rules import check_answers, not_to_ask
from .tables import FollowUp, FollowUpAttempt

if TYPE_CHECKING:
    from models.casework.case.tables import Case

TRIES_ON_DIFFERENT_DAYS = 3


def plan_rounds(work: Work, case: Case) -> None:
    """Plan the rounds after everything was carried out: 24 h, 7 d and 30 d by default (K02)."""
    for hours in settings.get(case.branch_id, "follow_up.hours"):
        add_row(work, case, FollowUp, {"due_at": work.now + hours * HOUR})


def drop_rounds(work: Work, case: Case) -> None:
    """Give up the rounds that are still due: the case goes back to work."""
    due = FollowUp.select().where(FollowUp.case == case, FollowUp.state == "due")
    for row in due:
        work.change(row, {"state": "dropped"})


def record_attempt(work: Work, case: Case, values: Values) -> Done:
    """Record one attempt; ``no`` names the round, ``demands`` its satisfaction per demand.

    Somebody who did not handle the case asks (K05). A round is done when the customer was reached,
    and failed after three tries on different days.
    """
    round_ = _due_round(case, values)
    _refuse_handler(work, case)
    check_answers(values)
    columns = {k: v for k, v in values.items() if k not in {"no", "version", "demands"}}
    columns |= {"at": values.get("at") or work.now, "by": work.actor.login}
    attempt = add_row(work, case, FollowUpAttempt, columns | {"follow_up_no": round_.no})
    for answer in values.get("demands", ()):
        mark_satisfied(work, case, answer["demand"], answer["satisfied"])
    if attempt.reached:
        work.change(round_, {"state": "done", "done_at": attempt.at})
        _log_contact(work, case, attempt)
    elif attempts_on_days(case.id, round_.no) >= TRIES_ON_DIFFERENT_DAYS:
        work.change(round_, {"state": "failed", "done_at": attempt.at})
    return Done(case.case_no, attempt.no, attempt.id, attempt.version)


def _due_round(case: Case, values: Values) -> FollowUp:
    if not values.get("no"):
        first = due_round(case.id)
        values = values | {"no": first["no"]} if first else values
    row = row_of(case, FollowUp, values) if values.get("no") else None
    if row is None or row.state != "due":
        raise NotPossible(Message("followup", "No round of follow-up is due with this case."))
    return row  # type: ignore[no-any-return]


def _refuse_handler(work: Work, case: Case) -> None:
    reason = not_to_ask(work.actor.login, case.owner)
    if reason is not None:
        raise Forbidden(reason)


def _log_contact(work: Work, case: Case, attempt: FollowUpAttempt) -> None:
    contacts.record_contact(
        work,
        case,
        {
            "at": attempt.at,
            "way": attempt.way,
            "direction": "out",
            "purpose": "follow_up",
            "handler": attempt.by,
            "summary": attempt.words or "—",
        },
    )
