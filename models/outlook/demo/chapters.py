"""Makes up the history of a case out of its outline, chapter by chapter."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from models.kernel.zone import local_time

from . import closing, opening, settling
from .history import History
from .invented import party
from .tale import OWNERS, Tale

if TYPE_CHECKING:
    from collections.abc import Callable

    from .outline import Outline

_WAY: tuple[tuple[str, Callable[[Tale], None]], ...] = (
    ("RECEIVED", opening.call),
    ("ACKNOWLEDGED", opening.answer),
    ("ASSESSED", opening.assess),
    ("INVESTIGATING", opening.find),
    ("PROPOSED", settling.offer),
    ("NEGOTIATING", settling.talk),
    ("AGREED", settling.agree),
    ("SIGNED", settling.sign),
    ("IMPLEMENTING", closing.carry),
    ("VERIFIED", closing.done),
    ("FOLLOW_UP", closing.ask),
    ("CLOSED", closing.close),
)
_ORDER = [state for state, _chapter in _WAY]
_ENDS: dict[str, tuple[str, Callable[[Tale], None]]] = {
    "REJECTED_EXPLAINED": ("INVESTIGATING", closing.reject),
    "WITHDRAWN": ("ACKNOWLEDGED", closing.withdraw),
    "MERGED": ("RECEIVED", closing.merge),
}


def history(outline: Outline, seed: int, now: int) -> History:
    """Return everything that happens in a case until ``now``; the same each time."""
    owner_of = outline.host if outline.host >= 0 else outline.number
    bought_before = outline.earlier[0] if outline.earlier else outline.received_at
    customer = party(
        Random(seed * 1_000_003 + owner_of * 7 + 5),
        owner_of,
        outline.situation,
        local_time(bought_before).date(),
    )
    rng = outline.rng(seed)
    tale = Tale(outline, rng, customer, now, rng.choice(OWNERS))
    _tell(tale)
    return History(
        outline.number,
        outline.state,
        outline.situation,
        customer,
        outline.host,
        outline.earlier,
        tale.proposal,
        tuple(tale.lines),
    )


def _tell(tale: Tale) -> None:
    last, end = _ENDS.get(tale.state, (tale.state, None))
    if tale.state == "WITHDRAWN":
        last = tale.rng.choice(("RECEIVED", "ACKNOWLEDGED", "ASSESSED", "INVESTIGATING"))
    if last == "ARCHIVED":
        last = "CLOSED"
    for chapter in _chapters(last):
        chapter(tale)
    if end is not None:
        end(tale)
    if tale.state in {"CLOSED", "ARCHIVED"}:
        closing.later_rounds(tale)
    if tale.state == "ARCHIVED":
        closing.archive(tale)


def _chapters(last: str) -> list[Callable[[Tale], None]]:
    """Return the chapters up to a state; a draft is only the call."""
    until = _ORDER.index(last) if last in _ORDER else 0
    return [chapter for _state, chapter in _WAY[: until + 1]]
