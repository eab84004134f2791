"""What others ask about the office: the branch, its letterhead, departments, working time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.kernel import codes, settings
from models.kernel.calendar.days import DayKind, MarkedDay, years_known
from models.kernel.calendar.periods import Period
from models.kernel.calendar.work_calendar import WorkCalendar
from models.kernel.db import alive
from models.kernel.tables import CalendarDay

from .tables import Branch


class BranchView(NamedTuple):
    """A branch as windows and papers show it; ``logo`` is the sha256 of a stored file."""

    branch_id: int
    version: int
    name: str
    short_name: str
    credit_code: str
    address: str
    phone: str
    place: str
    logo: str


def exists() -> bool:
    """Tell whether the store has a branch yet; without one the first run comes first."""
    return bool(Branch.select().where(alive(Branch)).exists())


def home_branch_id() -> int:
    """Return the number of the store's first branch, 0 when there is none yet."""
    query = Branch.select(Branch.branch_id).where(alive(Branch)).order_by(Branch.id)
    return int(query.scalar() or 0)


def branch(branch_id: int) -> BranchView:
    """Return the branch with the data of its letterhead."""
    row = Branch.get(Branch.branch_id == branch_id)
    return BranchView(
        row.branch_id,
        row.version,
        row.name,
        row.short_name or row.name,
        row.credit_code,
        row.address,
        row.phone,
        row.place,
        row.logo,
    )


def departments(branch_id: int) -> list[codes.CodeValue]:
    """Return the departments in their order."""
    return codes.values(branch_id, "department")


def calendar_of(branch_id: int) -> WorkCalendar:
    """Return the working-time calendar as it is now; ask once and pass it on."""
    weekdays = settings.get(branch_id, "clock.weekdays")
    hours = tuple(Period(*pair) for pair in settings.get(branch_id, "clock.periods"))
    marked = CalendarDay.select().where(CalendarDay.branch_id == branch_id)
    days = {date.fromisoformat(row.day): DayKind(row.kind) for row in marked}
    return WorkCalendar(dict.fromkeys(weekdays, hours), days, years_known(days))


def calendar_days(branch_id: int, year: int) -> list[MarkedDay]:
    """Return the holidays and make-up days of a year in their order."""
    rows = (
        CalendarDay.select()
        .where(CalendarDay.branch_id == branch_id, CalendarDay.day.startswith(f"{year}-"))
        .order_by(CalendarDay.day)
    )
    return [MarkedDay(date.fromisoformat(r.day), DayKind(r.kind), r.name) for r in rows]
