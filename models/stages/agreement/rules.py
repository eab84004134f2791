"""Decisions about an agreement that need no store: dates, amounts, who can sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.kernel.checked import BadValue
from models.kernel.errors import Missing
from models.kernel.fields.credit_code import check_credit_code
from models.kernel.fields.identity import check_document
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

DRAFT, PRINTED, SIGNED, VOID = "draft", "printed", "signed", "void"
PERSON, COMPANY = "person", "company"

PAID_KINDS = frozenset(
    {
        "transport",
        "towing",
        "lost_income",
        "fuel",
        "refund",
        "price_difference",
        "cash",
        "depreciation",
        "maker_goodwill",
    }
)
"""Kinds whose amount is money for the customer, not a value."""

_VAGUE = re.compile(r"若干|适当|適當|酌情|尽快|盡快|另行通知|_{2,}|＿{2,}")

KIND_OF_DEMAND = {
    "explanation": "visit",
    "free_repair": "rework",
    "parts": "free_parts",
    "distress": "cash",
    "maintenance_voucher": "voucher",
    "discount": "labour_discount",
}
_SAME_KIND = frozenset(
    {
        "apology",
        "rework",
        "exchange",
        "return",
        "refund",
        "price_difference",
        "cash",
        "transport",
        "towing",
        "courtesy_car",
        "lost_income",
        "extended_warranty",
        "gift",
    }
)
_DEPARTMENT_OF_KIND = {
    "apology": "customer_care",
    "free_inspection": "workshop",
    "rework": "workshop",
    "free_parts": "parts",
    "labour_discount": "service",
    "free_maintenance": "service",
    "voucher": "service",
    "wash_card": "service",
    "extended_warranty": "service",
    "longer_guarantee": "service",
    "courtesy_car": "service",
    "points": "marketing",
    "gift": "marketing",
    "honour": "marketing",
    "visit": "customer_care",
    "exchange": "sales",
    "return": "sales",
}


def term_kind(demand_kind: str) -> str:
    """Return the kind of compensation that answers a kind of demand."""
    if demand_kind in _SAME_KIND:
        return demand_kind
    return KIND_OF_DEMAND.get(demand_kind, "other")


def department_of(kind: str, otherwise: str) -> str:
    """Return the department that usually carries out a kind of term."""
    if kind in PAID_KINDS:
        return "finance"
    return _DEPARTMENT_OF_KIND.get(kind, otherwise or "customer_care")


def is_paid(term: Mapping[str, Any]) -> bool:
    """Tell whether a term's amount is paid to the customer: not again when it was advanced."""
    return term["kind"] in PAID_KINDS and term["amount"] is not None and not term["advanced_by"]


def total(terms: Sequence[Mapping[str, Any]]) -> int:
    """Return what the terms cost together, in fen."""
    return sum(term["amount"] or 0 for term in terms)


def vague(text: str) -> str:
    """Return the first word that leaves open how much or when, '' when there is none."""
    found = _VAGUE.search(text)
    return found.group() if found else ""


def late_terms(sign_date: str, terms: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the numbers of the terms that would be due before the day of signing."""
    return [t["no"] for t in terms if t["due_on"] and sign_date and t["due_on"] < sign_date]


def document_problem(values: Mapping[str, Any], today: date) -> Message | None:
    """Return what is wrong with the customer's document number, or None."""
    try:
        _checked_document(values, today)
    except BadValue as refusal:
        return refusal.message
    return None


def document_doubts(values: Mapping[str, Any], today: date) -> list[Message]:
    """Return what is doubtful about the customer's document, such as a minor's age."""
    try:
        return list(_checked_document(values, today)[1])
    except BadValue:
        return []


def stored_document(values: Mapping[str, Any], today: date) -> str:
    """Return the document number in its stored form; the number has been checked before."""
    return _checked_document(values, today)[0]


def _checked_document(values: Mapping[str, Any], today: date) -> tuple[str, Sequence[Message]]:
    number = values.get("id_no") or ""
    if not number:
        return "", ()
    if values.get("customer_kind") == COMPANY:
        checked = check_credit_code(number)
    else:
        checked = check_document(values.get("id_kind") or "other", number, today)
    return checked.value, checked.warnings


def hints(row: Mapping[str, Any], today: date) -> list[Message]:
    """Return what to think over before printing: nothing of it forbids a print."""
    found = document_doubts(row, today)
    if not row["id_no"]:
        found.append(
            Message("agreement", "No document number is entered: who signs cannot be compared.")
        )
    if row["relation"] not in ("", "owner", "company_representative") and not row["agent"]:
        found.append(
            Message(
                "agreement",
                "The customer is not the owner of the car: attach the owner's power of attorney.",
            )
        )
    return found


def incomplete(row: Mapping[str, Any], terms: Sequence[Mapping[str, Any]]) -> list[Missing]:
    """Return what an agreement lacks to be printed for signature."""
    found = [
        Missing(text, f"agreement.{key}")
        for key, text in _NEEDED.items()
        if not str(row[key]).strip()
    ]
    if row["agent"] and row["customer_kind"] != COMPANY and not row["authority_paper"]:
        text = Message("agreement", "An agent signs: name the power of attorney.")
        found.append(Missing(text, "agreement.authority_paper"))
    if not terms:
        text = Message("agreement", "Enter what we do: there is no term yet.")
        found.append(Missing(text, "agreement.term.add"))
    for term in terms:
        found += _incomplete_term(term)
    return found


_NEEDED = {
    "customer_name": Message(
        "agreement", "Enter the customer's name: an unnamed customer cannot sign."
    ),
    "place": Message("agreement", "Enter the place of signing."),
    "sign_date": Message("agreement", "Enter the date of signing: no date stays blank."),
    "facts_confirmed": Message("agreement", "Write down the facts that both sides confirm."),
    "our_representative": Message("agreement", "Enter who signs for us."),
}


def _incomplete_term(term: Mapping[str, Any]) -> list[Missing]:
    found = []
    if not term["due_on"]:
        text = Message("agreement", "Term {no} has no date by which it is done.", no=term["no"])
        found.append(Missing(text, "agreement.term.due_on"))
    if not term["department"]:
        text = Message("agreement", "Term {no} has no department.", no=term["no"])
        found.append(Missing(text, "agreement.term.department"))
    if term["kind"] in PAID_KINDS and term["amount"] is None:
        text = Message("agreement", "Term {no} is paid, but has no amount.", no=term["no"])
        found.append(Missing(text, "agreement.term.amount"))
    return found
