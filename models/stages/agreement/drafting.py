"""The first version of an agreement, written from what was registered, found and agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.dealership.access.queries import people
from models.dealership.office.queries import branch
from models.dealership.parties import queries as parties
from models.kernel.zone import day_of
from models.stages.analysis.queries import finding
from models.stages.intake.queries import registration
from models.stages.negotiation.queries import options
from models.stages.negotiation.rules import ACCEPTED, numbers

from .rules import COMPANY, PERSON, department_of, term_kind

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Work

_GRANTED = frozenset({"granted", "partly"})


def first_values(work: Work, case: Case) -> dict[str, Any]:
    """Return the columns of a new agreement as far as they are known."""
    told = registration(case.id)
    found = finding(case.id)
    facts = (told["explicit_problem"] or told["focus"], found.get("checked_facts", ""))
    return {
        **_customer(case, told),
        "place": branch(case.branch_id).place,
        "sign_date": day_of(work.now),
        "facts_confirmed": "\n".join(fact for fact in facts if fact),
        "our_representative": _representative(work, case),
    }


def _customer(case: Case, told: dict[str, Any]) -> dict[str, Any]:
    known = parties.customer(case.customer_id) if case.customer_id else None
    kind = told["customer_kind"] or (known.kind if known else PERSON)
    number = (known.credit_code if kind == COMPANY else known.id_no) if known else ""
    return {
        "customer_name": "" if told["anonymous"] else told["customer_name"] or case.customer_name,
        "customer_kind": kind,
        "id_kind": known.id_kind if known and kind == PERSON else "",
        "id_no": number,
        "address": told["address"] or (known.address if known else ""),
        "phone": told["phone"],
        "relation": told["relation"],
        "agent": told["contact_person"] if kind == COMPANY else "",
    }


def _representative(work: Work, case: Case) -> str:
    named = {person.login: person.name for person in people(case.branch_id)}
    return named.get(case.owner) or named.get(work.actor.login, work.actor.name)


def first_terms(case: Case, sign_date: str) -> list[dict[str, Any]]:
    """Return the terms that follow from granted demands and from the accepted option.

    An accepted option becomes a term of its own where it answers no granted demand: else its
    content stands in the demand already.
    """
    granted = [
        row for row in demands(case.id) if row["answer"] in _GRANTED and not row["delivered_at"]
    ]
    accepted = [row for row in options(case.id) if row["state"] == ACCEPTED]
    bearers = {no: row["cost_bearer"] for row in accepted for no in numbers(row["covers"])}
    found = [_of_demand(case, row, bearers.get(row["no"], ""), sign_date) for row in granted]
    answered = {row["no"] for row in granted}
    return found + [
        _of_option(case, row)
        for row in accepted
        if not answered or (row["covers"] and not answered & set(numbers(row["covers"])))
    ]


def _of_demand(case: Case, row: dict[str, Any], bearer: str, sign_date: str) -> dict[str, Any]:
    kind = term_kind(row["kind"])
    wanted = day_of(row["deadline"]) if row["deadline"] else ""
    return {
        "kind": kind,
        "demand_no": row["no"],
        "text": row["agreed_text"] or row["answer_text"] or row["text"],
        "amount": row["agreed_amount"],
        "bearer": bearer or "dealer",
        "department": department_of(kind, case.department),
        "due_on": wanted if wanted >= sign_date else "",
    }


def _of_option(case: Case, row: dict[str, Any]) -> dict[str, Any]:
    kind = row["kinds"].partition(",")[0]
    return {
        "kind": kind,
        "demand_no": 0,
        "text": row["text"],
        "amount": row["amount"],
        "bearer": row["cost_bearer"] or "dealer",
        "department": department_of(kind, case.department),
    }
