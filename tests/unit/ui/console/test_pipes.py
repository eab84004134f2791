"""The program as a script calls it: pipes, Chinese words, files of Notepad, nobody at the keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.project_files import ROOT
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows

PATIENCE_S = 120


def called(home: Path, *words: str, given: bytes | None = None) -> tuple[int, str, str]:
    """Call the program in a process of its own; without input it reads the empty device."""
    environment = {key: value for key, value in os.environ.items() if key != PASSWORD}
    done = subprocess.run(
        [sys.executable, "-B", "main.py", *words],
        cwd=ROOT,
        env=environment | {"XDG_DATA_HOME": str(home), "PYTHONIOENCODING": ""},
        stdin=subprocess.DEVNULL if given is None else None,
        input=given,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_input_and_answer_are_utf8(tmp_path: Path) -> None:
    typed = '\ufeff{"value": "京A12345"}\r\n'.encode()
    code, out, err = called(tmp_path, "check", "plate", "--json", given=typed)
    assert (code, err) == (0, "")
    assert json.loads(out)["value"] == "京A12345"


def test_chinese_words_and_folders_arrive_as_they_were_typed(tmp_path: Path) -> None:
    folder = tmp_path / "我的 数据㛃"
    code, out, err = called(tmp_path, "cases", "--data", str(folder))
    assert (code, out) == (3, "")
    assert "我的 数据㛃" in err


def test_nobody_is_asked_for_a_password_where_nobody_types(
    real_store: Path, tmp_path: Path
) -> None:
    code, out, err = called(tmp_path, "cases", "--as", "sunqi", "--data", str(real_store))
    assert (code, out) == (1, "")
    assert PASSWORD in err
