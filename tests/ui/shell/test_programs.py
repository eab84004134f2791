"""A file goes to its program; a computer without one says so."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from ui.shell import programs
from ui.shell.programs import folder_of_copies, open_outside, sweep_copies

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from resources.texts import Texts

FILE = Path("资料 夹") / "录音 #1.amr"


@pytest.mark.parametrize("installed", [True, False])
def test_a_file_without_a_program_is_told(
    texts: Texts, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    asked: list[QUrl] = []
    told: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return installed

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    ctx = SimpleNamespace(texts=texts, ask=SimpleNamespace(tell=told.append))
    assert open_outside(ctx, FILE.absolute()) is installed  # type: ignore[arg-type]
    assert Path(asked[0].toLocalFile()) == FILE.absolute()
    assert bool(told) is not installed
    assert installed or "录音 #1.amr" in told[0]


def test_copies_go_with_their_owner_and_what_was_left_goes_a_day_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs.QDir, "tempPath", lambda: str(tmp_path))
    other = tmp_path / "other-program"
    other.mkdir()
    folder = folder_of_copies()
    copy = Path(folder.filePath("录 音.amr"))
    copy.write_bytes(b"x")
    sweep_copies()
    assert copy.exists()
    os.utime(copy.parent, (0, 0))
    os.utime(other, (0, 0))
    sweep_copies()
    assert list(tmp_path.iterdir()) == [other]
    kept = Path(folder_of_copies().path())
    assert kept.parent == tmp_path
    assert not kept.exists()
