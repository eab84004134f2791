"""Units of work over many records: stored in a few large statements, or only tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import bulk
from .command import Values, Work, stale

if TYPE_CHECKING:
    from .actor import Actor
    from .changes import Change
    from .db import Record


class ManyWork(Work):
    """What is inserted and changed is stored at the end; until then queries do not see it."""

    def __init__(self, actor: Actor, command: str) -> None:
        """Begin with nothing to store."""
        super().__init__(actor, command)
        self._new: dict[type[Record], list[Record]] = {}
        self._next: dict[type[Record], int] = {}
        self._changed: dict[tuple[str, int], tuple[Record, int, set[str]]] = {}

    def _create(self, table: type[Record], **values: Any) -> Record:
        number = self._next.get(table) or bulk.next_id(table)
        self._next[table] = number + 1
        row = table(id=number, **values)
        self._new.setdefault(table, []).append(row)
        return row

    def _write(self, row: Record, values: Values) -> None:
        key = (row._meta.table_name, row.id)
        _, _, keys = self._changed.setdefault(key, (row, row.version, set()))
        keys.update(values)
        row.__data__.update(values)
        row.version += 1

    def finish(self) -> list[Change]:
        """Store what is new, then what changed, then audit and search text."""
        for table, rows in self._new.items():
            bulk.insert_models(table, rows)
        fresh = {
            (table._meta.table_name, row.id) for table, rows in self._new.items() for row in rows
        }
        for key, (row, seen, keys) in self._changed.items():
            if key not in fresh and not bulk.update_row(row, seen, keys):
                raise stale()
        return super().finish()


class TrialWork(Work):
    """Nothing is stored: what is inserted and changed is seen by whoever holds the row."""

    def __init__(self, actor: Actor, command: str) -> None:
        """Begin with numbers that no stored record has."""
        super().__init__(actor, command)
        self._next = -1

    def _create(self, table: type[Record], **values: Any) -> Record:
        self._next -= 1
        return table(id=self._next, **values)

    def _write(self, row: Record, values: Values) -> None:
        row.__data__.update(values)

    def _note(self, row: Record, action: str, values: dict[str, tuple[Any, Any]]) -> None:
        """Nobody is told of what is only tried."""
