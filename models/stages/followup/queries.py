"""Reading the follow-up of a case: rounds, attempts, and whether enough was asked."""

from __future__ import annotations

from typing import Any

from models.casework.case.demands import demands
from models.casework.case.editing import rows_of
from models.kernel.errors import Missing
from models.kernel.zone import local_time
from resources.texts import Message

from .tables import FollowUp, FollowUpAttempt

POOR = 2


def rounds(case_id: int) -> list[dict[str, Any]]:
    """Return the rounds of a case, each with its ``attempts``."""
    found = rows_of(FollowUp, case_id)
    attempts = rows_of(FollowUpAttempt, case_id)
    for row in found:
        row["attempts"] = [a for a in attempts if a["follow_up_no"] == row["no"]]
    return found


def rounds_of_now(case_id: int) -> list[dict[str, Any]]:
    """Return the rounds of the last plan: what was asked before a reopening counts no more."""
    found = rounds(case_id)
    planned = max((row["created_at"] for row in found), default=0)
    return [row for row in found if row["created_at"] == planned]


def attempts_on_days(case_id: int, follow_up_no: int = 0) -> int:
    """Return on how many different days the customer was tried since the last plan."""
    found = [row for row in rounds_of_now(case_id) if follow_up_no in (0, row["no"])]
    return len({local_time(row["at"]).date() for row in _attempts(found)})


def due_round(case_id: int) -> dict[str, Any] | None:
    """Return the round that is to be called next, None when there is none."""
    due = [row for row in rounds_of_now(case_id) if row["state"] == "due"]
    return min(due, key=lambda row: row["due_at"], default=None)


def missing_to_close(case_id: int) -> list[Missing]:
    """Return what follow-up lacks: one success, or three tries on different days (§6.3)."""
    if any(row["state"] in {"done", "failed"} for row in rounds_of_now(case_id)):
        return []
    text = Message("followup", "Reach the customer once, or try on three different days.")
    return [Missing(text, "followup.record")]


def unsatisfied(case_id: int) -> bool:
    """Tell whether the last answer was bad or asked for a change (K03, K04)."""
    reached = [row for row in _attempts(rounds_of_now(case_id)) if row["reached"]]
    if not reached:
        return False
    last = reached[-1]
    poor = last["satisfaction"] <= POOR or last["change_wanted"]
    return poor or any(row["satisfied"] == "dissatisfied" for row in demands(case_id))


def _attempts(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    every = [attempt for row in found for attempt in row["attempts"]]
    return sorted(every, key=lambda attempt: int(attempt["no"]))
