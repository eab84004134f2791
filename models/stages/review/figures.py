"""The key figures of a case: how fast, how often, how long silent, how much."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from models.casework.case import queries as cases
from models.casework.case.demands import demands
from models.kernel.zone import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.casework.case.queries import CaseHead


class Figures(NamedTuple):
    """What a review looks at first; money in fen, spans in ms, None where there is nothing."""

    minutes_to_first_contact: int | None
    days_to_close: int | None
    contacts: int
    reached: int
    longest_silence: int
    demands: int
    asked: int
    agreed: int
    delivered: int


def figures(head: CaseHead, now: int) -> Figures:
    """Return the figures of a case as they stand ``now`` (J07, L01)."""
    heard = cases.contacts(head.id)
    found = demands(head.id)
    ended = head.closed_at if head.closed_at is not None else now
    return Figures(
        head.minutes_to_first_contact,
        None if head.closed_at is None else _days(head.received_at, head.closed_at),
        len(heard),
        sum(row["reached"] for row in heard),
        _longest_silence(head.received_at, (r["at"] for r in heard if r["reached"]), ended),
        len(found),
        sum(row["amount"] or 0 for row in found),
        sum(row["agreed_amount"] or 0 for row in found),
        sum(row["delivered_amount"] or 0 for row in found),
    )


def _days(start: int, end: int) -> int:
    """Return begun days: a case that closes the same day took one."""
    return (end - start) // DAY + 1


def _longest_silence(start: int, heard: Iterable[int], end: int) -> int:
    """Return the longest time in which the customer heard nothing from us."""
    marks = sorted({start, end, *(at for at in heard if start <= at <= end)})
    return max((later - earlier for earlier, later in pairwise(marks)), default=0)
