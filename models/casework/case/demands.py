"""Demands: several on a case, each with every version of it and its answer (B18-B22, G31)."""

from __future__ import annotations

from typing import Any

from models.kernel.command import Done, Values, Work
from models.kernel.errors import Invalid
from resources.texts import Message

from .editing import add_row, case_command, change_row, remove_row, row_of, rows_of
from .fields import ANSWER_FIELDS, DELIVERY_FIELDS, DEMAND_FIELDS
from .tables import Case, Demand, DemandVersion

STATED_IN = frozenset(
    {
        "DRAFT",
        "RECEIVED",
        "ACKNOWLEDGED",
        "ASSESSED",
        "INVESTIGATING",
        "PROPOSED",
        "NEGOTIATING",
    }
)
ANSWERED_IN = frozenset({"INVESTIGATING", "PROPOSED", "NEGOTIATING"})
DELIVERED_IN = frozenset({"SIGNED", "IMPLEMENTING", "VERIFIED"})
_VERSIONED = ("kind", "text", "amount", "deadline")


@case_command(
    "case.add_demand", permission="complaint.edit", specs=DEMAND_FIELDS, editable_in=STATED_IN
)
def add_demand(work: Work, case: Case, values: Values) -> Done:
    """Add a demand in the customer's words."""
    return state_demand(work, case, values)


def state_demand(work: Work, case: Case, values: Values) -> Done:
    """Add a demand from a step of another room; keeps its first version."""
    row = add_row(work, case, Demand, values)
    _keep_version(work, case, row)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "case.change_demand",
    permission="complaint.edit",
    specs=DEMAND_FIELDS,
    editable_in=STATED_IN,
    partial=True,
)
def change_demand(work: Work, case: Case, values: Values) -> Done:
    """Change a demand; the earlier version stays with its date (B18)."""
    row = row_of(case, Demand, values)
    differs = any(k in values and values[k] != getattr(row, k) for k in _VERSIONED)
    row = change_row(work, case, Demand, values)
    if differs:
        work.change(row, {"answer": "open", "answer_text": ""})
        _keep_version(work, case, row)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command("case.remove_demand", permission="complaint.edit", editable_in=STATED_IN)
def remove_demand(work: Work, case: Case, values: Values) -> Done:
    """Take back a demand that was registered by mistake; the audit keeps it."""
    row = remove_row(work, case, Demand, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "case.answer_demand",
    permission="case.negotiate",
    specs=ANSWER_FIELDS,
    editable_in=ANSWERED_IN,
    partial=True,
)
def answer_demand(work: Work, case: Case, values: Values) -> Done:
    """Answer one demand: granted, partly, refused, or dropped by the customer (G31)."""
    if values.get("answer") in {"partly", "refused"} and not values.get("answer_text"):
        raise Invalid(
            {
                "case.demand.answer_text": Message(
                    "case", "Say what is granted or why it is refused: the customer will ask."
                )
            }
        )
    row = change_row(work, case, Demand, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "case.deliver_demand",
    permission="implementation.work",
    specs=DELIVERY_FIELDS,
    editable_in=DELIVERED_IN,
)
def deliver_demand(work: Work, case: Case, values: Values) -> Done:
    """Record what the customer received for a demand, against signature."""
    row = change_row(work, case, Demand, values)
    return Done(case.case_no, row.no, row.id, row.version)


def mark_satisfied(work: Work, case: Case, no: int, satisfied: str) -> None:
    """Note at follow-up whether the customer is satisfied with a demand's outcome (K04)."""
    work.change(row_of(case, Demand, {"no": no}), {"satisfied": satisfied})


def demands(case_id: int) -> list[dict[str, Any]]:
    """Return the demands of a case, each with its ``versions`` in their order."""
    found = rows_of(Demand, case_id)
    versions = rows_of(DemandVersion, case_id)
    for demand in found:
        demand["versions"] = [v for v in versions if v["demand_no"] == demand["no"]]
    return found


def _keep_version(work: Work, case: Case, row: Demand) -> None:
    version = {k: getattr(row, k) for k in (*_VERSIONED, "reason")}
    add_row(work, case, DemandVersion, version | {"demand_no": row.no, "stated_at": work.now})
