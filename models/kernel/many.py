"""A unit of work over many records: kept in memory, stored in a few large statements."""

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
