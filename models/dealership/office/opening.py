"""Opening a branch: its record, its lists and the calendar it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.calendar.days import seed_days, seed_years
from models.kernel.errors import NotPossible
from models.kernel.seeding import seed_codes
from models.kernel.tables import CalendarDay
from resources.texts import Message

from . import queries
from .rules import require_stored_logo
from .tables import Branch

if TYPE_CHECKING:
    from models.kernel.command import Values, Work

FIRST_BRANCH_ID = 1
_FIRST_SEEDED_YEAR = 2020


def open_branch(work: Work, values: Values) -> Branch:
    """Store the first branch with the built-in lists and the decreed days known so far."""
    if queries.exists():
        raise NotPossible(
            Message(
                "office",
                "The store already has a branch, {name}. Log in, or choose another folder for a "
                "new store.",
                name=queries.branch(queries.home_branch_id()).name,
            )
        )
    require_stored_logo(values.get("logo", ""))
    row: Branch = work.insert(Branch, **values)
    seed_codes(work)
    CalendarDay.insert_many(_seeded_days(work.actor.branch_id)).execute()
    return row


def _seeded_days(branch_id: int) -> list[dict[str, object]]:
    years = [year for year in seed_years() if year >= _FIRST_SEEDED_YEAR]
    return [
        {
            "branch_id": branch_id,
            "day": marked.day.isoformat(),
            "kind": marked.kind.value,
            "name": marked.name,
        }
        for year in years
        for marked in seed_days(year)
    ]
