"""One thing that waits for somebody: when, how late, which case, what, and where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from resources.texts import Message

OVERDUE, DUE_TODAY, SILENCE = "overdue", "due_today", "silence"
APPROVAL, TASK, VERIFY = "approval", "task", "verify"
FOLLOW_UP, RECTIFICATION = "follow_up", "rectification"
KINDS = (OVERDUE, DUE_TODAY, SILENCE, APPROVAL, TASK, VERIFY, FOLLOW_UP, RECTIFICATION)
"""What breaks first, first."""


class Waiting(NamedTuple):
    """One line of 今日; ``at`` is None when nothing says when, ``place`` is an objectName."""

    kind: str
    at: int | None
    late: bool
    case_no: str
    case_id: int
    level: str
    customer: str
    plate: str
    text: Message
    place: str
    subject: str = ""


def waiting_for(
    kind: str, case: Case, at: int | None, late: bool, text: Message, place: str
) -> Waiting:
    """Return the line of a case."""
    return Waiting(
        kind,
        at,
        late,
        case.case_no,
        case.id,
        case.level,
        case.customer_name,
        case.plate_no,
        text,
        place,
        case.subject,
    )
