"""Finding a text in everything that was typed, with the number of the case it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.kernel import search

from .tables import Case

if TYPE_CHECKING:
    from models.kernel.actor import Actor


class CaseHit(NamedTuple):
    """Where a text was found; ``case_no`` is '' for a customer or vehicle without a case."""

    case_no: str
    case_id: int
    field: str
    excerpt: str


class Found(NamedTuple):
    """The first hits, newest cases first, and how many there are in all."""

    hits: list[CaseHit]
    total: int


def find(actor: Actor, text: str, *, limit: int = 50) -> Found:
    """Return where every word of ``text`` occurs; refuses who may not look at cases."""
    actor.require("complaint.view")
    hits = search.find(actor.branch_id, text, limit=limit)
    wanted = {hit.case_id for hit in hits if hit.case_id}
    cases = Case.select(Case.id, Case.case_no).where(Case.id.in_(wanted))
    numbers = {case.id: case.case_no for case in cases}
    total = search.count(actor.branch_id, text) if len(hits) == limit else len(hits)
    return Found(
        [CaseHit(numbers.get(h.case_id, ""), h.case_id, h.field, h.excerpt) for h in hits], total
    )
