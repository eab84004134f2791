"""Tasks to departments: told, acknowledged, done with a result, verified by somebody else."""

from __future__ import annotations

from typing import Any

from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Forbidden, NotPossible
from resources.texts import Message

from .editing import EVERY_STATE, add_row, case_command, change_row, row_of, rows_of
from .fields import LOCKED, TASK_FIELDS, TASK_REASON_FIELDS, TASK_RESULT_FIELDS
from .rules import OPEN_TASK, may_work_on, stage_of
from .tables import Case, Task

OPEN = OPEN_TASK
EDITABLE_IN = EVERY_STATE - LOCKED - {"DRAFT"}


@case_command("case.add_task", permission="case.work", specs=TASK_FIELDS, editable_in=EDITABLE_IN)
def add_task(work: Work, case: Case, values: Values) -> Done:
    """Give a department something to do (B12, I05, J08)."""
    return give_task(work, case, values)


def give_task(work: Work, case: Case, values: Values) -> Done:
    """Give a task from a step of another room; ``stage`` and ``about`` may be given."""
    columns: Values = {"stage": stage_of(case.state)} | values
    columns["due_at"] = values.get("due_at") or FAR_FUTURE
    row = add_row(work, case, Task, columns)
    return _done(case, row)


@case_command(
    "case.change_task",
    permission="case.work",
    specs=TASK_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_task(work: Work, case: Case, values: Values) -> Done:
    """Change an open task; the department has to acknowledge it again."""
    row = _open_task(case, values)
    if "due_at" in values:
        values["due_at"] = values["due_at"] or FAR_FUTURE
    change_row(work, case, Task, values)
    if row.state == "acknowledged":
        work.change(row_of(case, Task, values), {"state": "open", "acknowledged_at": FAR_FUTURE})
    return _done(case, row_of(case, Task, values))


@case_command("case.acknowledge_task", permission="task.do", editable_in=EDITABLE_IN)
def acknowledge_task(work: Work, case: Case, values: Values) -> Done:
    """The department has seen the task and takes it (I05)."""
    row = _own_task(work, case, values)
    by = {"acknowledged_at": work.now, "acknowledged_by": work.actor.login}
    work.change(row, by | {"state": "acknowledged"}, values.get("version"))
    return _done(case, row)


@case_command(
    "case.finish_task",
    permission="task.do",
    specs=TASK_RESULT_FIELDS,
    editable_in=EDITABLE_IN,
)
def finish_task(work: Work, case: Case, values: Values) -> Done:
    """The department reports the result; somebody else verifies it."""
    row = _own_task(work, case, values)
    columns = {
        "state": "done",
        "done_at": work.now,
        "done_by": work.actor.login,
        "result": values["result"],
        "proof": values["proof"],
    }
    if row.acknowledged_at == FAR_FUTURE:
        columns |= {"acknowledged_at": work.now, "acknowledged_by": work.actor.login}
    work.change(row, columns, values.get("version"))
    return _done(case, row)


@case_command("case.verify_task", permission="case.work", editable_in=EDITABLE_IN)
def verify_task(work: Work, case: Case, values: Values) -> Done:
    """Confirm that a task was done as it should be (J01)."""
    row = _in_state(case, values, "done", "Only a task that was reported done can be verified.")
    if row.done_by == work.actor.login:
        raise Forbidden(
            Message("case", "Whoever did a task does not verify it. Ask a colleague to look at it.")
        )
    columns = {"state": "verified", "verified_at": work.now, "verified_by": work.actor.login}
    work.change(row, columns, values.get("version"))
    return _done(case, row)


@case_command(
    "case.return_task",
    permission="case.work",
    specs=TASK_REASON_FIELDS,
    editable_in=EDITABLE_IN,
)
def return_task(work: Work, case: Case, values: Values) -> Done:
    """Give a task back because its result is not good enough."""
    row = _in_state(case, values, "done", "Only a task that was reported done can be returned.")
    columns = {"state": "returned", "exception_reason": values["exception_reason"]}
    work.change(row, columns | {"done_at": FAR_FUTURE, "done_by": ""}, values.get("version"))
    return _done(case, row)


@case_command(
    "case.cancel_task",
    permission="case.work",
    specs=TASK_REASON_FIELDS,
    editable_in=EDITABLE_IN,
)
def cancel_task(work: Work, case: Case, values: Values) -> Done:
    """Take a task back with a reason: the exception that lets a case close (domain.md §6.3)."""
    row = row_of(case, Task, values)
    if row.state == "verified":
        raise NotPossible(Message("case", "A verified task stays as it is."))
    columns = {"state": "cancelled", "exception_reason": values["exception_reason"]}
    work.change(row, columns, values.get("version"))
    return _done(case, row)


def unfinished(case_id: int) -> list[dict[str, Any]]:
    """Return the tasks that are neither verified nor cancelled."""
    ended = ("verified", "cancelled")
    return [row for row in rows_of(Task, case_id) if row["state"] not in ended]


def _open_task(case: Case, values: Values) -> Any:
    row = row_of(case, Task, values)
    if row.state not in OPEN:
        raise NotPossible(
            Message("case", "The task {no} is finished and stays as it is.", no=row.no)
        )
    return row


def _own_task(work: Work, case: Case, values: Values) -> Any:
    row = _open_task(case, values)
    if not may_work_on(work.actor, row.department, row.assignee):
        raise Forbidden(
            Message("case", "This task belongs to another department. Ask a colleague there.")
        )
    return row


def _in_state(case: Case, values: Values, state: str, sentence: str) -> Any:
    row = row_of(case, Task, values)
    if row.state != state:
        raise NotPossible(Message("case", sentence))
    return row


def _done(case: Case, row: Task) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
