"""Attachments are kept once, come back byte by byte, and every loss is found."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from models.kernel import files
from models.kernel.command import unit_of_work
from models.kernel.errors import EnvironmentTrouble, NotPossible
from models.kernel.tables import StoredFile
from resources.texts import Message
from tests.stores import PNG

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.db import Store

pytestmark = pytest.mark.windows

SHA = hashlib.sha256(PNG).hexdigest()


def keep(actor: Actor, source: str | Path | bytes, name: str = "") -> files.FileInfo:
    with unit_of_work(actor, "test") as work:
        return files.put(work, source, name)


@pytest.fixture
def kept(store: Store, actor: Actor) -> files.FileInfo:
    return keep(actor, PNG, "现场.png")


def test_a_file_is_kept_under_its_content(store: Store, actor: Actor, tmp_path: Path) -> None:
    source = tmp_path / "现场照片.PNG"
    source.write_bytes(PNG)
    info = keep(actor, source)
    assert info == files.FileInfo(SHA, len(PNG), "image/png", "现场照片.png")
    assert files.place(store.folder, SHA).read_bytes() == PNG
    assert files.place(store.folder, SHA).relative_to(store.folder).as_posix() == (
        f"files/{SHA[:2]}/{SHA[2:]}"
    )
    assert source.exists()


def test_the_same_content_is_kept_once(kept: files.FileInfo, actor: Actor) -> None:
    assert keep(actor, PNG, "另一个名字.png").sha256 == kept.sha256
    assert StoredFile.select().count() == 1


def test_content_comes_back_whole(kept: files.FileInfo) -> None:
    assert files.open_bytes(kept.sha256) == PNG


def test_a_copy_to_open_has_its_human_name(kept: files.FileInfo, tmp_path: Path) -> None:
    copy = files.path_for(kept.sha256, "../现场.png", tmp_path)
    assert (copy.name, copy.read_bytes()) == ("现场.png", PNG)
    assert copy.is_relative_to(tmp_path)


def test_a_changed_or_missing_file_is_never_given_out(kept: files.FileInfo, store: Store) -> None:
    file = files.place(store.folder, kept.sha256)
    file.write_bytes(PNG + b"!")
    with pytest.raises(EnvironmentTrouble, match="Restore it from a backup"):
        files.open_bytes(kept.sha256)
    file.unlink()
    with pytest.raises(EnvironmentTrouble, match="Restore it from a backup"):
        files.open_bytes(kept.sha256)


def test_keeping_it_again_mends_a_changed_file(
    kept: files.FileInfo, store: Store, actor: Actor
) -> None:
    files.place(store.folder, kept.sha256).write_bytes(b"damaged")
    keep(actor, PNG, "现场.png")
    assert files.check() == files.FileReport([], [], [])


def test_the_check_names_missing_changed_and_left_over(
    kept: files.FileInfo, store: Store, actor: Actor
) -> None:
    note = keep(actor, "客户来电".encode(), "记录.txt")
    assert files.check() == files.FileReport([], [], [])
    files.place(store.folder, kept.sha256).unlink()
    files.place(store.folder, note.sha256).write_bytes(b"changed")
    (store.folder / "files" / "stray.bin").write_bytes(b"x")
    assert files.check() == files.FileReport([kept.sha256], [note.sha256], ["files/stray.bin"])


def test_a_failed_command_leaves_no_row(store: Store, actor: Actor) -> None:
    def fail() -> None:
        with unit_of_work(actor, "test") as work:
            files.put(work, PNG, "现场.png")
            raise NotPossible(Message("kernel", "No."))

    with pytest.raises(NotPossible):
        fail()
    assert StoredFile.select().count() == 0
    assert files.check().missing == []
