"""Authority in one case: limits of the roles, and what the customer was granted before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peewee import fn

from models.casework.case.editing import load_case
from models.casework.case.tables import Case, Demand
from models.dealership.access.queries import authority_limit, limits
from models.dealership.access.roles import OEM, permissions_of
from models.kernel.db import alive

from .rules import APPROVED, needed_role
from .tables import Approval

if TYPE_CHECKING:
    from models.kernel.actor import Actor

TWELVE_MONTHS = 365 * 24 * 60 * 60 * 1000
_NOTHING_GRANTED = ("WITHDRAWN", "REJECTED_EXPLAINED", "MERGED")
_PROMISES = ("option", "agreement", "letter")


class Rung(NamedTuple):
    """One role of the ladder; ``limit_fen`` is None for the maker, whom no limit binds."""

    role: str
    limit_fen: int | None
    mine: bool
    needed: bool


def deciding_limits(branch_id: int) -> dict[str, int]:
    """Return the limit of every role that may approve."""
    found = limits(branch_id)
    return {x.role: x.limit_fen for x in found if "approval.decide" in permissions_of(x.role)}


def granted_elsewhere(case: Case) -> int:
    """Return what the customer was granted in other cases since twelve months before this one.

    A case counts with its agreed demands or its highest approval, whichever is more.
    """
    if not case.customer_id:
        return 0
    others = Case.select(Case.id).where(
        Case.branch_id == case.branch_id,
        Case.customer_id == case.customer_id,
        Case.id != case.id,
        Case.received_at >= case.received_at - TWELVE_MONTHS,
        Case.state.not_in(_NOTHING_GRANTED),
        alive(Case),
    )
    agreed = (
        Demand.select(Demand.case, fn.SUM(Demand.agreed_amount))
        .where(Demand.case.in_(others), Demand.answer.in_(("granted", "partly")), alive(Demand))
        .group_by(Demand.case)
    )
    approved = (
        Approval.select(Approval.case, fn.MAX(Approval.amount))
        .where(
            Approval.case.in_(others),
            Approval.state == APPROVED,
            Approval.subject_kind.in_(_PROMISES),
            alive(Approval),
        )
        .group_by(Approval.case)
    )
    most: dict[int, int] = {}
    for case_id, amount in (*agreed.tuples(), *approved.tuples()):
        most[case_id] = max(most.get(case_id, 0), amount or 0)
    return sum(most.values())


def within_own(actor: Actor, case: Case, amount_fen: int) -> bool:
    """Tell whether the actor may grant the amount alone, earlier grants counted (G09)."""
    if amount_fen == 0:
        return True
    total = amount_fen + granted_elsewhere(case)
    return total <= authority_limit(actor.branch_id, actor.role)


def approver(case: Case, amount_fen: int) -> str:
    """Return the lowest role that may approve the amount in this case."""
    total = amount_fen + granted_elsewhere(case)
    return needed_role(deciding_limits(case.branch_id), total)


def ladder(actor: Actor, case_id: int, amount_fen: int) -> list[Rung]:
    """Return the ladder of authority with the actor's rung and the one the amount needs."""
    case = load_case(actor, case_id)
    alone = within_own(actor, case, amount_fen)
    needed = actor.role if alone else approver(case, amount_fen)
    rungs = [
        Rung(x.role, x.limit_fen, x.role == actor.role, x.role == needed)
        for x in limits(actor.branch_id)
        if x.limit_fen > 0
    ]
    return [*rungs, Rung(OEM, None, False, needed == OEM)]
