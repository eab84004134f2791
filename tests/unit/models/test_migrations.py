"""The migrations make exactly the tables the rooms declare."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

import peewee
import pytest

from models.kernel.db import Record, open_store, proxy
from models.kernel.tables import Plain
from tests.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows


def declared() -> list[type[peewee.Model]]:
    for file in sorted(ROOT.glob("models/**/tables.py")):
        importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    return [table for table in [*below(Record), *below(Plain)] if not table.__subclasses__()]


def below(table: type[peewee.Model]) -> list[type[peewee.Model]]:
    found = table.__subclasses__()
    return [*found, *(deeper for one in found for deeper in below(one))]


def schema(database: peewee.Database) -> dict[tuple[str, str], str]:
    """Return (kind, name) -> SQL of a database, written one way; columns in any order."""
    rows = database.execute_sql("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): one_way(kind, sql or "")
        for kind, name, sql in rows
        if not name.startswith(("sqlite_", "schema_migration"))
    }


def one_way(kind: str, sql: str) -> str:
    flat = re.sub(r"\s+", " ", sql).replace("IF NOT EXISTS ", "")
    if kind != "table":
        return flat
    columns = re.split(r", (?![^(]*\))", flat.partition("(")[2].removesuffix(")"))
    return "; ".join(sorted(columns))


@pytest.fixture
def migrated(tmp_path: Path) -> dict[tuple[str, str], str]:
    store = open_store(tmp_path / "store", create=True)
    try:
        return schema(store.database)
    finally:
        store.close()


def test_the_store_of_a_new_user_is_the_one_the_rooms_declare(migrated):
    fresh = peewee.SqliteDatabase(":memory:")
    tables = declared()
    proxy.initialize(fresh)
    with fresh.bind_ctx(tables):
        fresh.create_tables(tables)
        wanted = schema(fresh)
    assert migrated.keys() == wanted.keys()
    assert {k: v for k, v in migrated.items() if v != wanted[k]} == {}


def test_every_table_of_the_rooms_is_seen(migrated):
    assert len(declared()) == sum(kind == "table" for kind, _name in migrated)
