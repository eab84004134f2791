"""What the record of a follow-up call says (回访记录)."""

from __future__ import annotations

from dataclasses import dataclass

from models.casework.documents.content import NO_CHOICE, NO_VEHICLE, Choice, Letterhead, Vehicle


@dataclass(frozen=True, slots=True)
class CallAttempt:
    """One try to reach the customer."""

    at_ms: int
    by: str
    result: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the questionnaire and the answer to it."""

    question: str
    choice: Choice
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DemandOutcome:
    """What became of a demand and how satisfied the customer is with it."""

    no: int
    text: str
    outcome: str
    satisfaction: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """One round of follow-up, made by somebody who did not handle the case."""

    letterhead: Letterhead
    round_name: str
    planned_at_ms: int
    caller: str
    handler: str  # who handled the case
    customer: str
    phone_masked: str
    connection: Choice
    independent: bool = True  # the caller did not handle the case
    done_at_ms: int | None = None
    medium: str = ""
    vehicle: Vehicle = NO_VEHICLE
    spoke_with: str = ""  # the customer in person, or who
    attempts: tuple[CallAttempt, ...] = ()
    outcomes: tuple[DemandOutcome, ...] = ()
    answers: tuple[Answer, ...] = ()
    recommend: int | None = None  # 0 to 10
    words: str = ""  # the customer's own words
    new_problem: str = ""
    new_case_no: str = ""
    conclusion: Choice = NO_CHOICE
    next_at_ms: int | None = None
