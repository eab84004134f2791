"""What a dispatch slip says (投诉处理派工单)."""

from __future__ import annotations

from dataclasses import dataclass

from models.casework.documents.content import NO_CHOICE, NO_VEHICLE, Choice, Letterhead, Vehicle


@dataclass(frozen=True, slots=True)
class DispatchTask:
    """One task of a slip."""

    text: str
    requirement: str = ""
    responsible: str = ""
    due_at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class DispatchSlip:
    """An order to one department; name and phone of the customer come masked."""

    letterhead: Letterhead
    dispatched_at_ms: int
    dispatcher: str
    deadline_at_ms: int | None
    department: str
    problem: str
    request: str
    tasks: tuple[DispatchTask, ...]
    promise: str = ""  # what the customer was promised, in a few words
    urgency: Choice = NO_CHOICE
    level: Choice = NO_CHOICE
    responsible: str = ""
    assisting_departments: str = ""
    assistants: str = ""
    vehicle: Vehicle = NO_VEHICLE
    customer_masked: str = ""
    phone_masked: str = ""
    contact_rule: str = ""
    parts: str = ""
    parts_source: str = ""
    expense_limit_fen: int | None = None
    expense_note: str = ""
    cost_bearer: str = ""
