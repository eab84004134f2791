"""Carrying out: tasks to departments, deliveries against signature, repairs, acceptance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.casework.case.editing import add_row, case_command, change_row, remove_row, row_of
from models.casework.case.tables import Case, Demand
from models.casework.case.tasks import give_task
from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Invalid, NotPossible
from models.kernel.zone import end_of_day
from resources.texts import Message

from .fields import (
    ACCEPTANCE_FIELDS,
    CLAIM_FIELDS,
    CLAIMABLE_IN,
    DELIVERY_FIELDS,
    EDITABLE_IN,
    HANDED_OVER_FIELDS,
    REPAIR_FIELDS,
)
from .tables import Acceptance, Delivery, Repair

if TYPE_CHECKING:
    from collections.abc import Iterable

_TASK_TITLE_LENGTH = 60


def take_over(work: Work, case: Case, terms: Iterable[dict[str, Any]]) -> None:
    """Turn agreed terms into one task per department and a delivery per term (I01-I05, J08).

    A term has ``no``, ``kind``, ``text``, ``amount``, ``department``, ``due_on``, ``demand_no``,
    ``advanced_by``.
    """
    by_department: dict[str, list[dict[str, Any]]] = {}
    for term in terms:
        add_row(work, case, Delivery, {**term, "term_no": term["no"], "no": 0})
        by_department.setdefault(term["department"], []).append(term)
    for department, own in by_department.items():
        _give(work, case, department, own)


def _give(work: Work, case: Case, department: str, terms: list[dict[str, Any]]) -> None:
    days = [term["due_on"] for term in terms if term["due_on"]]
    text = "\n".join(f"{term['no']}. {term['text']}" for term in terms)
    first = terms[0]["text"]
    give_task(
        work,
        case,
        {
            "kind": "carry_out",
            "department": department,
            "title": first[:_TASK_TITLE_LENGTH],
            "detail": text,
            "due_at": end_of_day(min(days)) if days else None,
            "about": "agreement",
            "stage": "implementation",
        },
    )


def granted_demands(case: Case) -> list[dict[str, Any]]:
    """Return what was granted without a paper, in the shape of agreed terms."""
    return [
        {
            "no": row["no"],
            "demand_no": row["no"],
            "kind": row["kind"],
            "text": row["agreed_text"] or row["answer_text"] or row["text"],
            "amount": row["agreed_amount"],
            "department": case.department or "service",
            "due_on": "",
            "advanced_by": "",
        }
        for row in demands(case.id)
        if row["answer"] in {"granted", "partly"}
    ]


@case_command(
    "implementation.add_delivery",
    permission="implementation.work",
    specs=DELIVERY_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_delivery(work: Work, case: Case, values: Values) -> Done:
    """Add something the customer gets beyond the agreement: a gift, a fetched car (K06)."""
    row = add_row(work, case, Delivery, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.change_delivery",
    permission="implementation.work",
    specs=DELIVERY_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_delivery(work: Work, case: Case, values: Values) -> Done:
    """Change a delivery that was not handed over yet; agreed ones keep what was agreed."""
    waiting = _waiting(case, values)
    if waiting.term_no and any(values.get(k, v) != v for k, v in _agreed(waiting).items()):
        raise NotPossible(
            Message(
                "implementation",
                "Delivery {no} stands in the agreement: what and how much stay as agreed.",
                no=waiting.no,
            )
        )
    row = change_row(work, case, Delivery, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.remove_delivery", permission="implementation.work", editable_in=EDITABLE_IN
)
def remove_delivery(work: Work, case: Case, values: Values) -> Done:
    """Take back a delivery that was added by mistake; an agreed one stays."""
    if _waiting(case, values).term_no:
        raise NotPossible(
            Message(
                "implementation",
                "Number {no} stands in the agreement and cannot be left out.",
                no=values["no"],
            )
        )
    row = remove_row(work, case, Delivery, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.hand_over",
    permission="implementation.work",
    specs=HANDED_OVER_FIELDS,
    editable_in=EDITABLE_IN,
)
def hand_over(work: Work, case: Case, values: Values) -> Done:
    """Record that the customer received a delivery and signed for it; its demand follows."""
    row = _waiting(case, values)
    columns = {k: values[k] for k in ("received_by", "receipt")}
    amount = values["delivered_amount"] if values["delivered_amount"] is not None else row.amount
    at = values["delivered_at"] or work.now
    columns |= {"delivered_at": at, "delivered_amount": amount}
    work.change(row, columns, values.get("version"))
    if row.demand_no:
        demand = row_of(case, Demand, {"no": row.demand_no})
        total = (demand.delivered_amount or 0) + (amount or 0)
        delivered = {"delivered_at": at, "delivery_note": row.receipt}
        work.change(demand, delivered | {"delivered_amount": total or None})
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.claim_back",
    permission="payment.record",
    specs=CLAIM_FIELDS,
    editable_in=CLAIMABLE_IN,
)
def claim_back(work: Work, case: Case, values: Values) -> Done:
    """Record that an advance was claimed back, and when it was settled (I07)."""
    row = row_of(case, Delivery, values)
    if not row.advanced_by and not row.claim_from:
        raise NotPossible(
            Message("implementation", "Nothing of this delivery was advanced for somebody else.")
        )
    _check_claim(values)
    columns = {k: values[k] for k in ("claimed_on", "claim_settled_on")}
    work.change(row, columns, values.get("version"))
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.add_repair",
    permission="implementation.work",
    specs=REPAIR_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_repair(work: Work, case: Case, values: Values) -> Done:
    """Record a repair order worked for the case (I09)."""
    row = add_row(work, case, Repair, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.change_repair",
    permission="implementation.work",
    specs=REPAIR_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_repair(work: Work, case: Case, values: Values) -> Done:
    """Correct a repair order of the case."""
    row = change_row(work, case, Repair, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.remove_repair", permission="implementation.work", editable_in=EDITABLE_IN
)
def remove_repair(work: Work, case: Case, values: Values) -> Done:
    """Take back a repair order that belongs to another case."""
    row = remove_row(work, case, Repair, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "implementation.accept",
    permission="implementation.work",
    specs=ACCEPTANCE_FIELDS,
    editable_in=EDITABLE_IN,
)
def accept(work: Work, case: Case, values: Values) -> Done:
    """Record the customer's inspection of the result: accepted, with remarks, or refused (I08)."""
    _check_inspection(values)
    values["inspected_at"] = values["inspected_at"] or work.now
    values["shown_by"] = values["shown_by"] or work.actor.login
    row = add_row(work, case, Acceptance, values)
    return Done(case.case_no, row.no, row.id, row.version)


def _agreed(row: Delivery) -> dict[str, Any]:
    return {key: getattr(row, key) for key in ("kind", "text", "amount")}


def _check_claim(values: Values) -> None:
    settled = values["claim_settled_on"]
    if settled and settled < values["claimed_on"]:
        raise Invalid(
            {
                "implementation.delivery.claim_settled_on": Message(
                    "implementation",
                    "Money comes back after it was claimed. Correct one of the two days.",
                )
            }
        )


def _check_inspection(values: Values) -> None:
    if values["acceptance"] != "accepted" and not values["remarks"]:
        raise Invalid(
            {
                "implementation.remarks": Message(
                    "implementation", "Write down what the customer is not content with."
                )
            }
        )


def _waiting(case: Case, values: Values) -> Delivery:
    row: Delivery = row_of(case, Delivery, values)
    if row.delivered_at != FAR_FUTURE:
        raise NotPossible(
            Message("implementation", "Delivery {no} was handed over and stays.", no=row.no)
        )
    return row
