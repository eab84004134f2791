"""Registering a complaint in one go, and the follow-up call that moves a case on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.editing import case_command
from models.casework.case.fields import DEMAND_FIELDS
from models.kernel.command import Done, Values, Work, command
from models.stages.followup.commands import record_attempt
from models.stages.followup.fields import ATTEMPT_FIELDS, EDITABLE_IN
from models.stages.followup.fields import DEMAND_FIELDS as ASKED_FIELDS
from models.stages.intake.commands import open_case
from models.stages.intake.fields import REGISTER_FIELDS

from .commands import move
from .steps import STEPS

if TYPE_CHECKING:
    from models.casework.case.tables import Case


@command(
    "intake.register_complaint",
    permission="complaint.register",
    specs=REGISTER_FIELDS,
    lists={"demands": DEMAND_FIELDS},
)
def register_complaint(work: Work, values: Values) -> Done:
    """Register a complaint: customer, vehicle, story, demands; draws its number (A01-A17)."""
    case = open_case(work, values)
    move(work, case, STEPS["receive"], {})
    return Done(case.case_no, 0, case.id, case.version)


@command(
    "intake.save_draft",
    permission="complaint.register",
    specs=REGISTER_FIELDS,
    partial=True,
    lists={"demands": DEMAND_FIELDS},
)
def save_draft(work: Work, values: Values) -> Done:
    """Put an unfinished registration aside as a case without a number."""
    case = open_case(work, values)
    return Done(case.case_no, 0, case.id, case.version)


@case_command(
    "followup.record",
    permission="follow_up.record",
    specs=ATTEMPT_FIELDS,
    editable_in=EDITABLE_IN,
    lists={"demands": ASKED_FIELDS},
)
def record_follow_up(work: Work, case: Case, values: Values) -> Done:
    """Record a try to ask the customer; the first one opens the stage of follow-up (K01)."""
    done = record_attempt(work, case, values)
    if case.state == "VERIFIED":
        move(work, case, STEPS["follow_up"], {})
    return done
