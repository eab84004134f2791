"""What waits for a person now: the page that opens, and ``queue`` of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.tables import Case
from models.dealership.access.absences import deputised
from models.kernel.zone import day_of

from . import clocks, work
from .entry import APPROVAL, FOLLOW_UP, KINDS, RECTIFICATION, TASK, Waiting

if TYPE_CHECKING:
    from models.kernel.actor import Actor

LIMIT = 200
"""Lines of a kind: nobody works through more in a day."""

BY_ROLE, MINE, STORE = "", "mine", "store"

PAGES = {
    APPROVAL: "approvals",
    TASK: "tasks",
    FOLLOW_UP: "follow_ups",
    RECTIFICATION: "rectification",
}


def waiting(actor: Actor, now: int, *, limit: int = LIMIT, scope: str = BY_ROLE) -> list[Waiting]:
    """Return what waits for ``actor``: kind by kind, each in the order in which it breaks.

    Whoever decides approvals leads and sees the clocks of every case; the others see their own
    cases and those of people they stand in for today. ``scope`` chooses otherwise: ``MINE``, or
    ``STORE`` for the clocks and tasks of everybody.
    """
    actor.require("complaint.view")
    logins = [actor.login, *deputised(actor.branch_id, actor.login, day_of(now))]
    mine = cases_of(actor, now, scope)
    found = [
        *clocks.clocks(mine, now, limit),
        *clocks.silences(mine, actor.branch_id, now, limit),
        *work.approvals(actor, now, limit),
        *work.tasks(actor, None if scope == STORE else logins, now, limit),
        *work.to_verify(actor, mine, limit),
        *work.follow_ups(actor, now, limit),
        *work.rectifications(actor, logins, now, limit),
    ]
    return sorted(found, key=lambda line: KINDS.index(line.kind))


def default_scope(actor: Actor) -> str:
    """Return what the page shows first: whoever leads looks at the whole store."""
    return STORE if actor.may("approval.decide") else MINE


def cases_of(actor: Actor, now: int, scope: str = BY_ROLE) -> Any:
    """Return the condition that narrows cases to what ``scope`` shows the actor."""
    branch = Case.branch_id == actor.branch_id
    if scope == STORE or (scope == BY_ROLE and actor.may("approval.decide")):
        return branch
    return branch & Case.owner.in_(
        [actor.login, *deputised(actor.branch_id, actor.login, day_of(now))]
    )
