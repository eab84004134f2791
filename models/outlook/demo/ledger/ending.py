"""Carrying out, asking, reviewing and the ends of a case, reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.fields import ENDED
from models.casework.case.tables import Task
from models.flow.steps import STEPS
from models.kernel.db import FAR_FUTURE
from models.kernel.zone import HOUR, end_of_day
from models.stages.agreement.tables import Term
from models.stages.followup.tables import FollowUp, FollowUpAttempt
from models.stages.implementation.tables import Acceptance, Delivery
from models.stages.review.tables import Rectification, Review

from .paper import GRANTED, draft

if TYPE_CHECKING:
    from models.outlook.demo.lines import Line

    from .sheet import Row, Sheet

_TITLE_LENGTH = 60
_DELIVERED = ("demand_no", "kind", "text", "amount", "department", "due_on", "advanced_by")


def step(sheet: Sheet, line: Line) -> None:
    """Take a step: its effect, the new state, and the end of the clocks when it ends the case."""
    name = line.do.partition(".")[2]
    effect = _EFFECTS.get(name)
    if effect is not None:
        effect(sheet, line)
    move(sheet, STEPS[name].target, line.at)


def move(sheet: Sheet, state: str, at: int) -> None:
    """Set the state."""
    sheet.case["state"] = state
    if state in ENDED and sheet.case["closed_at"] == FAR_FUTURE:
        sheet.end(at)


def _sign(sheet: Sheet, line: Line) -> None:
    sheet.meet("plan", line.at)
    sheet.meet("answer", line.at)


def _implement(sheet: Sheet, line: Line) -> None:
    _take_over(sheet, line, [row | {"no": row["position"]} for row in sheet.of(Term)])


def _unwritten(sheet: Sheet, line: Line) -> None:
    own = sheet.case["department"] or "service"
    terms = [
        {
            "no": row["no"],
            "demand_no": row["no"],
            "kind": row["kind"],
            "text": row["agreed_text"] or row["answer_text"] or row["text"],
            "amount": row["agreed_amount"],
            "department": own,
            "due_on": "",
            "advanced_by": "",
        }
        for row in sheet.demands
        if row["answer"] in GRANTED
    ]
    _take_over(sheet, line, terms)


def _take_over(sheet: Sheet, line: Line, terms: list[Row]) -> None:
    by_department: dict[str, list[Row]] = {}
    for term in terms:
        told = {key: term[key] for key in _DELIVERED}
        sheet.add(Delivery, line.by, line.at, told | {"term_no": term["no"]})
        by_department.setdefault(term["department"], []).append(term)
    for department, own in by_department.items():
        days = [term["due_on"] for term in own if term["due_on"]]
        task = {
            "kind": "carry_out",
            "department": department,
            "title": own[0]["text"][:_TITLE_LENGTH],
            "detail": "\n".join(f"{term['no']}. {term['text']}" for term in own),
            "due_at": end_of_day(min(days)) if days else FAR_FUTURE,
            "about": "agreement",
            "stage": "implementation",
        }
        sheet.add(Task, line.by, line.at, task)


def hand_over(sheet: Sheet, line: Line) -> None:
    """Hand a delivery over; its demand follows."""
    told, row = line.values, sheet.row(Delivery, line.values["no"])
    row.update(received_by=told["received_by"], receipt=told["receipt"], delivered_at=line.at)
    row["delivered_amount"] = row["amount"]
    if row["demand_no"]:
        demand = sheet.demands[row["demand_no"] - 1]
        total = (demand["delivered_amount"] or 0) + (row["amount"] or 0)
        demand.update(delivered_at=line.at, delivery_note=told["receipt"])
        demand["delivered_amount"] = total or None


def accept(sheet: Sheet, line: Line) -> None:
    """The customer looks at the result."""
    stamps = {"inspected_at": line.at, "shown_by": line.by}
    sheet.add(Acceptance, line.by, line.at, line.values | stamps)


def _plan_rounds(sheet: Sheet, line: Line) -> None:
    for hours in sheet.world.follow_up_hours:
        sheet.add(FollowUp, line.by, line.at, {"due_at": line.at + hours * HOUR})


def follow_up(sheet: Sheet, line: Line) -> None:
    """Record a try to ask the customer."""
    told: dict[str, Any] = {k: v for k, v in line.values.items() if k not in {"no", "demands"}}
    no = line.values["no"]
    told |= {"at": line.at, "by": line.by, "follow_up_no": no}
    attempt = sheet.add(FollowUpAttempt, line.by, line.at, told)
    for one in line.values.get("demands", ()):
        sheet.demands[one["demand"] - 1]["satisfied"] = one["satisfied"]
    if attempt["reached"]:
        sheet.row(FollowUp, no).update(state="done", done_at=line.at)
        contact = {"way": attempt["way"], "direction": "out", "purpose": "follow_up"}
        sheet.contact(line.by, line.at, contact | {"summary": attempt["words"] or "—"})
    if sheet.case["state"] == "VERIFIED":
        move(sheet, "FOLLOW_UP", line.at)


def save_review(sheet: Sheet, line: Line) -> None:
    """Write the lesson."""
    sheet.add(Review, line.by, line.at, line.values)


def add_rectification(sheet: Sheet, line: Line) -> None:
    """Add an item to put right."""
    sheet.add(Rectification, line.by, line.at, line.values)


def finish_rectification(sheet: Sheet, line: Line) -> None:
    """Report an item as done."""
    told = {key: line.values[key] for key in ("result", "finished_on")}
    sheet.row(Rectification, line.values["no"]).update(told | {"state": "done"})


def check_rectification(sheet: Sheet, line: Line) -> None:
    """Confirm that an item is done."""
    sheet.row(Rectification, line.values["no"]).update(state="checked", checked_by=line.by)


def _close(sheet: Sheet, line: Line) -> None:
    sheet.case["outcome"] = line.values["outcome"]


def _withdraw(sheet: Sheet, _line: Line) -> None:
    sheet.case["outcome"] = "withdrawn"


def _reject(sheet: Sheet, _line: Line) -> None:
    sheet.case["outcome"] = "rejected_explained"


def _merge(sheet: Sheet, line: Line) -> None:
    host = sheet.world.known[sheet.history.host]
    told = {"kind": "merged", "note": line.values["reason"]}
    sheet.link(sheet.id, 1, line.by, line.at, told | {"other_id": host.case_id})
    host.links += 1
    sheet.link(host.case_id, host.links, line.by, line.at, told | {"other_id": sheet.id})
    sheet.case["merged_into"] = host.case_id


_EFFECTS = {
    "agree": draft,
    "sign": _sign,
    "implement": _implement,
    "carry_out_unwritten": _unwritten,
    "verify": _plan_rounds,
    "close": _close,
    "withdraw": _withdraw,
    "reject_explained": _reject,
    "merge": _merge,
}
