"""A full, read-only, damaged or busy disk ends in a sentence, and nothing stored is lost."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import peewee
import pytest

from models.kernel import backup, db, dbfile, drafts, files, trouble
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble, Invalid
from models.kernel.tables import Code, StoredFile
from resources.texts import Texts
from tests.project_files import ROOT
from tests.stores import PNG, START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.actor import Actor

pytestmark = pytest.mark.windows

NOBODY = 65_534
by_modes = pytest.mark.skipif(
    os.name == "nt", reason="Windows guards a folder by its list of rights"
)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, outside the private folder of the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def without_rights() -> Iterator[None]:
    """Act as a user without rights, whoever runs the tests."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
        yield
        os.seteuid(0)
    else:
        yield


def add(actor: Actor, code: str) -> None:
    with unit_of_work(actor, "test") as work:
        work.insert(Code, list_name="channel", code=code, label=code)


@by_modes
@pytest.mark.usefixtures("without_rights")
def test_a_store_cannot_be_made_in_a_read_only_folder(open_folder: Path) -> None:
    open_folder_is_read_only(open_folder)
    with pytest.raises(EnvironmentTrouble, match="Ask for the right to read and write"):
        db.open_store(open_folder / "store", create=True)


def open_folder_is_read_only(folder: Path) -> None:
    if folder.stat().st_uid == os.geteuid():
        folder.chmod(0o555)


@by_modes
def test_a_store_in_a_read_only_folder_is_not_opened(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    db.open_store(open_folder, create=True).close()
    for file in open_folder.iterdir():
        file.chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("without_rights")
    with pytest.raises(EnvironmentTrouble, match="Ask for the right"):
        db.open_store(open_folder)


def test_a_file_that_may_not_be_read_is_named(
    store: db.Store, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "现场.png"
    source.write_bytes(PNG)

    really_open = Path.open

    def refuse(path: Path, *modes: str) -> object:
        if path == source:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really_open(path, *modes)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Invalid, match="cannot be read"), unit_of_work(actor, "t") as work:
        files.put(work, source)


def test_a_damaged_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / db.DATABASE_FILE).write_bytes(b"this is no database" * 100)
    with pytest.raises(EnvironmentTrouble, match="damaged or not a store"):
        db.open_store(tmp_path)


def test_a_store_whose_pages_are_damaged_says_so(store: db.Store, actor: Actor) -> None:
    for number in range(50):
        add(actor, f"c{number}")
    store.close()
    file = store.folder / db.DATABASE_FILE
    dbfile.release(file)
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)
    assert dbfile.check_integrity(file)
    with pytest.raises(EnvironmentTrouble, match="Restore the newest backup"):
        db.open_store(store.folder)


def test_a_full_disk_loses_nothing(store: db.Store, actor: Actor) -> None:
    add(actor, "before")
    pages = store.database.execute_sql("PRAGMA page_count").fetchone()[0]
    store.database.execute_sql(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with unit_of_work(actor, "test") as work:
            for number in range(2000):
                work.insert(Code, list_name="channel", code=f"c{number}", label="字" * 100)

    with pytest.raises(EnvironmentTrouble, match="is full"):
        fill()
    with pytest.raises(EnvironmentTrouble, match="is full"):
        drafts.save(actor, "intake", {"story": "字" * 100_000})
    store.database.execute_sql("PRAGMA max_page_count = 1000000")
    assert [code.code for code in Code.select()] == ["before"]
    add(actor, "after")
    assert Code.select().count() == 2


def full(*_args: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_too_full_for_an_attachment_keeps_no_half(
    store: db.Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "fsync", full)
    with (
        pytest.raises(EnvironmentTrouble, match="is full"),
        unit_of_work(actor, "test") as work,
    ):
        files.put(work, PNG, "现场.png")
    monkeypatch.undo()
    assert StoredFile.select().count() == 0
    assert files.check() == files.FileReport([], [], [])


def test_a_disk_too_full_for_a_backup_keeps_the_old_one(
    store: db.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.backup(store, tmp_path / "b", now=START).path
    before = made.read_bytes()
    monkeypatch.setattr(backup, "sync_file", full)
    with pytest.raises(EnvironmentTrouble, match="is full"):
        backup.backup(store, tmp_path / "b", now=START)
    with pytest.raises(EnvironmentTrouble, match="is full"):
        backup.daily(store, START)
    assert made.read_bytes() == before
    assert backup.days(store) == []
    assert not list((store.folder / "backups").iterdir())


def test_a_store_that_stays_locked_is_reported(store: db.Store, actor: Actor) -> None:
    store.database.execute_sql("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(store.folder / db.DATABASE_FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentTrouble, match="Another program is using the store"):
            add(actor, "c")
        other.execute("ROLLBACK")
    add(actor, "c")
    assert Code.select().count() == 1


@pytest.mark.parametrize("sign", [sign for sign, _ in trouble._KNOWN_TROUBLE])
def test_every_trouble_has_a_chinese_sentence(sign: str, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble) as found, trouble.trouble_as_sentences(tmp_path):
        raise peewee.OperationalError(sign)
    said = Texts("zh_CN").say(found.value.message)
    assert str(tmp_path) in said
    assert "。" in said


OPENER = """
import sys
from models.kernel import db
print(0, flush=True)
sys.stdin.read()
db.open_store(sys.argv[1], create=True).close()
"""


def test_several_programs_may_create_a_store_at_once(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(tmp_path / "store")],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(4)
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "0\n"
    for process in running:
        assert process.stdin
        process.stdin.close()
    assert [process.wait() for process in running] == [0] * 4
    facts = dbfile.facts_of(tmp_path / "store" / db.DATABASE_FILE)
    assert facts.schema == db.schema_steps()
