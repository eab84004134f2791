"""Tasks, rounds of follow-up, rectification items and approvals that wait for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.queries import waiting as approvals_for
from models.casework.case.tables import Case, Task
from models.dealership.access.queries import names
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.money import yuan_text
from models.kernel.zone import day_of, end_of_day
from models.stages.followup.tables import FollowUp
from models.stages.review.tables import Rectification
from resources.texts import Message

from .entry import APPROVAL, FOLLOW_UP, RECTIFICATION, TASK, VERIFY, Waiting, waiting_for

if TYPE_CHECKING:
    from models.kernel.actor import Actor

_TO_DO = ("open", "acknowledged", "returned")
_DONE = "done"
_FOLLOWED_UP_IN = ("VERIFIED", "FOLLOW_UP", "CLOSED")
_LEAD_DAYS_MS = 3 * 24 * 60 * 60_000
"""A rectification item is shown three days before it is due."""


def approvals(actor: Actor, now: int, limit: int) -> list[Waiting]:
    """Return the approvals that wait for the actor, the oldest first."""
    people = names(actor.branch_id)
    found = approvals_for(actor, now)[:limit]
    cases = Case.select(Case.id, Case.plate_no).where(Case.id.in_([x.case_id for x in found]))
    plates = {case.id: case.plate_no for case in cases}
    return [
        Waiting(
            APPROVAL,
            view.requested_at,
            False,
            view.case_no,
            view.case_id,
            view.level,
            view.customer_name,
            plates.get(view.case_id, ""),
            Message(
                "today",
                "{name} asks for approval of {amount} yuan.",
                name=people.get(view.requested_by, view.requested_by),
                amount=yuan_text(view.amount),
            ),
            "approval.decide",
            view.subject,
        )
        for view in found
    ]


def tasks(actor: Actor, logins: list[str] | None, now: int, limit: int) -> list[Waiting]:
    """Return the open tasks of these people, and of the actor's department that nobody has.

    Without ``logins`` the tasks of everybody.
    """
    query = _tasks(actor.branch_id).where(Task.state.in_(_TO_DO))
    if logins is not None:
        query = query.where(_own(actor, logins))
    return [
        waiting_for(
            TASK,
            row.case,
            None if row.due_at == FAR_FUTURE else row.due_at,
            row.due_at < now,
            Message("today", "Task {no}: {title}", no=row.no, title=row.title),
            "implementation.task.table",
        )
        for row in query.order_by(Task.due_at, Task.id).limit(limit)
    ]


def _own(actor: Actor, logins: list[str]) -> Any:
    own = Task.assignee.in_(logins)
    if actor.department:
        own |= (Task.assignee == "") & (Task.department == actor.department)
    return own


def to_verify(actor: Actor, mine: Any, limit: int) -> list[Waiting]:
    """Return the tasks of one's cases that were reported done and wait to be verified."""
    if not actor.may("case.work"):
        return []
    query = _tasks(actor.branch_id).where(
        Task.state == _DONE, Task.done_by != actor.login, mine, Case.closed_at == FAR_FUTURE
    )
    return [
        waiting_for(
            VERIFY,
            row.case,
            row.done_at,
            False,
            Message("today", "Task {no} was reported done: {title}", no=row.no, title=row.title),
            "implementation.task.table",
        )
        for row in query.order_by(Task.done_at, Task.id).limit(limit)
    ]


def _tasks(branch_id: int) -> Any:
    return (
        Task.select(Task, Case)
        .join(Case)
        .where(Task.branch_id == branch_id, alive(Task), Case.hold != "restricted")
    )


def follow_ups(actor: Actor, now: int, limit: int) -> list[Waiting]:
    """Return the rounds due today or before; whoever handled a case does not ask about it."""
    if not actor.may("follow_up.record"):
        return []
    query = (
        FollowUp.select(FollowUp, Case)
        .join(Case)
        .where(
            FollowUp.branch_id == actor.branch_id,
            FollowUp.state == "due",
            FollowUp.due_at <= end_of_day(day_of(now)),
            Case.owner != actor.login,
            Case.state.in_(_FOLLOWED_UP_IN),
            Case.hold != "restricted",
            alive(FollowUp),
        )
        .order_by(FollowUp.due_at, FollowUp.id)
        .limit(limit)
    )
    return [
        waiting_for(
            FOLLOW_UP,
            row.case,
            row.due_at,
            row.due_at < now,
            Message("today", "Follow-up call, round {no}", no=row.no),
            "followup.record",
        )
        for row in query
    ]


def rectifications(actor: Actor, logins: list[str], now: int, limit: int) -> list[Waiting]:
    """Return the open items of these people that are late or due soon."""
    query = (
        Rectification.select(Rectification, Case)
        .join(Case)
        .where(
            Rectification.branch_id == actor.branch_id,
            Rectification.state == "open",
            Rectification.due_on <= day_of(now + _LEAD_DAYS_MS),
            Rectification.owner.in_(logins),
            alive(Rectification),
        )
        .order_by(Rectification.due_on, Rectification.id)
        .limit(limit)
    )
    return [_rectification(row, now) for row in query]


def _rectification(row: Rectification, now: int) -> Waiting:
    end = end_of_day(str(row.due_on))
    text = Message("today", "Put right: {what}", what=_first_line(str(row.what)))
    return waiting_for(RECTIFICATION, row.case, end, end < now, text, "review.rectification.table")


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
