"""Fills a store with reckoned cases: big transactions, numbers without gaps, a whole audit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from models.casework.case.tables import Case
from models.dealership.parties.tables import Customer, Ownership, Vehicle
from models.kernel import audit, bulk, search
from models.kernel.numbering import CASE_SERIES
from models.kernel.tables import AuditEntry, AuditValue, Counter, SearchText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.kernel.db import Record

    from .ledger.sheet import Row, Sheet
    from .ledger.world import World

COMMAND = "demo.tell"
_FIRST: tuple[type[Record], ...] = (Customer, Vehicle, Ownership, Case)
"""Tables that others point to."""

_AUDITED = ("case_no", "state", "level", "customer_name", "subject", "owner", "outcome")


class Filling:
    """One batch of cases on its way into the store."""

    def __init__(self, world: World) -> None:
        """Begin an empty batch."""
        self._world = world
        self._rows: dict[type[Record], list[tuple[Any, ...]]] = {table: [] for table in _FIRST}
        self._search: list[tuple[Any, ...]] = []
        self._told: list[Row] = []
        self._search_id = bulk.next_id(SearchText)
        self._bodies: dict[str, str] = {}

    def take(self, sheet: Sheet) -> None:
        """Add the rows of a case."""
        for table, rows in sheet.rows.items():
            kept = self._rows.setdefault(table, [])
            fields = _searchable(table)
            for row in rows:
                row["uid"] = next(self._world.uids)
                if row["id"] is None:
                    row["id"] = self._world.draw_id(table)
                kept.append(tuple(row.values()))
                if fields:
                    self._index(table, row, fields)
        self._told.append(sheet.case)

    def _index(self, table: type[Record], row: Row, fields: tuple[tuple[str, str], ...]) -> None:
        case_id = row["id"] if table is Case else row.get("case_id", 0)
        for name, key in fields:
            text = row[key]
            if not text:
                continue
            self._search.append(
                (
                    self._search_id,
                    row["branch_id"],
                    table._meta.table_name,
                    row["id"],
                    case_id,
                    name,
                    self._normalised(text),
                    search.NORMALISER,
                )
            )
            self._search_id += 1

    def _normalised(self, text: str) -> str:
        found = self._bodies.get(text)
        if found is None:
            found = self._bodies[text] = search.normalised(text)
        return found

    def store(self) -> None:
        """Write the batch in one transaction."""
        with bulk.filling():
            for table, rows in self._rows.items():
                bulk.insert_rows(table, rows)
            bulk.insert_rows(SearchText, self._search)
            _audit(self._world, self._told)
            _keep_numbers(self._world)


@cache
def _searchable(table: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((spec.name, spec.key) for spec in table.specs if spec.searchable)


def _audit(world: World, cases: Iterable[Row]) -> None:
    previous, seq = audit.last_hash(), bulk.next_id(AuditEntry)
    value_id = bulk.next_id(AuditValue)
    entries, values = [], []
    columns = bulk.columns_of(AuditEntry)
    for case in cases:
        kept = {key: (None, case[key]) for key in _AUDITED if case[key]}
        touch = audit.Touch("insert", f"complaint_case:{case['uid']}", case["id"], kept)
        actor = world.actors[case["created_by"]]
        link = audit.chained(actor, COMMAND, case["received_at"], touch, previous)
        entry: Any = link.entry
        previous, entry.seq = entry.hash, seq
        entries.append(tuple(getattr(entry, column) for column in columns))
        for one in link.values:
            told = (one["key"], one["side"], one["salt"], one["value"], one["digest"])
            values.append((value_id, seq, *told))
            value_id += 1
        seq += 1
    bulk.insert_rows(AuditEntry, entries)
    bulk.insert_rows(AuditValue, values)


def _keep_numbers(world: World) -> None:
    for year, last in world.numbers.items():
        where = (
            (Counter.branch_id == world.branch_id)
            & (Counter.series == CASE_SERIES)
            & (Counter.year == year)
        )
        if Counter.update(last=last).where(where).execute() == 0:
            Counter.create(branch_id=world.branch_id, series=CASE_SERIES, year=year, last=last)
