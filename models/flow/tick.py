"""What time itself does: raises levels of cases that were left waiting; safe to run again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.casework.case import clock
from models.casework.case.commands import raise_level
from models.casework.case.rules import rank
from models.casework.case.tables import Case, Due
from models.kernel.command import unit_of_work
from models.kernel.db import FAR_FUTURE, alive
from resources.texts import Message

if TYPE_CHECKING:
    from models.kernel.actor import Actor

_RAISING = {
    clock.FIRST_RESPONSE: "The first response is late.",
    clock.PLAN: "The plan for the customer is late.",
    clock.ANSWER: "A promised answer is late.",
}


class Ticked(NamedTuple):
    """What a tick changed."""

    raised: list[str]


def tick(actor: Actor) -> Ticked:
    """Raise cases whose first response, plan or answer is late to ESCALATED (domain.md §6.2).

    Needs no person's permission: ``actor`` is the system's own.
    """
    with unit_of_work(actor, "system.tick") as work:
        raised = []
        for case, kind in _late(actor.branch_id, work.now):
            if rank(case.level) < rank("ESCALATED"):
                raise_level(work, case, "ESCALATED", Message("flow", _RAISING[kind]).stored())
                raised.append(case.case_no)
    return Ticked(raised)


def _late(branch_id: int, now: int) -> list[tuple[Case, str]]:
    query = (
        Due.select(Due, Case)
        .join(Case)
        .where(
            Case.branch_id == branch_id,
            Case.closed_at == FAR_FUTURE,
            Case.next_due_at < now,
            Case.level_rank < rank("ESCALATED"),
            alive(Case),
            Due.kind.in_(list(_RAISING)),
            Due.met_at == FAR_FUTURE,
            Due.paused_at == FAR_FUTURE,
            Due.due_at < now,
        )
        .order_by(Case.id, Due.due_at)
    )
    seen: dict[int, tuple[Case, str]] = {}
    for due in query:
        seen.setdefault(due.case.id, (due.case, due.kind))
    return list(seen.values())
