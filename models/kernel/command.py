"""The unit of work: permission, clock, one transaction, then audit, search and changes."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from peewee import ForeignKeyField

from resources.texts import Message

from . import audit, codes, search
from .changes import Change, announce
from .db import FAR_FUTURE, Record, writing
from .errors import Invalid, NeedsConfirmation, Stale
from .fields.validation import validate
from .given import CONTROL_KEYS, control_of, rows_given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .actor import Actor
    from .fields import FieldSpec

Values = dict[str, Any]
R = TypeVar("R")

INSERT, CHANGE, REMOVE = "insert", "change", "remove"
_UNAUDITED = frozenset({"id", "uid", "branch_id", "version", "created_at", "created_by"})


class Done(NamedTuple):
    """What a command answers: where its record is now."""

    case_no: str = ""
    no: int = 0
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """One registered write: what scripts, the permission matrix and the window know of it."""

    name: str
    permission: str
    specs: tuple[FieldSpec, ...]
    on_case: bool
    editable_in: frozenset[str]
    run: Callable[..., Any]
    partial: bool = False
    lists: Mapping[str, Sequence[FieldSpec]] = field(default_factory=dict)


COMMANDS: dict[str, Command] = {}


class Work:
    """One transaction of one actor; the rooms write their records only through it."""

    def __init__(self, actor: Actor, command: str) -> None:
        """Begin for ``actor``, at the actor's clock."""
        self.actor = actor
        self.command = command
        self.now = actor.clock()
        self._touches: dict[tuple[str, int], audit.Touch] = {}
        self._rows: dict[tuple[str, int], Record] = {}
        self._failed: BaseException | None = None

    def insert(self, table: type[Record], **values: Any) -> Any:
        """Store a new record of ``table`` and return its row; its version is the first one."""
        values.pop("version", None)
        row = self._create(
            table,
            branch_id=self.actor.branch_id,
            created_at=self.now,
            created_by=self.actor.login,
            **values,
        )
        kept = {k: (None, v) for k, v in _columns(row).items() if v not in ("", None)}
        self._note(row, INSERT, kept)
        return row

    def _create(self, table: type[Record], **values: Any) -> Record:
        return table.create(**values)

    def change(self, row: Record, values: Values, version: int | None = None) -> bool:
        """Store changed columns; refuse with :class:`Stale` when somebody was faster.

        ``version`` is what the user saw; without it the row as loaded counts. Returns False when
        nothing differs.
        """
        if version is not None and version != row.version:
            raise stale()
        columns = {k: v for k, v in values.items() if k in row._meta.fields and k not in _UNAUDITED}
        old = {k: getattr(row, _attribute(row, k)) for k in columns}
        differing = {k: v for k, v in columns.items() if old[k] != v}
        if not differing:
            return False
        self._write(row, differing)
        self._note(row, CHANGE, {k: (old[k], v) for k, v in differing.items()})
        return True

    def _write(self, row: Record, values: Values) -> None:
        table = type(row)
        update = table.update(version=row.version + 1, **values)
        hit = update.where(table.id == row.id, table.version == row.version).execute()
        if hit != 1:
            raise stale()
        for key, value in values.items():
            setattr(row, _attribute(row, key), value)
        row.version += 1

    def remove(self, row: Record) -> None:
        """Put a record out of sight; its values stay in the audit."""
        gone = {k: (v, None) for k, v in _columns(row).items() if v not in ("", None)}
        self._write(row, {"deleted_at": self.now})
        self._note(row, REMOVE, gone)

    def note(self, subject: str, values: Values, case_id: int = 0) -> None:
        """Audit something that is no record: a log-in, a print, a look at personal data."""
        touch = audit.Touch("note", subject, case_id, {k: (None, v) for k, v in values.items()})
        self._touches[subject, -len(self._touches)] = touch

    def _note(self, row: Record, action: str, values: dict[str, tuple[Any, Any]]) -> None:
        key = (row._meta.table_name, row.id)
        self._rows[key] = row
        earlier = self._touches.get(key)
        if earlier is not None:
            action = earlier.action if action == CHANGE else action
            values = {k: (earlier.values.get(k, v)[0], v[1]) for k, v in values.items()}
            values = {**earlier.values, **values}
        subject = f"{row._meta.table_name}:{row.uid}"
        self._touches[key] = audit.Touch(action, subject, case_of(row), values)

    def fail(self, problem: BaseException) -> None:
        """Remember that an inner command broke off: its half must not be committed."""
        self._failed = self._failed or problem

    def finish(self) -> list[Change]:
        """Write audit and search text; return what was touched."""
        if self._failed is not None:
            raise self._failed
        audit.append(self.actor, self.command, self.now, list(self._touches.values()))
        search.index((row, case_of(row)) for row in self._rows.values())
        return [
            Change(table, id_, case_of(row), self._touches[table, id_].action)
            for (table, id_), row in self._rows.items()
        ]


