"""The plan, its options and rounds, what they still need, and what they suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.casework.approval import authority
from models.casework.approval.queries import approved_for, of_case, waiting_for
from models.casework.approval.rules import APPROVED
from models.casework.case.demands import demands
from models.casework.case.editing import load_case, row_of, rows_of
from models.casework.case.tables import Case
from models.dealership.access.queries import authority_limit, people
from models.dealership.access.roles import role_name
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import Missing
from models.kernel.money import yuan_text
from models.stages.analysis.queries import causes
from models.stages.analysis.sanbao.queries import opinion_of
from resources.texts import Message

from . import rules
from .handling import usual_handling
from .promise import SUBJECT, accepted_besides, covered_by_approval
from .tables import Option, Plan, Round

if TYPE_CHECKING:
    from models.casework.approval.authority import Rung
    from models.kernel.actor import Actor

_COVERING = ("option", "agreement")
OWN, APPROVED_ALREADY, WAITING, BEYOND = "own", "approved", "waiting", "beyond"


class Standing(NamedTuple):
    """Who may promise an option: ``state`` is own, approved, waiting or beyond."""

    state: str
    amount: int
    rungs: list[Rung]


_QUESTIONS = {
    "ongoing_trade": Message(
        "negotiation", "Answer whether the customer stays in business with us."
    ),
    "repurchase_hope": Message("negotiation", "Answer whether the customer will buy again."),
    "word_of_mouth": Message("negotiation", "Answer what the customer will tell others."),
    "demand_reasonable": Message("negotiation", "Answer whether the demand is reasonable."),
    "company_fault": Message("negotiation", "Answer how far it is our fault."),
}


def plan(case_id: int) -> dict[str, Any]:
    """Return the plan by column, empty when nothing was entered yet."""
    return next(iter(rows_of(Plan, case_id)), {})


def options(case_id: int) -> list[dict[str, Any]]:
    """Return the options, the best first."""
    return sorted(rows_of(Option, case_id), key=lambda row: (row["rank"], row["no"]))


def rounds(case_id: int) -> list[dict[str, Any]]:
    """Return the rounds in their order."""
    return rows_of(Round, case_id)


def ladder(actor: Actor, case_id: int, amount_fen: int | None = None) -> list[Rung]:
    """Return who may grant what, marking the actor's rung and the one that is needed.

    Without an amount the dearest option that is still on the table counts.
    """
    live = [row["amount"] or 0 for row in options(case_id) if row["state"] in rules.LIVE]
    amount = max(live, default=0) if amount_fen is None else amount_fen
    return authority.ladder(actor, case_id, amount)


def standing(actor: Actor, case_id: int, option_no: int) -> Standing:
    """Return whether the actor may promise an option, with the ladder for what it costs."""
    case = load_case(actor, case_id)
    row = row_of(case, Option, {"no": option_no})
    amount = row.amount or 0
    total = amount + accepted_besides(case, row)
    state = BEYOND
    if authority.within_own(actor, case, total if amount else 0):
        state = OWN
    elif covered_by_approval(case, row):
        state = APPROVED_ALREADY
    elif waiting_for(case_id, SUBJECT, option_no):
        state = WAITING
    return Standing(state, amount, authority.ladder(actor, case_id, total if amount else 0))


def hints(case_id: int, now: int) -> list[Message]:
    """Return advice, thin options and open demands that no option answers (D07, G03, G17)."""
    found, judged = options(case_id), opinion_of(case_id, now)
    suspected = [one.rule.article for one in judged.open_rules()] if judged else []
    uncovered = [
        Message("negotiation", "No option answers demand {no} yet.", no=no)
        for no in rules.uncovered(demands(case_id), found)
    ]
    return [
        *rules.advice(plan(case_id), suspected),
        *usual_handling(causes(case_id)),
        *rules.option_hints(found),
        *uncovered,
    ]


def missing_to_propose(case_id: int) -> list[Missing]:
    """Return what has to be there before options count as proposed."""
    found = [
        Missing(_QUESTIONS[key], f"negotiation.{key}") for key in rules.unanswered(plan(case_id))
    ]
    if not any(row["state"] in rules.LIVE for row in options(case_id)):
        text = Message("negotiation", "Prepare at least one option.")
        found.append(Missing(text, "negotiation.option.add"))
    return found


def missing_to_offer(case_id: int) -> list[Missing]:
    """Return the approval that the best option still needs before the talks begin."""
    best = next((row for row in options(case_id) if row["state"] in rules.LIVE), None)
    if best is None or best["offered_at"] != FAR_FUTURE or not best["amount"]:
        return []
    case = Case.get_by_id(case_id)
    approval = approved_for(case_id, SUBJECT, best["no"])
    authorised = max(approval.amount if approval else 0, _own_limit(case))
    if best["amount"] <= authorised:
        return []
    text = Message(
        "negotiation",
        "Option {no} over {amount} yuan has to be approved by: {role}.",
        no=best["no"],
        amount=yuan_text(best["amount"]),
        role=role_name(authority.approver(case, best["amount"])),
    )
    return [Missing(text, "negotiation.option.ask_approval")]


def missing_to_agree(case_id: int) -> list[Missing]:
    """Return what has to be there before the case counts as agreed."""
    stated = demands(case_id)
    found = [
        Missing(
            Message("negotiation", "Demand {no} has no answer yet.", no=row["no"]),
            "case.demand.answer",
        )
        for row in stated
        if row["answer"] == "open"
    ]
    accepted = [row for row in options(case_id) if row["state"] == rules.ACCEPTED]
    if not stated and not accepted:
        text = Message("negotiation", "Record the round in which the customer accepted an option.")
        found.append(Missing(text, "negotiation.round.add"))
    return [*found, *_missing_authority(case_id, stated, accepted)]


def _missing_authority(
    case_id: int, stated: list[dict[str, Any]], accepted: list[dict[str, Any]]
) -> list[Missing]:
    case = Case.get_by_id(case_id)
    granted = [row for row in stated if row["answer"] in ("granted", "partly")]
    agreed = sum(row["agreed_amount"] or 0 for row in granted)
    if agreed <= _authorised(case, accepted):
        return []
    text = Message(
        "negotiation",
        "What was granted adds to {amount} yuan. It has to be approved by: {role}.",
        amount=yuan_text(agreed),
        role=role_name(authority.approver(case, agreed)),
    )
    return [Missing(text, "approval.request")]


def _authorised(case: Case, accepted: list[dict[str, Any]]) -> int:
    offered = sum(row["amount"] or 0 for row in accepted)
    approved = [
        view.amount
        for view in of_case(case.id)
        if view.state == APPROVED and view.subject_kind in _COVERING
    ]
    return max(offered, _own_limit(case), *approved)


def _own_limit(case: Case) -> int:
    named = plan(case.id).get("negotiator") or case.owner
    role = next((p.role for p in people(case.branch_id) if p.login == named), "")
    limit = authority_limit(case.branch_id, role) if role else 0
    return limit - authority.granted_elsewhere(case)
