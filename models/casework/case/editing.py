"""Writing inside a case: who may, in which states, and rows numbered within it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from models.kernel.checked import shown
from models.kernel.command import (
    COMMANDS,
    Command,
    Values,
    Work,
    checked_with_rows,
    unit_of_work,
)
from models.kernel.db import alive
from models.kernel.errors import NotPossible
from models.kernel.fields.amounts import WHOLE_LIMIT
from resources.texts import Message

from .fields import LOCKED, STATES
from .tables import Case, CaseRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from models.kernel.actor import Actor
    from models.kernel.fields import FieldSpec

R = TypeVar("R")
CaseRef = str | int
EVERY_STATE = frozenset(STATES)


def case_command(
    name: str,
    *,
    permission: str,
    specs: Sequence[FieldSpec] = (),
    editable_in: Collection[str] = EVERY_STATE,
    partial: bool = False,
    while_restricted: bool = False,
    lists: Mapping[str, Sequence[FieldSpec]] | None = None,
) -> Callable[[Callable[[Work, Case, Values], R]], Callable[[Actor, CaseRef, Values], R]]:
    """Register a write inside a case: its body gets the case and the checked values.

    The caller names the case by number or id. Refuses with :class:`NotPossible` when the case is
    not there, in a state outside ``editable_in``, or restricted.
    """
    allowed = frozenset(editable_in)

    def register(body: Callable[[Work, Case, Values], R]) -> Callable[[Actor, CaseRef, Values], R]:
        @wraps(body)
        def run(actor: Actor, case: CaseRef, values: Values) -> R:
            with unit_of_work(actor, name, permission) as work:
                row = load_case(actor, case)
                if not while_restricted:
                    require_editable(row, allowed)
                clean = checked_with_rows(work, specs, lists or {}, values, partial=partial)
                return body(work, row, clean)

        COMMANDS[name] = Command(
            name, permission, tuple(specs), True, allowed, run, partial, lists or {}
        )
        return run

    return register


def load_case(actor: Actor, case: CaseRef) -> Case:
    """Return the case of the actor's branch with this number or id."""
    row = None
    if _can_name_a_case(case):
        named = Case.id == case if isinstance(case, int) else Case.case_no == case.strip().upper()
        row = Case.get_or_none(named, Case.branch_id == actor.branch_id, alive(Case))
    if row is None:
        raise NotPossible(
            Message("case", "There is no case {case_no}. Check the number.", case_no=shown(case))
        )
    return row


def _can_name_a_case(case: CaseRef) -> bool:
    """Tell whether a store can be asked for this number or id at all."""
    if isinstance(case, str):
        return case.isprintable()
    whole = isinstance(case, int) and not isinstance(case, bool)
    return whole and 0 < case <= WHOLE_LIMIT


def require_editable(case: Case, allowed: Collection[str]) -> None:
    """Refuse when the state or a restriction locks this part of the case."""
    reason = locked_reason(case.state, case.hold, allowed)
    if reason is not None:
        raise NotPossible(reason)


def locked_reason(state: str, hold: str, allowed: Collection[str]) -> Message | None:
    """Return why a part that is editable in ``allowed`` is locked, or None when it is open."""
    if hold == "restricted":
        return Message(
            "case", "The case is restricted: its data may only be kept. Lift the restriction first."
        )
    if state in allowed and (state not in LOCKED or allowed == EVERY_STATE):
        return None
    return Message(
        "case",
        "This part cannot be changed while the case is in the state “{state}”.",
        state=Message("case", f"state {state}"),
    )


def add_row(work: Work, case: Case, table: type[CaseRecord], values: Values) -> Any:
    """Insert a row with the next number of its table in the case."""
    last = (
        table.select(table.no).where(table.case == case).order_by(table.no.desc()).limit(1).scalar()
    )
    columns = {k: v for k, v in values.items() if k in table._meta.fields}
    return work.insert(table, **(columns | {"case": case.id, "no": (last or 0) + 1}))


def row_of(case: Case, table: type[CaseRecord], values: Values) -> Any:
    """Return the row that ``values`` name by ``no``; refuse when it is not there."""
    no = values.get("no")
    row = table.get_or_none(table.case == case, table.no == no, alive(table))
    if row is None:
        raise NotPossible(
            Message("case", "Number {no} is not on this list of the case.", no=str(no))
        )
    return row


def change_row(work: Work, case: Case, table: type[CaseRecord], values: Values) -> Any:
    """Change the row that ``values`` name by ``no``, refusing a stale ``version``."""
    row = row_of(case, table, values)
    columns = {k: v for k, v in values.items() if k not in {"no", "version", "confirmed"}}
    work.change(row, columns, values.get("version"))
    return row


def remove_row(work: Work, case: Case, table: type[CaseRecord], values: Values) -> Any:
    """Put the row that ``values`` name by ``no`` out of sight."""
    row = row_of(case, table, values)
    work.remove(row)
    return row


def rows_of(table: type[CaseRecord], case_id: int) -> list[dict[str, Any]]:
    """Return the rows of a case as plain dicts of column values, in their order."""
    query = table.select().where(table.case == case_id, alive(table)).order_by(table.no)
    return cast("list[dict[str, Any]]", list(query.dicts()))
