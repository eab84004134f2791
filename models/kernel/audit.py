"""Who changed what: a hash chain over every command, with values that can be erased."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, NamedTuple

from .bulk import insert_models, insert_rows, next_id
from .tables import AuditEntry, AuditValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .actor import Actor

GENESIS = "0" * 64
OLD, NEW = "old", "new"
_VALUE_COLUMNS = ("entry_id", "key", "side", "salt", "value", "digest")


class Touch(NamedTuple):
    """One record as a command left it: action, subject, case and {key: (old, new)}."""

    action: str
    subject: str
    case_id: int
    values: Mapping[str, tuple[object, object]]


class HistoryEntry(NamedTuple):
    """One line of a case's history; ``values`` maps a key to its old and new text."""

    seq: int
    at: int
    actor: str
    recorded_by: str
    medium: str
    command: str
    action: str
    subject: str
    values: dict[str, tuple[str | None, str | None]]


class ChainReport(NamedTuple):
    """How many entries were checked and the sequence numbers that do not fit."""

    rows: int
    broken: list[int]


class Link(NamedTuple):
    """One entry of the chain, ready to be stored, with the rows of its values."""

    entry: AuditEntry
    values: list[dict[str, str]]


def append(actor: Actor, command: str, at: int, touches: list[Touch]) -> None:
    """Write one entry per touch behind the last one; call inside the unit of work."""
    previous, number = last_hash(), next_id(AuditEntry)
    entries, values = [], []
    for seq, touch in enumerate(touches, number):
        entry, own = chained(actor, command, at, touch, previous)
        previous, entry.seq = entry.hash, seq
        entries.append(entry)
        values += [(seq, *value.values()) for value in own]
    insert_models(AuditEntry, entries)
    insert_rows(AuditValue, values, _VALUE_COLUMNS)


def last_hash() -> str:
    """Return the hash that the next entry has to be chained to."""
    last = AuditEntry.select(AuditEntry.hash).order_by(AuditEntry.seq.desc()).scalar()
    return last or GENESIS


def chained(actor: Actor, command: str, at: int, touch: Touch, previous: str) -> Link:
    """Return the entry of one touch behind ``previous``; its number is given when stored."""
    values = [_salted(*value) for value in _sides(touch.values)]
    entry = AuditEntry(
        branch_id=actor.branch_id,
        actor=actor.login,
        recorded_by=actor.typed_by,
        medium=actor.medium,
        at=at,
        command=command,
        action=touch.action,
        subject=touch.subject,
        case_id=touch.case_id,
        previous_hash=previous,
        hash="",
    )
    entry.hash = _digest(entry, [value["digest"] for value in values])
    return Link(entry, values)


def _sides(values: Mapping[str, tuple[object, object]]) -> Iterator[tuple[str, str, object]]:
    for key, (old, new) in values.items():
        if old is not None:
            yield key, OLD, old
        if new is not None:
            yield key, NEW, new


def _salted(key: str, side: str, value: object) -> dict[str, str]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    salt = secrets.token_hex(16)
    digest = _value_digest(salt, text)
    return {"key": key, "side": side, "salt": salt, "value": text, "digest": digest}


def _value_digest(salt: str, text: str) -> str:
    return hashlib.sha256((salt + text).encode()).hexdigest()


def _digest(entry: AuditEntry, digests: list[str]) -> str:
    content = [
        entry.previous_hash,
        entry.branch_id,
        entry.actor,
        entry.recorded_by,
        entry.medium,
        entry.at,
        entry.command,
        entry.action,
        entry.subject,
        entry.case_id,
        digests,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def erase(subject: str, keys: set[str]) -> int:
    """Erase the stored values of ``keys`` of a record; the chain keeps holding."""
    entries = AuditEntry.select(AuditEntry.seq).where(AuditEntry.subject == subject)
    update = AuditValue.update(value=None, salt="").where(
        AuditValue.entry.in_(entries), AuditValue.key.in_(keys)
    )
    return int(update.execute())


def history(case_id: int, *, limit: int = 500) -> list[HistoryEntry]:
    """Return the newest entries of a case, newest first, with their values."""
    entries = list(
        AuditEntry.select()
        .where(AuditEntry.case_id == case_id)
        .order_by(AuditEntry.seq.desc())
        .limit(limit)
    )
    values: dict[int, dict[str, tuple[str | None, str | None]]] = {}
    for row in AuditValue.select().where(AuditValue.entry.in_([e.seq for e in entries])):
        of_entry = values.setdefault(row.entry_id, {})
        old, new = of_entry.get(row.key, (None, None))
        of_entry[row.key] = (row.value, new) if row.side == OLD else (old, row.value)
    return [
        HistoryEntry(
            e.seq,
            e.at,
            e.actor,
            e.recorded_by,
            e.medium,
            e.command,
            e.action,
            e.subject,
            values.get(e.seq, {}),
        )
        for e in entries
    ]


def verify() -> ChainReport:
    """Recompute the whole chain and every value that was not erased.

    Entries cut off at the end leave no trace in a chain; a backup made later than they shows them.
    """
    broken: list[int] = []
    previous = GENESIS
    rows = 0
    for entry, values in _entries_with_values():
        rows += 1
        whole = all(
            value.value is None or _value_digest(value.salt, value.value) == value.digest
            for value in values
        )
        fits = entry.previous_hash == previous and whole
        if not fits or entry.hash != _digest(entry, [value.digest for value in values]):
            broken.append(entry.seq)
        previous = entry.hash
    return ChainReport(rows, broken)


def _entries_with_values() -> Iterator[tuple[AuditEntry, list[AuditValue]]]:
    values = iter(AuditValue.select().order_by(AuditValue.entry, AuditValue.id).iterator())
    waiting = next(values, None)
    for entry in AuditEntry.select().order_by(AuditEntry.seq).iterator():
        own: list[AuditValue] = []
        while waiting is not None and waiting.entry_id <= entry.seq:
            if waiting.entry_id == entry.seq:
                own.append(waiting)
            waiting = next(values, None)
        yield entry, own
