"""A store of an earlier release opens with everything this one needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from peewee import SqliteDatabase
from playhouse.migrations import Runner

import resources
from models.kernel import codes
from models.kernel.codes import values
from models.kernel.db import DATABASE_FILE, MIGRATIONS, open_store
from models.kernel.tables import Code

if TYPE_CHECKING:
    from pathlib import Path

BRANCH = 1


def first_release(folder: Path) -> None:
    """Make the store of the first release with one list of a branch in use."""
    folder.mkdir()
    database = SqliteDatabase(str(folder / DATABASE_FILE))
    Runner(database, directory=str(MIGRATIONS)).up("0001_initial")
    with database.bind_ctx([Code]):
        Code.create(
            branch_id=BRANCH,
            created_at=1,
            created_by="admin",
            list_name="level",
            code="MINOR",
            label="Minor",
            built_in=True,
        )
    database.close()


def test_lists_that_came_later_are_those_a_new_branch_is_seeded_with(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    first_release(folder)
    store = open_store(folder)
    try:
        seeded = json.loads(resources.path("seed/codes.json").read_text(encoding="utf-8"))
        for name in ("yes_no", *(name for name in seeded if name.startswith("sanbao_"))):
            wanted = [(row["code"], row["label"]) for row in seeded[name]]
            assert [(one.code, one.label) for one in values(BRANCH, name)] == wanted, name
        assert "main_part" in codes.known_in(BRANCH)("part_kind")
    finally:
        store.close()


def test_a_store_that_nobody_set_up_yet_gets_no_lists(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    try:
        assert Code.select().count() == 0
    finally:
        store.close()
