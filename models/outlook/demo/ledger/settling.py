"""Plan, options, approval, talks and the answers to demands, reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval.rules import needed_role
from models.casework.approval.tables import Approval
from models.dealership.access.roles import OEM
from models.kernel.db import FAR_FUTURE
from models.stages.negotiation.tables import Option, Plan, Round

if TYPE_CHECKING:
    from models.outlook.demo.lines import Line

    from .sheet import Sheet

_OUTCOME = {"accepted": "accepted", "rejected": "rejected", "persuasion_failed": "rejected"}
_OF_TALK = ("way", "with_whom", "mood")


def save_plan(sheet: Sheet, line: Line) -> None:
    """Keep the five questions and our limit."""
    sheet.add(Plan, line.by, line.at, line.values)


def add_option(sheet: Sheet, line: Line) -> None:
    """Prepare an option behind the others."""
    sheet.add(Option, line.by, line.at, line.values | {"rank": len(sheet.of(Option)) + 1})


def ask_approval(sheet: Sheet, line: Line) -> None:
    """Ask for the approval of an option."""
    option = sheet.row(Option, line.values["no"])
    amount = option["amount"] or 0
    columns = {
        "subject_kind": "option",
        "subject_no": option["no"],
        "amount": amount,
        "text": line.values["request_text"],
        "requested_by": line.by,
        "requested_at": line.at,
        "needs_role": needed_role(sheet.world.deciding, amount),
    }
    sheet.add(Approval, line.by, line.at, columns)


def decide(sheet: Sheet, line: Line) -> None:
    """Approve; the maker's decision comes on paper."""
    told, row = line.values, sheet.row(Approval, line.values["no"])
    on_paper = told.get("decided_role") == OEM
    row.update(
        state=told["decision"],
        decided_by=told["decided_by"] if on_paper else line.by,
        decided_role=OEM if on_paper else sheet.world.actors[line.by].role,
        recorded_by=line.by,
        medium=told.get("medium", "program"),
        decided_at=line.at,
        reason=told["reason"],
        reference=told.get("reference", ""),
    )


def add_round(sheet: Sheet, line: Line) -> None:
    """Log a talk: a contact, and a move of the option that was offered."""
    told: dict[str, Any] = line.values
    contact = {key: told[key] for key in _OF_TALK} | {
        "direction": "out",
        "purpose": "offer",
        "summary": told["words"],
    }
    no = sheet.contact(line.by, line.at, contact)["no"]
    stamps = {"at": line.at, "by": line.by, "contact_no": no}
    sheet.add(Round, line.by, line.at, told | stamps)
    option = sheet.row(Option, told["option_no"])
    option["state"] = _OUTCOME.get(told["result"], "offered")
    if option["offered_at"] == FAR_FUTURE:
        option["offered_at"], option["offered_by"] = line.at, line.by


def answer_demand(sheet: Sheet, line: Line) -> None:
    """Answer a demand."""
    told = {key: value for key, value in line.values.items() if key != "no"}
    sheet.demands[line.values["no"] - 1].update(told)
