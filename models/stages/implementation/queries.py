"""Reading the implementation of a case and what it lacks."""

from __future__ import annotations

from typing import Any

from models.casework.case import queries as cases
from models.casework.case import tasks
from models.casework.case.editing import rows_of
from models.casework.case.tables import Case
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing
from models.kernel.zone import DAY, end_of_day
from models.stages.agreement.queries import agreement
from resources.texts import Message

from .tables import Acceptance, Delivery, Repair

STAGE = "implementation"


def deliveries(case_id: int) -> list[dict[str, Any]]:
    """Return what the customer gets; ``delivered_at`` is None until it is handed over."""
    found = rows_of(Delivery, case_id)
    for row in found:
        row["delivered_at"] = None if row["delivered_at"] == FAR_FUTURE else row["delivered_at"]
    return found


def orders(case_id: int) -> list[dict[str, Any]]:
    """Return the tasks of carrying out, and what other stages left unfinished; with times."""
    open_ = {row["no"] for row in tasks.unfinished(case_id)}
    return [
        row | {"due_at": cases.or_none(row["due_at"])}
        for row in cases.tasks(case_id)
        if row["stage"] == STAGE or row["no"] in open_
    ]


def contacts_since_signing(case_id: int) -> list[dict[str, Any]]:
    """Return the contacts since it was agreed what to carry out, newest first (J04)."""
    begun = _begun_at(case_id)
    return [row for row in cases.contacts(case_id) if begun is not None and row["at"] >= begun]


def _begun_at(case_id: int) -> int | None:
    """Return when carrying out began; before that, the day of signing."""
    told = [row["created_at"] for row in deliveries(case_id) if row["term_no"]]
    signed = agreement(case_id) if not told else None
    if signed and signed["signed_on"]:
        return end_of_day(signed["signed_on"]) - DAY
    return min(told, default=None)


def repairs(case_id: int) -> list[dict[str, Any]]:
    """Return the repair orders worked for the case."""
    return rows_of(Repair, case_id)


def acceptances(case_id: int) -> list[dict[str, Any]]:
    """Return every inspection by the customer, in order."""
    return rows_of(Acceptance, case_id)


def missing_to_verify(case_id: int) -> list[Missing]:
    """Return what is not carried out yet: tasks, deliveries, the customer's acceptance."""
    missing = [
        Missing(
            Message(
                "implementation",
                "Task {no} “{title}” is not verified.",
                no=task["no"],
                title=task["title"],
            ),
            "implementation.task.table",
        )
        for task in tasks.unfinished(case_id)
    ]
    missing += [
        Missing(
            Message(
                "implementation",
                "“{text}” was not handed over against signature.",
                text=row["text"],
            ),
            "implementation.delivery.table",
        )
        for row in deliveries(case_id)
        if row["delivered_at"] is None
    ]
    since = Case.get_by_id(case_id).reopened_at
    looked = [row for row in acceptances(case_id) if row["inspected_at"] >= since]
    if not looked or looked[-1]["acceptance"] == "refused":
        missing.append(
            Missing(
                Message("implementation", "The customer has not accepted the result."),
                "implementation.acceptance",
            )
        )
    return missing
