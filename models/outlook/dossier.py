"""A whole case in one answer: everything every room knows of it, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval import queries as approvals
from models.casework.case import queries as cases
from models.casework.case.demands import demands
from models.casework.documents import queries as documents
from models.casework.evidence import queries as evidence
from models.dealership.parties import queries as parties
from models.flow.queries import next_steps
from models.kernel.fields.identity import mask_identity
from models.kernel.fields.phone import mask_phone
from models.stages.agreement import queries as agreements
from models.stages.analysis import queries as analyses
from models.stages.analysis.sanbao import queries as sanbao
from models.stages.analysis.sanbao.plain import plain_opinion
from models.stages.followup import queries as follow_ups
from models.stages.implementation import queries as implementations
from models.stages.intake import queries as intakes
from models.stages.negotiation import queries as negotiations
from models.stages.review import queries as reviews
from resources.texts import Message

from .exchange.plain import kinds_by_key

if TYPE_CHECKING:
    from models.casework.case.editing import CaseRef
    from models.casework.case.queries import CaseHead
    from models.flow.step import StepView
    from models.kernel.actor import Actor
    from models.kernel.audit import HistoryEntry

_OWN = frozenset({"id", "uid", "branch_id", "deleted_at", "case"})
"""Columns that mean nothing outside the store."""

_MASKED = {"phone": mask_phone, "phone2": mask_phone, "id_no": mask_identity}


def dossier(actor: Actor, case: CaseRef) -> dict[str, Any]:
    """Return everything of a case by room, as stored values; refuses who may not look at it."""
    head = cases.head(actor, case)
    found: dict[str, Any] = {
        "case": _values_of(head),
        "registration": intakes.registration(head.id),
        "customer": parties.customer(head.customer_id) if head.customer_id else None,
        "vehicles": _vehicles(head),
        "demands": [_demand(row) for row in demands(head.id)],
        "contacts": cases.contacts(head.id),
        "links": cases.links(head.id),
        "evidence": evidence.evidence_of(head.id),
        "tasks": cases.tasks(head.id),
        "documents": documents.papers_of(head.id),
    }
    found |= _stages(head.id, actor.clock())
    found["history"] = [_change(entry) for entry in cases.history(head.id)]
    found["next_steps"] = [_step(view) for view in next_steps(actor, head.id)]
    reveal = actor.may("personal.reveal")
    return {room: _shown(values, reveal=reveal) for room, values in found.items()}


def _stages(case_id: int, now: int) -> dict[str, Any]:
    return {
        "finding": analyses.finding(case_id),
        "causes": analyses.causes(case_id),
        "responsibility": analyses.responsibility(case_id),
        "severity": analyses.severity(case_id),
        "sanbao": _sanbao(case_id, now),
        "plan": negotiations.plan(case_id),
        "options": negotiations.options(case_id),
        "rounds": negotiations.rounds(case_id),
        "approvals": approvals.of_case(case_id),
        "agreements": agreements.versions(case_id),
        "deliveries": implementations.deliveries(case_id),
        "repairs": implementations.repairs(case_id),
        "acceptances": implementations.acceptances(case_id),
        "follow_ups": follow_ups.rounds(case_id),
        "review": reviews.review(case_id),
        "rectifications": reviews.rectifications(case_id),
    }


def _sanbao(case_id: int, now: int) -> dict[str, Any] | None:
    found = sanbao.opinion_of(case_id, now)
    if found is None:
        return None
    return plain_opinion(found.opinion) | {"decisions": found.decisions}


def _values_of(head: CaseHead) -> dict[str, Any]:
    values = {name: getattr(head, name) for name in head.__dataclass_fields__}
    return values | {"minutes_to_first_contact": head.minutes_to_first_contact}


def _vehicles(head: CaseHead) -> list[dict[str, Any]]:
    owned = parties.vehicles_of(head.customer_id) if head.customer_id else []
    found = [
        one.vehicle._asdict() | {"relation": one.relation, "repair_orders": one.repair_orders}
        for one in owned
    ]
    if head.vehicle_id and head.vehicle_id not in {one["id"] for one in found}:
        own = parties.vehicle(head.vehicle_id)
        orders = parties.repair_orders(head.vehicle_id)
        found += [own._asdict() | {"relation": "", "repair_orders": orders}] if own else []
    for one in found:
        one["of_this_case"] = one["id"] == head.vehicle_id
    return sorted(found, key=lambda one: not one["of_this_case"])


def _demand(row: dict[str, Any]) -> dict[str, Any]:
    """Gather what was agreed and what was handed over for a demand (G31, I09)."""
    agreed = {"text": row["agreed_text"], "amount": row["agreed_amount"]}
    delivered = {
        "at": row["delivered_at"],
        "amount": row["delivered_amount"],
        "note": row["delivery_note"],
    }
    promised = row["agreed_text"] or row["agreed_amount"] is not None
    return row | {
        "agreed": agreed if promised else None,
        "delivered": delivered if row["delivered_at"] else None,
    }


def _change(entry: HistoryEntry) -> dict[str, Any]:
    """Return a line of the history; the audit keeps money and moments as text."""
    numbers = kinds_by_key()
    values = {
        key: [int(side) if side and key in numbers else side for side in sides]
        for key, sides in entry.values.items()
    }
    return entry._asdict() | {"values": values}


def _step(view: StepView) -> dict[str, Any]:
    return {
        "step": view.step,
        "target": view.target,
        "stage": view.stage,
        "forward": view.forward,
        "allowed": view.allowed,
        "reason": view.reason,
        "missing": [one.message for one in view.missing],
        "places": [one.place for one in view.missing],
        "fields": [spec.key for spec in view.fields],
    }


def _shown(value: Any, *, reveal: bool, key: str = "") -> Any:
    """Leave out the store's own columns; mask personal data for whoever may not see it."""
    if isinstance(value, Message):
        return value
    if hasattr(value, "_asdict"):
        return _shown(value._asdict(), reveal=reveal)
    if isinstance(value, list | tuple):
        return [_shown(one, reveal=reveal, key=key) for one in value]
    if isinstance(value, dict):
        return {
            name: _shown(one, reveal=reveal, key=name)
            for name, one in value.items()
            if name not in _OWN
        }
    masked = _MASKED.get(key)
    return masked(value) if masked and value and not reveal else value
