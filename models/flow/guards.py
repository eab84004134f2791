"""What each step still lacks, asked of the rooms whose work it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case import tasks
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing
from models.stages.agreement import queries as agreements
from models.stages.analysis import queries as analyses
from models.stages.followup import queries as follow_ups
from models.stages.implementation import queries as implementations
from models.stages.intake import queries as intakes
from models.stages.negotiation import queries as negotiations
from models.stages.review import queries as reviews
from resources.texts import Message

if TYPE_CHECKING:
    from models.casework.case.tables import Case


def registration(case: Case) -> list[Missing]:
    """A draft needs channel, object and story to become a complaint."""
    return intakes.missing_to_register(case.id)


def first_response(case: Case) -> list[Missing]:
    """Registration is left with a confirmed focus (B03) and a first contact (C04)."""
    missing = intakes.missing_to_leave(case.id)
    if case.first_response_at == FAR_FUTURE:
        missing.append(
            Missing(Message("flow", "Contact the customer for the first time."), "case.contact.add")
        )
    return missing


def assessment(case: Case) -> list[Missing]:
    """The five scales of ISO 10002 clause 7.5 are scored."""
    return analyses.missing_to_assess(case.id)


def proposal(case: Case) -> list[Missing]:
    """Cause and responsibility are found, and options are prepared."""
    return [*analyses.missing(case.id), *negotiations.missing_to_propose(case.id)]


def offer(case: Case) -> list[Missing]:
    """The best option is within somebody's authority."""
    return negotiations.missing_to_offer(case.id)


def agreement(case: Case) -> list[Missing]:
    """Every demand is answered and what was promised is approved."""
    return negotiations.missing_to_agree(case.id)


def signature(case: Case) -> list[Missing]:
    """The newest printed version is signed, its scan attached."""
    return agreements.missing_to_sign(case.id)


def unwritten(case: Case) -> list[Missing]:
    """Only what costs no money is carried out without a paper."""
    if agreements.total(case.id) == 0:
        return []
    sentence = "Money was agreed: print the agreement and let the customer sign it."
    return [Missing(Message("flow", sentence), "agreement.print")]


def implementation(case: Case) -> list[Missing]:
    """Tasks are verified, deliveries signed for, the result accepted."""
    return implementations.missing_to_verify(case.id)


def follow_up_begun(case: Case) -> list[Missing]:
    """At least one attempt was made to ask the customer."""
    if follow_ups.attempts_on_days(case.id):
        return []
    return [Missing(Message("flow", "Call the customer once."), "followup.record")]


def closing(case: Case) -> list[Missing]:
    """Domain.md §6.3: tasks, follow-up, cause, responsibility, lesson and rectification."""
    open_tasks = [
        Missing(
            Message(
                "flow", "Task {no} “{title}” is still open.", no=task["no"], title=task["title"]
            ),
            "implementation.task.table",
        )
        for task in tasks.unfinished(case.id)
    ]
    return [
        *open_tasks,
        *follow_ups.missing_to_close(case.id),
        *analyses.missing(case.id),
        *reviews.missing_to_close(case.id),
    ]


def archiving(case: Case) -> list[Missing]:
    """Every round of follow-up is behind us, and what had to be put right was checked."""
    due = [row for row in follow_ups.rounds(case.id) if row["state"] == "due"]
    calls = [
        Missing(
            Message("flow", "Follow-up round {no} is still to come.", no=row["no"]),
            "followup.record",
        )
        for row in due
    ]
    return [*calls, *reviews.missing_to_archive(case.id)]


def rejection(case: Case) -> list[Missing]:
    """A complaint is turned down only with a finding that says so."""
    if analyses.stands(case.id) == "does_not_stand":
        return []
    sentence = "The analysis has to say that the complaint does not stand, and why."
    return [Missing(Message("flow", sentence), "analysis.complaint_stands")]
