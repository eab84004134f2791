"""The clocks of a case: first response, plan, promised answer, closing (requirement C04)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.dealership.office.queries import calendar_of
from models.kernel import settings
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.zone import MINUTE

from .editing import add_row
from .tables import Case, Due

if TYPE_CHECKING:
    from models.kernel.command import Work

FIRST_RESPONSE, PLAN, ANSWER, CLOSE = "first_response", "plan", "answer", "close"
_DAY_MINUTES = 24 * 60


class Limit(NamedTuple):
    """From when a limit of the law runs until when, and when it was kept."""

    started_at: int
    due_at: int
    met_at: int = FAR_FUTURE
    working: bool = False
    uncertain: bool = False


def start(work: Work, case: Case) -> None:
    """Start the clocks of a received case by the limits of its level."""
    for kind in (FIRST_RESPONSE, PLAN, CLOSE):
        reckoned = _reckon(work, case.level, kind, case.received_at)
        if reckoned is not None:
            _add(work, case, kind, case.received_at, *reckoned)
    refresh(work, case)


def restart(work: Work, case: Case) -> None:
    """Start the clock of closing anew for a case that was reopened."""
    reckoned = _reckon(work, case.level, CLOSE, work.now)
    if reckoned is not None:
        _add(work, case, CLOSE, work.now, *reckoned)
    refresh(work, case)


def shorten(work: Work, case: Case) -> None:
    """After a raise of the level: no running limit becomes later than it was."""
    for due in open_dues(case):
        reckoned = _reckon(work, case.level, due.kind, due.started_at)
        if reckoned is not None and reckoned[0] < due.due_at and due.paused_at == FAR_FUTURE:
            at, working, uncertain = reckoned
            work.change(due, {"due_at": at, "working": working, "uncertain": uncertain})
    refresh(work, case)


def promise(work: Work, case: Case, at: int) -> None:
    """Start the clock of an answer promised to the customer for ``at`` (requirement C03)."""
    _add(work, case, ANSWER, work.now, at, working=False, uncertain=False)
    refresh(work, case)


def set_legal(work: Work, case: Case, kind: str, limit: Limit | None) -> None:
    """Start or move a limit of the law, which is never paused; None takes it away."""
    due: Any = Due.get_or_none(Due.case == case, Due.kind == kind, alive(Due))
    if limit is not None and due is None:
        add_row(work, case, Due, {"kind": kind, "legal": True, **limit._asdict()})
    elif limit is not None:
        work.change(due, limit._asdict())
    elif due is not None:
        work.remove(due)
    refresh(work, case)


def meet(work: Work, case: Case, kind: str, at: int) -> None:
    """Stop the running clocks of a kind: it was done at ``at``."""
    for due in open_dues(case):
        if due.kind == kind:
            work.change(due, {"met_at": at})
    refresh(work, case)


def stop_all(work: Work, case: Case) -> None:
    """Stop every running clock: the case has ended."""
    for due in open_dues(case):
        work.change(due, {"met_at": work.now})
    refresh(work, case)


def pause(work: Work, case: Case) -> None:
    """Pause internal clocks; a legal limit keeps running (domain.md §6.3)."""
    calendar = calendar_of(case.branch_id)
    for due in open_dues(case):
        if due.legal or due.kind == ANSWER:
            continue
        left = (
            calendar.working_minutes_between(work.now, due.due_at)
            if due.working
            else (due.due_at - work.now) // MINUTE
        )
        work.change(due, {"paused_at": work.now, "remaining_minutes": max(0, left)})
    refresh(work, case)


def resume(work: Work, case: Case) -> None:
    """Let paused clocks run on with the time they had left."""
    calendar = calendar_of(case.branch_id)
    for due in open_dues(case):
        if due.paused_at == FAR_FUTURE:
            continue
        at = work.now + due.remaining_minutes * MINUTE
        if due.working:
            at = calendar.add_working_minutes(work.now, due.remaining_minutes).at_ms
        work.change(due, {"paused_at": FAR_FUTURE, "remaining_minutes": 0, "due_at": at})
    refresh(work, case)


def refresh(work: Work, case: Case) -> None:
    """Keep on the case when the next of its running clocks runs out."""
    running = [due.due_at for due in open_dues(case) if due.paused_at == FAR_FUTURE]
    work.change(case, {"next_due_at": min(running, default=FAR_FUTURE)})


def open_dues(case: Case) -> list[Any]:
    """Return the clocks that still run or are paused."""
    return list(
        Due.select()
        .where(Due.case == case, Due.met_at == FAR_FUTURE, alive(Due))
        .order_by(Due.due_at)
    )


def _reckon(work: Work, level: str, kind: str, start: int) -> tuple[int, bool, bool] | None:
    limits = settings.get(work.actor.branch_id, "clock.limits")[level]
    if kind not in {FIRST_RESPONSE, PLAN, CLOSE}:
        return None
    working = bool(limits["working"])
    minutes = _limit_minutes(work.actor.branch_id, limits, kind)
    if minutes == 0:
        return None
    if not working:
        return start + minutes * MINUTE, False, False
    due = calendar_of(work.actor.branch_id).add_working_minutes(start, minutes)
    return due.at_ms, True, bool(due.warnings)


def _limit_minutes(branch_id: int, limits: dict[str, Any], kind: str) -> int:
    if kind == FIRST_RESPONSE:
        return int(limits["first_response"])
    days = int(limits[f"{kind}_days"])
    if not limits["working"]:
        return days * _DAY_MINUTES
    periods = settings.get(branch_id, "clock.periods")
    return days * int(sum(end - begin for begin, end in periods))


def _add(
    work: Work, case: Case, kind: str, start: int, at: int, working: bool, uncertain: bool
) -> None:
    add_row(
        work,
        case,
        Due,
        {
            "kind": kind,
            "started_at": start,
            "due_at": at,
            "working": working,
            "uncertain": uncertain,
        },
    )
