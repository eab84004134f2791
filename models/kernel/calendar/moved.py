"""Which due dates move when the calendar changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .work_calendar import Unit, WorkCalendar


class Limit(NamedTuple):
    """A running time limit: whose it is, from when it counts, and how long it is."""

    key: str
    start_ms: int
    amount: int
    unit: Unit


class Moved(NamedTuple):
    """A time limit that ends at another moment than before."""

    key: str
    before_ms: int
    after_ms: int


def moved(limits: Iterable[Limit], old: WorkCalendar, new: WorkCalendar) -> list[Moved]:
    """Return the limits that end at another moment under ``new``, in the order given."""
    ends = (
        Moved(
            limit.key,
            old.due(limit.start_ms, limit.amount, limit.unit).at_ms,
            new.due(limit.start_ms, limit.amount, limit.unit).at_ms,
        )
        for limit in limits
    )
    return [end for end in ends if end.before_ms != end.after_ms]
