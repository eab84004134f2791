"""Reading the implementation of a case and what it lacks."""

from __future__ import annotations

from typing import Any

from models.casework.case import tasks
from models.casework.case.editing import rows_of
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing
from resources.texts import Message

from .tables import Acceptance, Delivery, Repair


def deliveries(case_id: int) -> list[dict[str, Any]]:
    """Return what the customer gets; ``delivered_at`` is None until it is handed over."""
    found = rows_of(Delivery, case_id)
    for row in found:
        row["delivered_at"] = None if row["delivered_at"] == FAR_FUTURE else row["delivered_at"]
    return found


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
    looked = acceptances(case_id)
    if not looked or looked[-1]["acceptance"] == "refused":
        missing.append(
            Missing(
                Message("implementation", "The customer has not accepted the result."),
                "implementation.acceptance",
            )
        )
    return missing