def stale() -> Stale:
    """Return the refusal of a change to what somebody else changed meanwhile."""
    return Stale(
        Message(
            "kernel",
            "Somebody else changed this record meanwhile. Look at the new values, then save again.",
        )
    )


def case_of(row: Record) -> int:
    """Return the id of the case a record belongs to, 0 when it belongs to none."""
    if row._meta.table_name == "complaint_case":
        return int(row.id)
    return int(getattr(row, "case_id", 0) or 0)


def _attribute(row: Record, key: str) -> str:
    field = row._meta.fields[key]
    return str(field.object_id_name) if isinstance(field, ForeignKeyField) else key


def _columns(row: Record) -> Values:
    values = {k: getattr(row, _attribute(row, k)) for k in row._meta.fields}
    hidden = {"deleted_at"} if row.deleted_at == FAR_FUTURE else set()
    return {k: v for k, v in values.items() if k not in _UNAUDITED | hidden}


_current: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def unit_of_work(
    actor: Actor, command: str, permission: str = "", kind: type[Work] = Work
) -> Iterator[Work]:
    """Open a transaction for ``actor``, or join the one that is open.

    The permission counts for the outermost command: a step that the actor may take carries the
    inner writes of its rooms with it. When an inner command fails, the outer one cannot commit,
    even if it went on: a half-done step is never stored. ``kind`` is how the work is stored.
    """
    outer = _current.get()
    if outer is not None:
        try:
            yield outer
        except BaseException as problem:
            outer.fail(problem)
            raise
        return
    if permission:
        actor.require(permission)
    work = kind(actor, command)
    token = _current.set(work)
    try:
        with writing():
            yield work
            changes = work.finish()
    finally:
        _current.reset(token)
    announce(changes)


def command(
    name: str,
    *,
    permission: str,
    specs: Sequence[FieldSpec] = (),
    partial: bool = False,
    lists: Mapping[str, Sequence[FieldSpec]] | None = None,
) -> Callable[[Callable[[Work, Values], R]], Callable[[Actor, Values], R]]:
    """Register a write outside cases; its body gets the checked values.

    ``lists`` names keys that carry rows, each checked by its own fields.
    """

    def register(body: Callable[[Work, Values], R]) -> Callable[[Actor, Values], R]:
        @wraps(body)
        def run(actor: Actor, values: Values) -> R:
            with unit_of_work(actor, name, permission) as work:
                clean = checked_with_rows(work, specs, lists or {}, values, partial=partial)
                return body(work, clean)

        COMMANDS[name] = Command(
            name, permission, tuple(specs), False, frozenset(), run, partial, lists or {}
        )
        return run

    return register


def checked_with_rows(
    work: Work,
    specs: Sequence[FieldSpec],
    lists: Mapping[str, Sequence[FieldSpec]],
    values: Values,
    *,
    partial: bool = False,
) -> Values:
    """Return the stored forms of plain values and rows; refuse with every problem of both."""
    problems: dict[str, Message] = {}

    def tried(part: Sequence[FieldSpec], typed: Values, *, some: bool) -> Values:
        try:
            return checked(work, part, typed, partial=some)
        except Invalid as refusal:
            problems.update(refusal.problems)
            return {}

    plain = {key: value for key, value in values.items() if key not in lists}
    clean = tried(specs, plain, some=partial)
    rows = {
        key: [tried(row_specs, row, some=False) for row in rows_given(values, key)]
        for key, row_specs in lists.items()
    }
    if problems:
        raise Invalid(problems)
    return clean | rows


def checked(
    work: Work, specs: Sequence[FieldSpec], values: Values, *, partial: bool = False
) -> Values:
    """Return the stored forms of what was typed, control keys (no, version, confirmed) kept."""
    typed = {k: v for k, v in values.items() if k not in CONTROL_KEYS}
    known = codes.known_in(work.actor.branch_id)
    return validate(specs, typed, now=work.now, partial=partial, known_codes=known) | control_of(
        values
    )


def confirm(values: Values, message: Message) -> None:
    """Ask for a yes: refuse with :class:`NeedsConfirmation` until ``confirmed`` is set."""
    if not values.get("confirmed"):
        raise NeedsConfirmation(message)
