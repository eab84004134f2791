"""A bad attachment is refused with a sentence before anything is kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from models.kernel import files, settings
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid
from models.kernel.tables import StoredFile
from tests.stores import PNG

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.db import Store

pytestmark = pytest.mark.windows

TWO_GIGABYTES = 2 * 1024**3


def refusal(actor: Actor, source: str | Path | bytes, name: str = "") -> str:
    with (
        pytest.raises(Invalid) as refused,
        unit_of_work(actor, "test") as work,
    ):
        files.put(work, source, name, field="evidence.item.path")
    assert list(refused.value.problems) == ["evidence.item.path"]
    assert StoredFile.select().count() == 0
    assert files.check() == files.FileReport([], [], [])
    return str(refused.value)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("path", ["/no/such/现场.png", "bad\x00name.png", "x" * 5000, ""])
def test_a_file_that_is_not_there(actor: Actor, path: str) -> None:
    said = refusal(actor, path)
    assert "is not there" in said or "Choose a single file" in said
    assert len(said) < 200
    assert "\x00" not in said


@pytest.mark.usefixtures("store")
def test_a_folder(actor: Actor, tmp_path: Path) -> None:
    assert "Choose a single file" in refusal(actor, tmp_path)


@pytest.mark.usefixtures("store")
def test_an_empty_file(actor: Actor, tmp_path: Path) -> None:
    (tmp_path / "空.png").touch()
    assert "空.png is empty" in refusal(actor, tmp_path / "空.png")
    assert "is empty" in refusal(actor, b"", "空.png")


@pytest.mark.usefixtures("store")
def test_two_gigabytes_are_refused_before_reading(
    actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = tmp_path / "录像.mp4"
    with big.open("wb") as handle:
        os.truncate(handle.fileno(), TWO_GIGABYTES)
    monkeypatch.setattr(files, "_chunks", lambda _path: pytest.fail("it was read"))
    assert "录像.mp4 has 2,048.0 MB, allowed are 100 MB" in refusal(actor, big)


@pytest.mark.usefixtures("store")
def test_a_file_that_grows_while_it_is_read(
    actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "现场.png"
    small.write_bytes(PNG)
    monkeypatch.setattr(files, "_chunks", lambda _path: iter([PNG] + [b"x" * 1024 * 1024] * 101))
    assert "allowed are 100 MB" in refusal(actor, small)


def test_the_limit_is_a_setting(store: Store, actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        settings.put(work, "files.max_bytes", len(PNG) - 1)
    assert "allowed are" in refusal(actor, PNG, "现场.png")


@pytest.mark.usefixtures("store")
def test_a_program_in_the_clothes_of_a_picture(actor: Actor, tmp_path: Path) -> None:
    (tmp_path / "照片.jpg").write_bytes(b"MZ\x90\x00\x03\x00\x00\x00")
    assert "does not fit its name" in refusal(actor, tmp_path / "照片.jpg")
