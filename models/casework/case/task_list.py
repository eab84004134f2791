"""Open tasks across cases: mine, my department's, what I check, and those of the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.dealership.access.absences import deputised
from models.kernel.db import alive
from models.kernel.errors import Invalid
from models.kernel.zone import day_of
from resources.texts import Message

from .queries import or_none
from .rules import OPEN_TASK, task_acts
from .tables import Case, Task

if TYPE_CHECKING:
    from models.kernel.actor import Actor

MINE, DEPARTMENT, TO_CHECK, STORE = "mine", "department", "to_check", "store"
SCOPES = (MINE, DEPARTMENT, TO_CHECK, STORE)
_DONE = "done"
_MOST = 500
"""More open tasks than these are no list to work from."""

_OF_CASE = ("case_no", "customer_name", "plate_no", "level", "subject", "owner")
_OF_TASK = (
    "no",
    "version",
    "kind",
    "department",
    "assignee",
    "title",
    "detail",
    "state",
    "acknowledged_by",
    "done_by",
    "result",
    "proof",
    "exception_reason",
)


class TaskLine(NamedTuple):
    """One task with its case and what the asking person can do with it."""

    case_id: int
    case_no: str
    customer_name: str
    plate_no: str
    level: str
    subject: str
    owner: str
    no: int
    version: int
    kind: str
    department: str
    assignee: str
    title: str
    detail: str
    state: str
    acknowledged_by: str
    done_by: str
    result: str
    proof: str
    exception_reason: str
    created_by: str
    due_at: int | None
    done_at: int | None
    acts: frozenset[str]


def tasks(actor: Actor, scope: str = MINE) -> list[TaskLine]:
    """Return the tasks of a scope, what is due first first; restricted cases stay out."""
    actor.require("complaint.view")
    if scope not in SCOPES:
        keys = ", ".join(SCOPES)
        raise Invalid({"scope": Message("case", "Tasks are listed by {keys}.", keys=keys)})
    query = (
        Task.select(Task, Case)
        .join(Case)
        .where(
            Task.branch_id == actor.branch_id,
            _wanted(actor, scope),
            Case.hold != "restricted",
            alive(Task),
        )
        .order_by(Task.due_at, Task.id)
        .limit(_MOST)
    )
    return [_line(actor, row) for row in query]


def _wanted(actor: Actor, scope: str) -> Any:
    open_ = Task.state.in_(OPEN_TASK)
    if scope == STORE:
        return open_ | (Task.state == _DONE)
    if scope == DEPARTMENT:
        return open_ & (Task.department == actor.department)
    people = [actor.login, *deputised(actor.branch_id, actor.login, day_of(actor.clock()))]
    if scope == TO_CHECK:
        return (Task.state == _DONE) & (Task.done_by != actor.login) & Case.owner.in_(people)
    nobody = (Task.assignee == "") & (Task.department == actor.department)
    return open_ & (Task.assignee.in_(people) | nobody)


def _line(actor: Actor, row: Task) -> TaskLine:
    case = row.case
    own = {key: getattr(row, key) for key in _OF_TASK}
    acts = task_acts(actor, own) & _allowed(actor)
    return TaskLine(
        case_id=case.id,
        **{key: getattr(case, key) for key in _OF_CASE},
        **own,
        created_by=row.created_by,
        due_at=or_none(row.due_at),
        done_at=or_none(row.done_at),
        acts=frozenset(acts),
    )


def _allowed(actor: Actor) -> set[str]:
    doing = {"acknowledge", "finish"} if actor.may("task.do") else set()
    return doing | ({"verify", "return", "cancel"} if actor.may("case.work") else set())
