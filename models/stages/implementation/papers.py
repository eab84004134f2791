"""The dispatch slip on paper: one task for one department, the customer masked."""

from __future__ import annotations

from typing import Any

from models.casework.case.demands import demands
from models.casework.case.queries import tasks
from models.casework.documents.content import NO_VEHICLE
from models.casework.documents.papers import Paper, Source
from models.casework.documents.words import lines, masked_name, masked_phone
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing, NotPossible
from models.stages.intake.papers import vehicles_of
from models.stages.intake.queries import registration
from resources.texts import Message

from .documents import DispatchSlip, DispatchTask


def dispatch_slip(source: Source) -> DispatchSlip:
    """Return the order of one task."""
    told, words, case = registration(source.case.id), source.words, source.case
    task = _task(source)
    vehicles = vehicles_of(source, told)
    wanted = (row["text"] for row in demands(case.id))
    return DispatchSlip(
        letterhead=words.letterhead(),
        dispatched_at_ms=task["created_at"],
        dispatcher=words.person(task["created_by"]),
        deadline_at_ms=_due(task),
        department=words.label("department", task["department"]),
        responsible=words.person(task["assignee"]),
        problem=told["focus"] or case.subject,
        request="；".join(wanted),
        tasks=tuple(_tasks(source, task)),
        level=words.choice("level", case.level),
        vehicle=vehicles[0] if vehicles else NO_VEHICLE,
        customer_masked="" if told["anonymous"] else masked_name(told["customer_name"]),
        phone_masked=masked_phone(told["phone"]),
        contact_rule=words.t(
            "documents", "Only {owner} speaks with the customer", owner=words.person(case.owner)
        ),
    )


def _task(source: Source) -> dict[str, Any]:
    wanted = next((row for row in tasks(source.case.id) if row["no"] == source.ordinal), None)
    if wanted is None:
        raise NotPossible(Message("documents", "The case has no task {no}.", no=source.ordinal))
    return wanted


def _due(task: dict[str, Any]) -> int | None:
    due: int = task["due_at"]
    return None if due == FAR_FUTURE else due


def _tasks(source: Source, task: dict[str, Any]) -> list[DispatchTask]:
    """Return the agreed terms one by one, any other task as it is."""
    who = source.words.person(task["assignee"])
    if task["about"] == "agreement" and task["detail"]:
        return [DispatchTask(line, "", who, _due(task)) for line in lines(task["detail"])]
    return [DispatchTask(task["title"], task["detail"], who, _due(task))]


def _missing(source: Source) -> list[Missing]:
    if _due(_task(source)) is not None:
        return []
    text = Message("documents", "Say by when task {no} has to be done.", no=source.ordinal)
    return [Missing(text, "implementation.task.due_at")]


def _current(case_id: int) -> int:
    own = [row["no"] for row in tasks(case_id) if row["stage"] == "implementation"]
    every = [row["no"] for row in tasks(case_id)]
    return int((own or every or [1])[0])


PAPERS = (
    Paper(
        kind="dispatch_slip",
        prefix="PG",
        label=Message("documents", "Dispatch slip"),
        permission="task.do",
        build=dispatch_slip,
        guard=_missing,
        current=_current,
    ),
)
