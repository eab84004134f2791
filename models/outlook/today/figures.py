"""The figures beside 今日: open cases, grave ones, promises kept; and the moments of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import fn

from models.casework.case.clock import ANSWER, FIRST_RESPONSE, PLAN
from models.casework.case.rules import rank
from models.casework.case.tables import Case, Contact, Due
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.zone import DAY, day_of, end_of_day

from .entry import DUE_TODAY, FOLLOW_UP, TASK
from .queries import BY_ROLE, cases_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.kernel.actor import Actor

    from .entry import Waiting

PROMISES = (FIRST_RESPONSE, PLAN, ANSWER)
"""What the customer notices when it comes late."""

WINDOW_DAYS = 30
AGREED = "agreed"
_CONTACT = "case.contact.add"
_AHEAD = (DUE_TODAY, TASK, FOLLOW_UP)


class Figures(NamedTuple):
    """Open cases, those of level major and above, promises kept in percent (None: none yet)."""

    open: int
    serious: int
    on_time: int | None


class Moment(NamedTuple):
    """One point of the day: ``what`` is the purpose of a contact, or the kind of what is ahead."""

    at: int
    done: bool
    what: str
    customer: str
    case_no: str
    place: str


def figures(actor: Actor, now: int, scope: str = BY_ROLE) -> Figures:
    """Return the figures of the cases that ``scope`` shows the actor."""
    mine = cases_of(actor, now, scope)
    open_cases = Case.select().where(
        mine, Case.closed_at == FAR_FUTURE, Case.state != "DRAFT", alive(Case)
    )
    serious = open_cases.where(Case.level_rank >= rank("MAJOR"))
    return Figures(open_cases.count(), serious.count(), _kept(mine, now))


def _kept(mine: Any, now: int) -> int | None:
    """Promises of the last days that were kept, of those kept, broken or overdue, in percent."""
    since = now - WINDOW_DAYS * DAY
    ended = (Due.met_at != FAR_FUTURE) | ((Due.due_at < now) & (Due.paused_at == FAR_FUTURE))
    promises = (
        Due.select(fn.COUNT(Due.id))
        .join(Case)
        .where(mine, Due.kind.in_(PROMISES), Due.started_at >= since, ended, alive(Due))
    )
    whole = int(promises.scalar() or 0)
    kept = int(promises.where(Due.met_at <= Due.due_at).scalar() or 0)
    return round(100 * kept / whole) if whole else None


def moments(actor: Actor, now: int, lines: Iterable[Waiting], scope: str = BY_ROLE) -> list[Moment]:
    """Return the contacts of today, the appointments and what of ``lines`` is still ahead."""
    end = end_of_day(day_of(now))
    mine = cases_of(actor, now, scope)
    ahead = [
        Moment(line.at, False, line.kind, line.customer, line.case_no, line.place)
        for line in lines
        if line.kind in _AHEAD and line.at is not None and now <= line.at < end
    ]
    return sorted([*_contacts(mine, now, end), *_agreed(mine, now, end), *ahead])


def _contacts(mine: Any, now: int, end: int) -> list[Moment]:
    query = _of_day(mine, Contact.at, end - DAY, now)
    return [
        Moment(row.at, True, row.purpose, row.case.customer_name, row.case.case_no, "response")
        for row in query
    ]


def _agreed(mine: Any, now: int, end: int) -> list[Moment]:
    query = _of_day(mine, Contact.next_at, now, end)
    return [
        Moment(row.next_at, False, AGREED, row.case.customer_name, row.case.case_no, _CONTACT)
        for row in query.where(Case.closed_at == FAR_FUTURE)
    ]


def _of_day(mine: Any, moment: Any, after: int, until: int) -> Any:
    return (
        Contact.select(Contact, Case)
        .join(Case)
        .where(mine, moment > after, moment <= until, alive(Contact), Case.hold != "restricted")
        .order_by(moment, Contact.id)
    )
