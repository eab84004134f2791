"""A backup is examined before it comes back, and what was there is set aside."""

from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from models.kernel import audit, backup, db, files
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble, Forbidden, NeedsConfirmation
from models.kernel.progress import Cancelled, Progress
from models.kernel.restore import examine, note_restored, restore
from models.kernel.tables import Code
from models.kernel.verify import verify
from tests.stores import PNG, START, may

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.kernel.actor import Actor

pytestmark = pytest.mark.windows


@pytest.fixture
def saved(store: db.Store, actor: Actor, tmp_path: Path) -> Path:
    """A backup of a store with one code and one picture; the store itself is closed."""
    with unit_of_work(actor, "test") as work:
        work.insert(Code, list_name="channel", code="phone", label="电话")
        files.put(work, PNG, "现场.png")
    path = backup.backup(store, tmp_path / "b", now=START).path
    store.close()
    return path


def label_in(folder: Path) -> str:
    opened = db.open_store(folder)
    label = str(Code.get().label)
    opened.close()
    return label


def test_a_backup_can_be_restored_alone(saved: Path, store: db.Store, tmp_path: Path) -> None:
    shutil.rmtree(store.folder)
    info = restore(saved, tmp_path / "new", now=START)
    assert (info.files, info.counts["code"]) == (1, 1)
    opened = db.open_store(tmp_path / "new")
    assert verify(opened).ok
    assert files.open_bytes(files.hash_of(next((tmp_path / "new").glob("files/*/*")))) == PNG
    opened.close()


def test_a_daily_backup_can_be_restored_alone(saved: Path, store: db.Store, tmp_path: Path) -> None:
    opened = db.open_store(store.folder)
    day = backup.daily(opened, START)
    assert day is not None
    moved = shutil.move(day.path, tmp_path / "usb")
    opened.close()
    shutil.rmtree(store.folder)
    restore(moved, tmp_path / "new", now=START)
    assert label_in(tmp_path / "new") == "电话"


def test_an_existing_store_is_replaced_only_on_demand(
    saved: Path, store: db.Store, actor: Actor
) -> None:
    opened = db.open_store(store.folder)
    with unit_of_work(actor, "test") as work:
        work.change(Code.get(), {"label": "后来"})
    opened.close()
    with pytest.raises(NeedsConfirmation, match="set aside"):
        restore(saved, store.folder, now=START)
    assert label_in(store.folder) == "后来"
    restore(saved, store.folder, now=START, replace=True)
    assert label_in(store.folder) == "电话"
    aside = store.folder / "replaced" / "2026-08-01_090000"
    assert label_in(aside) == "后来"


def test_a_store_in_use_is_not_replaced(saved: Path, store: db.Store) -> None:
    opened = db.open_store(store.folder)
    with pytest.raises(EnvironmentTrouble, match="Another program is using"):
        restore(saved, store.folder, now=START, replace=True)
    assert Code.get().label == "电话"
    opened.close()


def test_a_damaged_store_can_be_replaced(saved: Path, store: db.Store) -> None:
    (store.folder / db.DATABASE_FILE).write_bytes(b"no database at all" * 100)
    restore(saved, store.folder, now=START, replace=True)
    assert label_in(store.folder) == "电话"


def rewritten(saved: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(saved) as content:
        entries = {name: content.read(name) for name in content.namelist()}
    change(entries)
    with zipfile.ZipFile(saved, "w") as content:
        for name, data in entries.items():
            content.writestr(name, data)


def spoil_picture(entries: dict[str, bytes]) -> None:
    name = next(name for name in entries if name.startswith("files/"))
    entries[name] = b"other"


def drop_database(entries: dict[str, bytes]) -> None:
    del entries["kesutong.db"]


def manifest_with(key: str, value: object) -> Callable[[dict[str, bytes]], None]:
    def change(entries: dict[str, bytes]) -> None:
        manifest = json.loads(entries["manifest.json"])
        entries["manifest.json"] = json.dumps(manifest | {key: value}).encode()

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (spoil_picture, "1 of its parts do not fit, the first is files/"),
        (drop_database, "the first is kesutong.db"),
        (dict.clear, "is no backup of this program"),
        (manifest_with("program", "other"), "is no backup of this program"),
        (manifest_with("files", ["../../outside"]), "is no backup of this program"),
        (manifest_with("schema", ["0001_initial", "9999_later"]), "newer version"),
    ],
)
def test_a_bad_backup_is_refused_before_anything_is_touched(
    saved: Path,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], None],
    sentence: str,
) -> None:
    rewritten(saved, change)
    with pytest.raises(EnvironmentTrouble, match=sentence):
        restore(saved, tmp_path / "new", now=START)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_another_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.ksbak").write_bytes(content)
    with pytest.raises(EnvironmentTrouble, match="is no backup of this program"):
        examine(tmp_path / "b.ksbak")


def test_half_a_backup_is_no_backup(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    with pytest.raises(EnvironmentTrouble, match="is no backup of this program"):
        examine(saved)


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="There is no backup at"):
        examine(tmp_path / "none.ksbak")


def test_a_cancelled_restore_leaves_the_store(saved: Path, store: db.Store) -> None:
    stop = Progress(cancelled=lambda: True)
    with pytest.raises(Cancelled):
        restore(saved, store.folder, now=START, replace=True, progress=stop)
    assert label_in(store.folder) == "电话"
    assert list(store.folder.glob("*.part")) == []


def test_who_restored_is_recorded(saved: Path, store: db.Store, actor: Actor) -> None:
    info = restore(saved, store.folder, now=START, replace=True)
    opened = db.open_store(store.folder)
    with pytest.raises(Forbidden):
        note_restored(actor, info)
    note_restored(may(actor, "store.restore"), info)
    assert audit.history(0)[0].command == "store.restore"
    assert audit.verify().broken == []
    opened.close()
