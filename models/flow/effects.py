"""What a step does in the rooms besides changing the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case import clock, commands
from models.casework.case.editing import load_case
from models.casework.case.fields import ENDED
from models.kernel import numbering
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Invalid
from models.stages.agreement import commands as agreements
from models.stages.agreement import queries as agreement_queries
from models.stages.followup import commands as follow_ups
from models.stages.implementation import commands as implementations
from models.stages.intake import commands as intakes
from models.stages.intake.queries import repeat_no
from resources.texts import Message

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Values, Work

_NOT_GOING_ON = ENDED | {"DRAFT"}
_NOTHING_AGREED = frozenset({"REJECTED_EXPLAINED", "WITHDRAWN"})


def receive(work: Work, case: Case, _values: Values) -> None:
    """Draw the number, start the clocks, log the call it came with."""
    number = numbering.draw_case_no(work)
    again = repeat_no(work.actor, case, work.now)
    work.change(case, {"case_no": number, "received_at": work.now, "repeat_no": again})
    clock.start(work, case)
    intakes.note_incoming(work, case)


def agree(work: Work, case: Case, _values: Values) -> None:
    """Draft the agreement from what was agreed."""
    agreements.draft_from_demands(work, case)


def sign(work: Work, case: Case, _values: Values) -> None:
    """Stop the clock of the plan: the customer has agreed (H04)."""
    clock.meet(work, case, clock.PLAN, work.now)
    clock.meet(work, case, clock.ANSWER, work.now)


def give_tasks(work: Work, case: Case, values: Values) -> None:
    """Tell every department what it carries out (I01, I05, I06)."""
    terms = agreement_queries.schedule(case.id)
    if values.get("reason"):
        terms = implementations.granted_demands(case)
        note_reason(work, case, values)
    implementations.take_over(work, case, terms)


def plan_follow_ups(work: Work, case: Case, _values: Values) -> None:
    """Plan the rounds of follow-up."""
    follow_ups.plan_rounds(work, case)


def close(work: Work, case: Case, values: Values) -> None:
    """Keep the outcome and the comment."""
    work.change(case, {"outcome": values["outcome"]})
    if values["comment"]:
        work.note(f"comment:{case.uid}", {"comment": values["comment"]}, case.id)


def end_talks(work: Work, case: Case, values: Values) -> None:
    """Keep why nothing was agreed; the customer is asked all the same, and the case reviewed."""
    _require_recourse(values)
    follow_ups.plan_rounds(work, case)
    note_reason(work, case, values)


def reject(work: Work, case: Case, values: Values) -> None:
    """Keep the explanation; the customer was told where else to turn (ISO 10002 7.9)."""
    _require_recourse(values)
    work.change(case, {"outcome": "rejected_explained"})
    note_reason(work, case, values)


def _require_recourse(values: Values) -> None:
    if not values["recourse_told"]:
        raise Invalid(
            {
                "flow.recourse_told": Message(
                    "flow", "Tell the customer where else to turn, then mark it here."
                )
            }
        )


def withdraw(work: Work, case: Case, values: Values) -> None:
    """Keep why the customer withdrew."""
    work.change(case, {"outcome": "withdrawn"})
    note_reason(work, case, values)


def back_to_negotiation(work: Work, case: Case, values: Values) -> None:
    """Void the agreement: the parties talk again."""
    agreements.void(work, case)
    note_reason(work, case, values)


def reopen(work: Work, case: Case, values: Values) -> None:
    """Open the case again with a fresh clock for closing (K03)."""
    if values["state"] == "IMPLEMENTING" and case.state in _NOTHING_AGREED:
        raise Invalid(
            {
                "flow.state": Message(
                    "flow",
                    "Nothing was agreed in this case that could be carried out. Go back to the "
                    "investigation or to negotiating.",
                )
            }
        )
    if values["state"] == "NEGOTIATING":
        agreements.void(work, case)
    follow_ups.drop_rounds(work, case)
    again = {"reopened": case.reopened + 1, "reopened_at": work.now}
    work.change(case, again | {"closed_at": FAR_FUTURE, "outcome": ""})
    clock.restart(work, case)
    note_reason(work, case, values)


def merge(work: Work, case: Case, values: Values) -> None:
    """Point the case to the one that goes on, and link both."""
    other = load_case(work.actor, values["into"])
    if other.id == case.id or other.state in _NOT_GOING_ON or other.hold == "restricted":
        raise Invalid(
            {
                "flow.into": Message(
                    "flow",
                    "Case {case_no} cannot take this one in. Name another case that is still "
                    "worked on.",
                    case_no=other.case_no,
                )
            }
        )
    commands.link_cases(work, case, other, "merged", values["reason"])
    work.change(case, {"merged_into": other.id})
    _tell_weight(work, other, case)


def _tell_weight(work: Work, other: Case, case: Case) -> None:
    if case.key_customer and not other.key_customer:
        work.change(other, {"key_customer": True})


def note_reason(work: Work, case: Case, values: Values) -> None:
    """Keep the reason of a step in the history."""
    work.note(f"reason:{case.uid}", {"reason": values["reason"]}, case.id)
