"""The store opens safely, keeps money and time exact, and gives every record its frame."""

from __future__ import annotations

import ctypes
import sqlite3
import sys
import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.kernel import db, dbfile, network
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble
from models.kernel.tables import Code, Counter, Draft

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor

pytestmark = pytest.mark.windows


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
    ],
)
def test_a_store_is_opened_safely(store: db.Store, pragma: str, value: object) -> None:
    assert store.database.execute_sql(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="There is no store in") as trouble:
        db.open_store(tmp_path / "nowhere")
    assert trouble.value.message.values["folder"] == str(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_store_opens_by_address_too(store: db.Store) -> None:
    address = store.folder.as_uri().replace("file:", "sqlite:", 1)
    assert db.open_store(address).folder == store.folder


def test_a_store_waits_for_the_program_that_is_creating_it(
    store: db.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    file = store.folder / db.DATABASE_FILE
    dbfile.release(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(db.time, "sleep", lambda _seconds: other.execute("ROLLBACK"))
        again = db.open_store(store.folder)
    assert again.database.pragma("journal_mode") == "wal"
    again.close()


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(EnvironmentTrouble, match="not a store this edition can open"):
        db.open_store("postgresql://server/kesutong")


@pytest.mark.parametrize("system", ["nfs4", "cifs", "9p"])
def test_a_network_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        monkeypatch.setattr(kernel, "GetDriveTypeW", lambda _drive: network._WINDOWS_REMOTE_DRIVE)
    else:
        monkeypatch.setattr(network, "_mounted_file_system", lambda _folder: system)
    with pytest.raises(EnvironmentTrouble, match="on a network drive"):
        db.open_store(tmp_path / "store", create=True)
    assert not (tmp_path / "store").exists()


def test_a_network_share_is_refused_by_its_name() -> None:
    with pytest.raises(EnvironmentTrouble, match="on a network drive"):
        db.open_store("//server/share/store", create=True)


def test_a_store_of_a_newer_version_is_left_alone(store: db.Store) -> None:
    store.database.execute_sql(
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
    )
    store.close()
    with pytest.raises(EnvironmentTrouble, match="newer version"):
        db.open_store(store.folder)


def test_opening_twice_changes_nothing(store: db.Store) -> None:
    before = store.database.get_tables()
    store.close()
    assert db.open_store(store.folder).database.get_tables() == before


@pytest.mark.parametrize("wrong", [0.1, 100.0, "100", True])
def test_money_and_time_take_nothing_but_whole_numbers(store: db.Store, wrong: object) -> None:
    draft = {"branch_id": 1, "owner": "a", "form": "f", "content": "{}"}
    with pytest.raises(TypeError, match="takes an int"):
        Draft.create(**draft, at=wrong)
    assert Draft.select().count() == 0


def test_an_id_sorts_by_the_time_of_its_making(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = []
    for moment in (1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000):
        monkeypatch.setattr(db.time, "time_ns", lambda moment=moment: moment * 1_000_000)
        ids.append(db.new_uid())
    assert ids == sorted(ids)
    parsed = uuid.UUID(ids[0])
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == 1_700_000_000_000


def test_a_new_record_is_alive_and_first(store: db.Store, actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        row = work.insert(Code, list_name="channel", code="phone", label="Phone")
    assert (row.version, row.deleted_at, row.branch_id) == (1, db.FAR_FUTURE, actor.branch_id)
    assert (row.created_at, row.created_by) == (work.now, "chenjie")
    assert Code.select().where(db.alive(Code)).count() == 1


def test_a_bug_is_not_dressed_up_as_trouble(store: db.Store) -> None:
    def draw_twice() -> None:
        with db.writing():
            for _ in range(2):
                Counter.create(branch_id=1, series="KS", year=2026, last=1)

    with pytest.raises(db.peewee.IntegrityError):
        draw_twice()
    assert Counter.select().count() == 0
