"""Numbers without gaps: drawn inside the unit of work, so a failed command draws none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tables import Counter
from .zone import local_time

if TYPE_CHECKING:
    from .command import Work

CASE_SERIES = "KS"


def draw(work: Work, series: str) -> int:
    """Return the next number of a series in the year of the actor's clock."""
    year = year_of(work.now)
    where = (
        (Counter.branch_id == work.actor.branch_id)
        & (Counter.series == series)
        & (Counter.year == year)
    )
    if Counter.update(last=Counter.last + 1).where(where).execute() == 0:
        Counter.create(branch_id=work.actor.branch_id, series=series, year=year, last=1)
    return int(Counter.select(Counter.last).where(where).scalar())


def year_of(moment: int) -> int:
    """Return the local year of a moment in milliseconds UTC."""
    return local_time(moment).year


def draw_case_no(work: Work) -> str:
    """Return the next case number, such as ``KS-2026-000123``."""
    return f"{CASE_SERIES}-{year_of(work.now)}-{draw(work, CASE_SERIES):06d}"


def paper_no(kind: str, case_no: str, ordinal: int) -> str:
    """Return a paper's number, such as ``HJ-2026-000123-1``, from its case and ordinal."""
    return f"{kind}-{case_no.partition('-')[2]}-{ordinal}"
