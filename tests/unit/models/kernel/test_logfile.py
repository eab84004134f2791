"""Window and console write one log: it changes over while both use it, and no line is lost."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest

from models.kernel.logfile import LogFile

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows


def line(text: str) -> logging.LogRecord:
    return logging.LogRecord("t", logging.WARNING, "f", 1, text, None, None)


def written(folder: Path) -> set[str]:
    return {
        found
        for file in folder.iterdir()
        for found in file.read_text(encoding="utf-8").splitlines()
    }


def test_two_programs_share_it_and_it_stays_small(tmp_path: Path) -> None:
    file = tmp_path / "客诉 通.log"
    window, console = LogFile(file, longest=100), LogFile(file, longest=100)
    said = [f"第 {number} 行" for number in range(30)]
    for number, text in enumerate(said):
        (window if number % 2 else console).emit(line(text))
    assert len(list(tmp_path.iterdir())) == 4
    assert all(part.stat().st_size <= 100 for part in tmp_path.iterdir())
    assert said[-1] in file.read_text(encoding="utf-8")
    file.unlink()


def test_no_line_is_lost_while_the_file_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: object) -> None:
        raise PermissionError(13, "另一个程序正在使用此文件")

    file = tmp_path / "kesutong.log"
    log = LogFile(file, longest=20)
    said = {f"line {number}" for number in range(10)}
    with monkeypatch.context() as held:
        held.setattr(os, "rename", refuse)
        for text in sorted(said):
            log.emit(line(text))
    assert written(tmp_path) == said
    log.emit(line("let go"))
    assert file.read_text(encoding="utf-8") == "let go\n"
