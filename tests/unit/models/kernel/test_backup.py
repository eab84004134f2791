"""A backup is complete or absent, one a day, and its age is known."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from models.kernel import audit, backup, db, files
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble, Forbidden
from models.kernel.progress import Cancelled, Progress
from models.kernel.tables import Code
from models.kernel.zone import moment_of
from tests.stores import PNG, START, may

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor
    from tests.stores import Clock

pytestmark = pytest.mark.windows

HOUR = 3_600_000


@pytest.fixture
def filled(store: db.Store, actor: Actor) -> db.Store:
    with unit_of_work(actor, "test") as work:
        work.insert(Code, list_name="channel", code="phone", label="电话")
        files.put(work, PNG, "现场.png")
    return store


def inside(folder: Path) -> list[str]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in found)


def test_one_file_holds_everything(filled: db.Store, tmp_path: Path) -> None:
    info = backup.backup(filled, tmp_path / "今天", now=START)
    assert info.path == tmp_path / "今天.ksbak"
    assert (info.files, info.missing, info.made_at) == (1, [], START)
    with zipfile.ZipFile(info.path) as content:
        assert len(content.namelist()) == 3
        manifest = json.loads(content.read(backup.MANIFEST))
    assert manifest["schema"] == db.schema_steps()
    assert manifest["counts"]["code"] == 1


def test_a_lost_attachment_does_not_stop_the_backup(filled: db.Store, tmp_path: Path) -> None:
    [sha256] = [files.hash_of(file) for file in every_file(filled)]
    files.place(filled.folder, sha256).unlink()
    assert backup.backup(filled, tmp_path / "b", now=START).missing == [sha256]


def every_file(store: db.Store) -> list[Path]:
    return [file for file in (store.folder / "files").rglob("*") if file.is_file()]


def test_an_older_backup_stays_until_the_new_one_is_complete(
    filled: db.Store, tmp_path: Path
) -> None:
    target = tmp_path / "b.ksbak"
    backup.backup(filled, target, now=START)
    before = target.read_bytes()
    with pytest.raises(Cancelled):
        backup.backup(filled, target, now=START, progress=Progress(cancelled=lambda: True))
    assert target.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if "b.ksbak" in p.name] == ["b.ksbak"]


def test_progress_is_told(filled: db.Store, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    told = Progress(lambda done, total: steps.append((done, total)))
    backup.backup(filled, tmp_path / "b", now=START, progress=told)
    assert steps
    assert all(0 <= done <= total for done, total in steps)


def test_a_day_has_one_backup(filled: db.Store) -> None:
    first = backup.daily(filled, START)
    assert first is not None
    assert first.path.name == "2026-08-01_090000"
    assert inside(first.path) == sorted(
        ["kesutong.db", "manifest.json", backup.name_of(files.hash_of(every_file(filled)[0]))]
    )
    assert backup.daily(filled, START + 10 * HOUR) is None
    second = backup.daily(filled, START + 24 * HOUR)
    assert second is not None
    assert backup.days(filled) == [first.path, second.path]


def test_a_new_day_begins_at_local_midnight(filled: db.Store) -> None:
    assert backup.daily(filled, moment_of(datetime(2026, 8, 1, 23, 59)))
    assert backup.daily(filled, moment_of(datetime(2026, 8, 2, 0, 1)))


def test_an_attachment_takes_its_space_once(filled: db.Store) -> None:
    made = [backup.daily(filled, START + day * 24 * HOUR) for day in range(2)]
    name = backup.name_of(files.hash_of(every_file(filled)[0]))
    first, second = (info.path / name for info in made if info)
    assert first.samefile(second)
    assert not first.samefile(every_file(filled)[0])


def test_seven_stay(filled: db.Store) -> None:
    for day in range(9):
        backup.daily(filled, START + day * 24 * HOUR)
    names = [folder.name[:10] for folder in backup.days(filled)]
    assert names == [f"2026-08-{day:02}" for day in range(3, 10)]


def test_what_a_power_cut_left_is_cleared_after_a_day(filled: db.Store) -> None:
    left = filled.folder / "backups" / "2026-07-01_090000.part"
    left.mkdir(parents=True)
    backup.daily(filled, START)
    assert not left.exists()


def test_a_cancelled_day_leaves_nothing(filled: db.Store) -> None:
    with pytest.raises(Cancelled):
        backup.daily(filled, START, progress=Progress(cancelled=lambda: True))
    assert list((filled.folder / "backups").iterdir()) == []
    assert backup.daily(filled, START) is not None


def test_the_age_of_the_newest_is_known(
    filled: db.Store, actor: Actor, clock: Clock, tmp_path: Path
) -> None:
    assert backup.age(filled, START) is None
    backup.daily(filled, START)
    assert backup.age(filled, START + 2 * HOUR) == 2 * HOUR
    clock.forward(hours=3)
    backup.back_up(may(actor, "store.backup"), filled, tmp_path / "b")
    assert backup.age(filled, START + 5 * HOUR) == 2 * HOUR


def test_who_made_it_is_recorded(filled: db.Store, actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(Forbidden):
        backup.back_up(actor, filled, tmp_path / "b")
    assert not (tmp_path / "b.ksbak").exists()
    backup.back_up(may(actor, "store.backup"), filled, tmp_path / "b")
    entry = audit.history(0)[0]
    assert (entry.command, entry.subject) == ("store.backup", "store:backup")


def test_a_folder_that_cannot_be_made_is_named(filled: db.Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentTrouble, match="ksbak cannot be used"):
        backup.backup(filled, tmp_path / "file" / "b", now=START)
