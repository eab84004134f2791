"""What database is under the open store: what the self-check of an installed program tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .db import Store


class Engine(NamedTuple):
    """The version of SQLite, how it keeps its log, whether it can index full texts."""

    version: str
    journal: str
    full_text: bool


def engine_of(store: Store) -> Engine:
    """Ask the database of a store what it is."""
    question = (
        "SELECT sqlite_version(), journal_mode, sqlite_compileoption_used('ENABLE_FTS5') "
        "FROM pragma_journal_mode"
    )
    version, journal, full_text = store.database.execute_sql(question).fetchone()  # type: ignore[no-untyped-call]
    return Engine(str(version), str(journal), bool(full_text))
