"""Reading one case: its head, clocks, contacts, tasks, links and history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel import audit
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.zone import HOUR, MINUTE

from .editing import CaseRef, load_case, rows_of
from .rules import stage_of
from .tables import Case, CaseLink, Contact, Due, Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.kernel.actor import Actor


class DueView(NamedTuple):
    """A clock as it stands; ``minutes_left`` is negative when it has run out."""

    kind: str
    started_at: int
    due_at: int
    met_at: int | None
    legal: bool
    working: bool
    paused: bool
    uncertain: bool
    minutes_left: int

    @property
    def late(self) -> bool:
        """Tell whether it ran out, or was met too late."""
        if self.met_at is not None:
            return self.met_at > self.due_at
        return not self.paused and self.minutes_left < 0


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What every screen and paper of a case shows of it; times are ms UTC or None."""

    id: int
    case_no: str
    version: int
    state: str
    stage: str
    hold: str
    hold_reason: str
    hold_since: int | None
    level: str
    level_reason: str
    channel: str
    source: str
    received_at: int
    customer_id: int
    vehicle_id: int
    customer_name: str
    phone: str
    plate_no: str
    vin: str
    model: str
    subject: str
    object_kind: str
    owner: str
    department: str
    key_customer: bool
    repeat_no: int
    next_due_at: int | None
    first_response_at: int | None
    last_contact_at: int | None
    closed_at: int | None
    outcome: str
    reopened: int
    merged_into: int
    dues: tuple[DueView, ...]

    @property
    def minutes_to_first_contact(self) -> int | None:
        """Minutes from receipt to the first contact after it (J07)."""
        if self.first_response_at is None:
            return None
        return (self.first_response_at - self.received_at) // MINUTE


def head(actor: Actor, case: CaseRef) -> CaseHead:
    """Return the head of a case with its clocks at the actor's time."""
    actor.require("complaint.view")
    row = load_case(actor, case)
    return heads([row], actor.clock())[0]


def heads(rows: Iterable[Case], now: int) -> list[CaseHead]:
    """Return the heads of cases; their clocks are read in one query."""
    found = list(rows)
    dues = dues_of([row.id for row in found], now)
    return [_head(row, dues.get(row.id, ())) for row in found]


def _head(row: Case, dues: tuple[DueView, ...]) -> CaseHead:
    moments = (
        "hold_since",
        "next_due_at",
        "first_response_at",
        "last_contact_at",
        "closed_at",
    )
    plain = CaseHead.__dataclass_fields__.keys() - {"stage", "dues", *moments}
    values: dict[str, Any] = {name: getattr(row, name) for name in plain}
    values |= {name: or_none(getattr(row, name)) for name in moments}
    return CaseHead(stage=stage_of(row.state), dues=dues, **values)


def or_none(moment: int) -> int | None:
    """Return a moment, or None when it has not come."""
    return None if moment == FAR_FUTURE else moment


def dues_of(case_ids: list[int], now: int) -> dict[int, tuple[DueView, ...]]:
    """Return the clocks of cases, the latest promise of a kind only, soonest first."""
    query = Due.select().where(Due.case.in_(case_ids), alive(Due)).order_by(Due.case, Due.no)
    newest: dict[int, dict[str, DueView]] = {}
    for row in query:
        newest.setdefault(row.__data__["case"], {})[row.kind] = _due_view(row, now)
    return {
        case_id: tuple(sorted(found.values(), key=lambda due: due.due_at))
        for case_id, found in newest.items()
    }


def _due_view(row: Due, now: int) -> DueView:
    paused = row.paused_at != FAR_FUTURE
    left = row.remaining_minutes if paused else (row.due_at - now) // MINUTE
    return DueView(
        row.kind,
        row.started_at,
        row.due_at,
        or_none(row.met_at),
        row.legal,
        row.working,
        paused,
        row.uncertain,
        left,
    )


def contacts(case_id: int) -> list[dict[str, Any]]:
    """Return the contacts of a case, newest first."""
    return sorted(rows_of(Contact, case_id), key=lambda row: (row["at"], row["no"]), reverse=True)


def tasks(case_id: int) -> list[dict[str, Any]]:
    """Return the tasks of a case in their order."""
    return rows_of(Task, case_id)


def links(case_id: int) -> list[dict[str, Any]]:
    """Return linked cases: no, kind, note, case_no, subject, state."""
    query = (
        CaseLink.select(CaseLink, Case)
        .join(Case, on=CaseLink.other == Case.id)
        .where(CaseLink.case == case_id, alive(CaseLink))
        .order_by(CaseLink.no)
    )
    return [
        {
            "no": row.no,
            "version": row.version,
            "kind": row.kind,
            "note": row.note,
            "case_no": row.other.case_no,
            "subject": row.other.subject,
            "state": row.other.state,
        }
        for row in query
    ]


def history(case_id: int) -> list[audit.HistoryEntry]:
    """Return every change of the case, newest first."""
    return audit.history(case_id)


def hours_since_contact(case: CaseHead, now: int) -> int | None:
    """Return whole hours since the customer last heard from us (C16); None when ended."""
    if case.closed_at is not None:
        return None
    since = case.last_contact_at if case.last_contact_at is not None else case.received_at
    return (now - since) // HOUR
