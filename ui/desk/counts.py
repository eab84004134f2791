"""What the counters of the navigation say of the things that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.outlook.today.entry import DUE_TODAY, OVERDUE, SILENCE
from models.outlook.today.queries import PAGES
from ui.window.navigation import Count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.outlook.today.entry import Waiting

_PAGE_OF = {**PAGES, **dict.fromkeys((OVERDUE, DUE_TODAY, SILENCE), "today")}


def counts_of(found: Iterable[Waiting]) -> dict[str, Count]:
    """Return how much waits behind each page, and how much of it is late."""
    counts: dict[str, Count] = {}
    for line in found:
        page = _PAGE_OF.get(line.kind)
        if page is not None:
            known = counts.get(page, Count())
            counts[page] = Count(known.waiting + 1, known.late + line.late)
    return counts
