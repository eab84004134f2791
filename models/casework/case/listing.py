"""Lists of cases: filtered, sorted, paged by key so that the last page is as fast as the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import CharField

from models.kernel import search
from models.kernel.checked import BadValue, shown
from models.kernel.db import FAR_FUTURE, alive
from models.kernel.errors import Invalid
from models.kernel.fields.amounts import WHOLE_LIMIT, check_whole
from models.kernel.fields.text import refuse_control
from resources.texts import Message

from .queries import CaseHead, heads
from .rules import rank
from .tables import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.actor import Actor

SORTS: dict[str, tuple[str, bool]] = {
    "received_at": ("received_at", True),
    "next_due_at": ("next_due_at", False),
    "last_contact_at": ("last_contact_at", False),
    "case_no": ("case_no", True),
    "level": ("level_rank", True),
    "customer_name": ("name_pinyin", False),
    "closed_at": ("closed_at", True),
}
_SEARCHED = 2000


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows; an empty value does not narrow it. Times are ms UTC."""

    states: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    owner: str = ""
    open_only: bool = False
    without_drafts: bool = False
    due_from: int = 0
    due_before: int = 0
    received_from: int = 0
    received_until: int = 0
    text: str = ""


class Page(NamedTuple):
    """One page of a list and the cursor of the next, '' at the end."""

    rows: list[CaseHead]
    cursor: str


def page(
    actor: Actor,
    wanted: Filter,
    *,
    sort: str = "received_at",
    descending: bool | None = None,
    after: str = "",
    limit: int = 50,
) -> Page:
    """Return the rows behind ``after`` in the order of ``sort``, which has a usual direction."""
    actor.require("complaint.view")
    if sort not in SORTS:
        raise Invalid(
            {"sort": Message("case", "Lists are sorted by {keys}.", keys=", ".join(SORTS))}
        )
    column, usual = SORTS[sort]
    descending = usual if descending is None else descending
    field = getattr(Case, column)
    query = _filtered(actor.branch_id, wanted)
    if after:
        query = query.where(_behind(field, descending, after))
    order = (field.desc(), Case.id.desc()) if descending else (field, Case.id)
    rows = list(query.order_by(*order).limit(limit + 1))
    more = len(rows) > limit
    shown = rows[:limit]
    cursor = f"{getattr(shown[-1], column)}|{shown[-1].id}" if more else ""
    return Page(heads(shown, actor.clock()), cursor)


def count(actor: Actor, wanted: Filter) -> int:
    """Return how many cases a filter leaves."""
    actor.require("complaint.view")
    return int(_filtered(actor.branch_id, wanted).count())


def _behind(field: Any, descending: bool, after: str) -> Any:
    text, _, id_text = after.rpartition("|")
    try:
        refuse_control(text)
        value = text if isinstance(field, CharField) else check_whole(text, -WHOLE_LIMIT).value
        id_ = check_whole(id_text).value
    except BadValue as problem:
        raise Invalid(
            {
                "after": Message(
                    "case", "The cursor {after} is none of this list.", after=shown(after)
                )
            }
        ) from problem
    if descending:
        return (field < value) | ((field == value) & (Case.id < id_))
    return (field > value) | ((field == value) & (Case.id > id_))


def _filtered(branch_id: int, wanted: Filter) -> Any:
    query = Case.select().where(Case.branch_id == branch_id, alive(Case))
    for narrowing in (*_by_value(wanted), *_by_time(wanted)):
        query = query.where(narrowing)
    if wanted.text.strip():
        hits = search.find(branch_id, wanted.text, limit=_SEARCHED)
        query = query.where(Case.id.in_({hit.case_id for hit in hits}))
    return query


def _by_value(wanted: Filter) -> Iterator[Any]:
    for field, values in (
        (Case.state, wanted.states),
        (Case.level_rank, tuple(rank(level) for level in wanted.levels)),
        (Case.department, wanted.departments),
        (Case.channel, wanted.channels),
    ):
        if values:
            yield field.in_(values)
    if wanted.owner:
        yield Case.owner == wanted.owner
    if wanted.open_only:
        yield Case.closed_at == FAR_FUTURE
    if wanted.without_drafts:
        yield Case.state != "DRAFT"


def _by_time(wanted: Filter) -> Iterator[Any]:
    for field, start, end in (
        (Case.next_due_at, wanted.due_from, wanted.due_before),
        (Case.received_at, wanted.received_from, wanted.received_until),
    ):
        if start:
            yield field >= start
        if end:
            yield field < end


def earlier_cases(
    actor: Actor,
    *,
    customer_id: int = 0,
    vehicle_id: int = 0,
    plate_no: str = "",
    vin: str = "",
    phone: str = "",
    limit: int = 20,
) -> list[CaseHead]:
    """Return earlier cases of the same customer, vehicle, plate, VIN or phone, newest first."""
    actor.require("complaint.view")
    same = [
        column == value
        for column, value in (
            (Case.customer_id, customer_id),
            (Case.vehicle_id, vehicle_id),
            (Case.plate_no, plate_no),
            (Case.vin, vin),
            (Case.phone, phone),
        )
        if value
    ]
    if not same:
        return []
    either = same[0]
    for condition in same[1:]:
        either |= condition
    rows = (
        Case.select()
        .where(Case.branch_id == actor.branch_id, alive(Case), either)
        .order_by(Case.received_at.desc())
        .limit(limit)
    )
    return heads(rows, actor.clock())
