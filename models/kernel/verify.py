"""Whether a store is whole: database, audit chain, attachments and search text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import audit, files, search
from .command import case_of
from .db import DATABASE_FILE, FAR_FUTURE, Record, Store
from .dbfile import check_integrity
from .progress import SILENT, Progress
from .tables import SearchText

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS_A_STEP = 500


class SearchReport(NamedTuple):
    """How many search texts are not there, and how many say what no record says any more."""

    missing: int
    stale: int


class Report(NamedTuple):
    """What the check of a whole store found."""

    integrity: list[str]
    audit: audit.ChainReport
    files: files.FileReport
    search: SearchReport

    @property
    def ok(self) -> bool:
        """Tell whether nothing is damaged; files that no row knows are only left over."""
        damage = (self.integrity, self.audit.broken, self.files.missing, self.files.changed)
        return not any(damage) and not any(self.search)


def verify(store: Store, *, progress: Progress = SILENT) -> Report:
    """Check the open store: every page, audit entry, attachment and search text."""
    return Report(
        check_integrity(store.folder / DATABASE_FILE),
        audit.verify(),
        files.check(progress),
        check_search(),
    )


def check_search() -> SearchReport:
    """Compare the search text with every record that should be found."""
    missing = stale = 0
    for table in searchable_tables():
        for rows in _in_steps(table):
            wanted = {
                (entry["subject_id"], entry["field"], entry["body"])
                for row in rows
                if row.deleted_at == FAR_FUTURE
                for entry in search.texts_of(row, case_of(row))
            }
            kept = _kept(table, [row.id for row in rows])
            missing += len(wanted.difference(kept))
            stale += sum(1 for entry in kept if entry not in wanted)
        stale += _without_record(table)
    return SearchReport(missing, stale)


def searchable_tables() -> list[type[Record]]:
    """Return the tables of all rooms in use that have something to search."""
    known = [*_descendants(Record)]
    return [
        table
        for table in known
        if any(spec.searchable for spec in table.specs) and table.table_exists()  # type: ignore[no-untyped-call]
    ]


def _descendants(table: type[Record]) -> Iterator[type[Record]]:
    for child in table.__subclasses__():
        yield child
        yield from _descendants(child)


def _in_steps(table: type[Record]) -> Iterator[list[Record]]:
    last = 0
    while rows := list(
        table.select().where(table.id > last).order_by(table.id).limit(_ROWS_A_STEP)
    ):
        yield rows
        last = rows[-1].id


def _kept(table: type[Record], ids: list[int]) -> list[tuple[int, str, str | None]]:
    found = SearchText.select().where(
        SearchText.subject == table._meta.table_name, SearchText.subject_id.in_(ids)
    )
    return [
        (row.subject_id, row.field, row.body if row.normaliser == search.NORMALISER else None)
        for row in found
    ]


def _without_record(table: type[Record]) -> int:
    query = SearchText.select().where(
        SearchText.subject == table._meta.table_name,
        SearchText.subject_id.not_in(table.select(table.id)),
    )
    return int(query.count())
