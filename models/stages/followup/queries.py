"""Reading the follow-up of a case: rounds, attempts, and whether enough was asked."""

from __future__ import annotations

from typing import Any

from models.casework.case.editing import rows_of
from models.kernel.errors import Missing
from models.kernel.zone import local_time
from resources.texts import Message

from .tables import FollowUp, FollowUpAttempt


def rounds(case_id: int) -> list[dict[str, Any]]:
    """Return the rounds of a case, each with its ``attempts``."""
    found = rows_of(FollowUp, case_id)
    attempts = rows_of(FollowUpAttempt, case_id)
    for row in found:
        row["attempts"] = [a for a in attempts if a["follow_up_no"] == row["no"]]
    return found


def attempts_on_days(case_id: int, follow_up_no: int = 0) -> int:
    """Return on how many different days the customer was tried."""
    found = rows_of(FollowUpAttempt, case_id)
    return len(
        {local_time(row["at"]).date() for row in found if follow_up_no in (0, row["follow_up_no"])}
    )


def missing_to_close(case_id: int) -> list[Missing]:
    """Return what follow-up lacks: one success, or three tries on different days (§6.3)."""
    found = rounds(case_id)
    asked = any(row["state"] in {"done", "failed"} for row in found)
    if asked:
        return []
    return [
        Missing(
            Message(
                "followup",
                "Reach the customer once, or try on three different days.",
            ),
            "followup.record",
        )
    ]


def unsatisfied(case_id: int) -> bool:
    """Tell whether the last answer was bad or asked for a change (K03, K04)."""
    reached = [row for row in rows_of(FollowUpAttempt, case_id) if row["reached"]]
    return bool(reached) and (reached[-1]["satisfaction"] <= 2 or reached[-1]["change_wanted"])
