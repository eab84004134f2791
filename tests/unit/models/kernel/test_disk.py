"""A file that another program holds is waited for a moment, then named; nothing is lost."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.kernel import backup, db, disk
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble
from models.kernel.restore import REPLACED, restore
from models.kernel.tables import Code
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Texts
from tests.stores import START

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.kernel.actor import Actor

pytestmark = pytest.mark.windows

DAY = 24 * 3_600_000


class Held(PermissionError):
    """How Windows refuses what another program has open."""

    winerror: int | None = 5

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "拒绝访问。")


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Count the pauses instead of waiting."""
    taken: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", taken.append)
    return taken


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let ``replace`` be refused the first so many times, for some targets only."""
    really = Path.replace

    def begin(times: int, wanted: Callable[[Path], bool] = lambda _target: True) -> None:
        left = [times]

        def refuse(source: Path, target: Path) -> Path:
            if left[0] and wanted(Path(target)):
                left[0] -= 1
                raise Held
            return really(source, target)

        monkeypatch.setattr(Path, "replace", refuse)

    return begin


ALWAYS = 1_000


def test_a_scanner_that_looks_at_a_fresh_file_is_waited_for(
    tmp_path: Path, hold: Callable[..., None], pauses: list[float]
) -> None:
    hold(3)
    disk.write_file(tmp_path / "协议.pdf", b"new")
    assert (tmp_path / "协议.pdf").read_bytes() == b"new"
    assert len(pauses) == 3


def test_a_file_that_stays_open_elsewhere_is_named_and_kept(
    tmp_path: Path, hold: Callable[..., None], pauses: list[float]
) -> None:
    target = tmp_path / "协议.pdf"
    target.write_bytes(b"old")
    hold(ALWAYS)
    with (
        pytest.raises(EnvironmentTrouble, match="or close it in other programs"),
        trouble_as_sentences(target),
    ):
        disk.write_file(target, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("协议.pdf", b"old")]
    assert sum(pauses) < 1


def test_a_missing_right_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    def refuse(_source: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "权限不够")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        disk.write_file(tmp_path / "a", b"new")
    assert pauses == []


def test_the_same_content_is_not_written_again(tmp_path: Path, hold: Callable[..., None]) -> None:
    disk.write_file(tmp_path / "协议.pdf", b"same")
    hold(ALWAYS)
    disk.write_file(tmp_path / "协议.pdf", b"same")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="is a folder"), trouble_as_sentences(tmp_path):
        disk.write_file(tmp_path, b"new")


def test_a_restore_that_cannot_finish_leaves_the_store(
    store: db.Store, actor: Actor, tmp_path: Path, hold: Callable[..., None]
) -> None:
    saved = backup.backup(store, tmp_path / "b", now=START).path
    with unit_of_work(actor, "test") as work:
        work.insert(Code, list_name="channel", code="phone", label="后来")
    store.close()
    place = store.folder / db.DATABASE_FILE
    hold(1 + len(disk._PAUSES_S), lambda target: target == place)
    with pytest.raises(EnvironmentTrouble, match="or close it in other programs"):
        restore(saved, store.folder, now=START, replace=True)
    again = db.open_store(store.folder)
    assert Code.get().label == "后来"
    again.close()
    assert list((store.folder / REPLACED).rglob("*.db*")) == []


def test_an_old_day_that_somebody_looks_into_stays_whole_until_tomorrow(
    store: db.Store, hold: Callable[..., None]
) -> None:
    for day in range(7):
        backup.daily(store, START + day * DAY)
    hold(ALWAYS, lambda target: target.suffix == ".part")
    assert backup.daily(store, START + 7 * DAY) is not None
    assert (backup.days(store)[0] / backup.MANIFEST).is_file()
    hold(0)
    backup.daily(store, START + 8 * DAY)
    assert len(list((store.folder / backup.FOLDER).iterdir())) == 7


def test_a_pdf_that_is_open_in_a_reader_is_named_where_that_stands_in_the_way(
    tmp_path: Path,
) -> None:
    target = tmp_path / "协 议.pdf"
    target.write_bytes(b"old")
    said = ""
    with target.open("rb"):
        try:
            with trouble_as_sentences(target):
                disk.write_file(target, b"new")
        except EnvironmentTrouble as refusal:
            said = Texts("zh_CN").say(refusal.message)
    assert ("正被另一个程序打开" in said) is (sys.platform == "win32")
    disk.write_file(target, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [
        ("协 议.pdf", b"new")
    ]
