"""What a new holiday calendar does to the clocks that run: shown before, moved with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.dealership.office.commands import (
    CalendarChange,
    Imported,
    calendar_with,
    take_over_calendar,
)
from models.dealership.office.fields import CALENDAR_FIELDS
from models.kernel.calendar.moved import Limit, moved
from models.kernel.calendar.work_calendar import Unit
from models.kernel.command import Values, Work, command
from models.kernel.db import FAR_FUTURE, alive

from . import clock
from .tables import Case, Due

if TYPE_CHECKING:
    from models.kernel.actor import Actor

PERMISSION = "settings.manage"


class DueMove(NamedTuple):
    """A running clock that ends at another moment under the new calendar."""

    case_no: str
    customer_name: str
    kind: str
    before: int
    after: int


class CalendarEffect(NamedTuple):
    """What a calendar file holds, and which clocks it moves."""

    imported: Imported
    moves: list[DueMove]


def effect_of(actor: Actor, content: str) -> CalendarEffect:
    """Return what a calendar file would do; nothing is changed. Raises Invalid."""
    actor.require(PERMISSION)
    change = calendar_with(actor.branch_id, content)
    rows = _running(actor.branch_id)
    ends = _ends(rows, change)
    moves = [_move(row, ends[row.id]) for row in rows if row.id in ends]
    return CalendarEffect(change.imported, moves)


@command("case.take_over_calendar", permission=PERMISSION, specs=CALENDAR_FIELDS)
def take_over(work: Work, values: Values) -> CalendarEffect:
    """Take over a calendar file and move the running clocks with it."""
    rows = _running(work.actor.branch_id)
    change = take_over_calendar(work, values["content"])
    ends = _ends(rows, change)
    moves = []
    cases: dict[int, Case] = {}
    for row in rows:
        if row.id in ends:
            moves.append(_move(row, ends[row.id]))
            cases[row.case.id] = row.case
            work.change(row, {"due_at": ends[row.id], "uncertain": False})
    for case in cases.values():
        clock.refresh(work, case)
    return CalendarEffect(change.imported, moves)


def _running(branch_id: int) -> list[Due]:
    query = (
        Due.select(Due, Case)
        .join(Case)
        .where(
            Due.branch_id == branch_id,
            Due.working,
            Due.met_at == FAR_FUTURE,
            Due.paused_at == FAR_FUTURE,
            Case.closed_at == FAR_FUTURE,
            alive(Due),
        )
        .order_by(Due.due_at, Due.id)
    )
    return list(query)


def _ends(rows: list[Due], change: CalendarChange) -> dict[int, int]:
    limits = [
        Limit(
            str(row.id),
            row.started_at,
            change.old.working_minutes_between(row.started_at, row.due_at),
            Unit.WORKING_MINUTES,
        )
        for row in rows
    ]
    return {int(one.key): one.after_ms for one in moved(limits, change.old, change.new)}


def _move(row: Due, after: int) -> DueMove:
    return DueMove(row.case.case_no, row.case.customer_name, row.kind, row.due_at, after)
