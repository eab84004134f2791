"""What the complaint register and the read-back sheet say."""

from __future__ import annotations

from dataclasses import dataclass

from models.casework.documents.content import (
    NO_CHOICE,
    NOT_READ_BACK,
    Choice,
    Demand,
    Letterhead,
    Party,
    ReadBack,
    Vehicle,
)


@dataclass(frozen=True, slots=True)
class ComplaintRegister:
    """The register form of one complaint (客户投诉登记表)."""

    letterhead: Letterhead
    received_at_ms: int
    receiver: str
    channel: Choice
    customer: Party
    story: str  # the customer's own words
    demands: tuple[Demand, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    promised_answer_at_ms: int | None = None
    source: str = ""  # who referred the case, with their number
    repeat_no: int = 1  # the n-th complaint about the same problem; 1 is the first
    customer_kind: str = ""
    key_customer: str = ""  # why this customer matters, "" for most
    sales_consultant: str = ""
    service_advisor: str = ""
    technician: str = ""
    work_order: str = ""
    category: str = ""
    fault_code: str = ""
    occurred_on: str = ""  # ISO day
    occurred_time: str = ""  # as the customer put it
    place: str = ""
    evidence: tuple[str, ...] = ()
    level: Choice = NO_CHOICE
    mood: Choice = NO_CHOICE
    safety_risk: Choice = NO_CHOICE
    media_risk: Choice = NO_CHOICE
    read_back: ReadBack = NOT_READ_BACK
    notice_version: str = ""  # of the personal-information notice that was shown


@dataclass(frozen=True, slots=True)
class ReadBackPoint:
    """One thing that was read back: what it is about and how we understood it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadBackSheet:
    """What we understood, for the customer to confirm or to correct (复述确认单)."""

    letterhead: Letterhead
    received_at_ms: int
    receiver: str
    customer: Party
    text: str  # the read-back text
    points: tuple[ReadBackPoint, ...] = ()
    demands: tuple[Demand, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    corrections: tuple[str, ...] = ()  # what the customer put right while it was read
    medium: str = ""  # how it was read back: in person, by phone …
    read_back: ReadBack = NOT_READ_BACK
    promised_answer_at_ms: int | None = None
    contact: str = ""  # whom the customer can ask
    contact_phone: str = ""
