"""A database file is copied whole, counted, checked, and let go only when nobody uses it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.kernel import db, dbfile
from models.kernel.progress import Cancelled, Progress
from models.kernel.tables import Counter

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows


def test_a_copy_is_whole_while_others_write(store: db.Store, tmp_path: Path) -> None:
    source = store.folder / db.DATABASE_FILE
    with db.writing():
        Counter.insert_many(
            [{"branch_id": 1, "series": f"S{n}", "year": 2026, "last": 1} for n in range(3000)]
        ).execute()
    with closing(sqlite3.connect(source)) as other:

        def write_between(_done: int, _total: int) -> None:
            other.execute("UPDATE counter SET last = last + 1")
            other.commit()

        dbfile.copy_database(source, tmp_path / "copy.db", Progress(write_between))
    facts = dbfile.facts_of(tmp_path / "copy.db")
    assert facts.schema == db.schema_steps()
    assert facts.counts["counter"] == 3000
    assert dbfile.check_integrity(tmp_path / "copy.db") == []


def test_a_cancelled_copy_leaves_nothing(store: db.Store, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    target.mkdir()
    with pytest.raises(Cancelled):
        dbfile.copy_database(
            store.folder / db.DATABASE_FILE, target / "copy.db", Progress(cancelled=lambda: True)
        )
    assert list(target.iterdir()) == []


def test_a_store_in_use_is_not_released(store: db.Store) -> None:
    with pytest.raises(db.peewee.OperationalError, match="locked"):
        dbfile.release(store.folder / db.DATABASE_FILE)
    store.close()
    dbfile.release(store.folder / db.DATABASE_FILE)
    assert not (store.folder / f"{db.DATABASE_FILE}-wal").exists()
