"""The self-check: every room once, a line each; what fails is told and stops nothing else."""

from __future__ import annotations

import inspect
import json
import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image

import main
from tests.consoles import Console, console
from ui.desk.selfcheck import checks, rooms, running
from ui.desk.selfcheck.bench import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk.selfcheck.bench import Bench

__all__ = ["console"]

LINE = re.compile(r"(ok|FAIL)\s+(\w+)\s+(\S.*)")
REPORTS = ["selfcheck.json", "selfcheck.pdf", "selfcheck.png"]


def fits(_bench: Bench) -> str:
    return "as it should be"


def breaks(bench: Bench) -> str:
    (bench.folder / "half.txt").write_text("half", encoding="utf-8")
    raise RuntimeError("no such\nthing")


def told(out: str) -> dict[str, tuple[str, str]]:
    """Return name -> (ok or FAIL, detail) of the lines before the last one."""
    found = [LINE.fullmatch(line) for line in out.splitlines()[:-1]]
    assert all(found), out
    return {line[2]: (line[1], line[3]) for line in found if line}


def room_functions() -> set[tuple[str, str]]:
    """Return (name, room) of every check that the modules below ``rooms`` offer."""
    found = set()
    for info in pkgutil.iter_modules(rooms.__path__):
        module = import_module(f"{rooms.__name__}.{info.name}")
        for name, member in inspect.getmembers(module, inspect.isfunction):
            own = member.__module__ == module.__name__ and not name.startswith("_")
            if own and list(inspect.signature(member).parameters) in (["bench"], ["_bench"]):
                found.add((name, info.name))
    return found


def test_every_check_is_in_the_list() -> None:
    assert room_functions() == {(check.name, check.room) for check in checks.CHECKS}
    assert len({check.name for check in checks.CHECKS}) == len(checks.CHECKS)


@pytest.mark.windows
def test_the_whole_program_passes(console: Console, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "报告 一"
    ran = console("--selfcheck", out)
    lines = told(ran.out)
    assert [name for name, (sign, _) in lines.items() if sign == "FAIL"] == [], ran.out
    assert list(lines) == [check.name for check in checks.CHECKS]
    assert ran.code == 0
    assert sorted(file.name for file in out.iterdir()) == REPORTS
    report = json.loads((out / "selfcheck.json").read_text(encoding="utf-8"))
    assert (report["ok"], report["failed"]) == (True, 0)
    assert {one["name"]: ("ok", one["detail"]) for one in report["checks"]} == lines
    with Image.open(out / "selfcheck.png") as page:
        assert [code.text for code in zxingcpp.read_barcodes(page)] == [
            lines["code"][1].split(",")[0]
        ]


@pytest.fixture
def few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """One check fits, one breaks, one cannot be imported, one fits again."""
    here: Any = import_module(__name__)
    monkeypatch.setattr(checks, "import_module", lambda name: room(here, name))
    names = (("fits", "here"), ("breaks", "here"), ("fits", "nowhere"), ("fits", "here"))
    few = [checks.Check(name, where) for name, where in names]
    monkeypatch.setattr(running, "CHECKS", few)


def room(here: Any, name: str) -> Any:
    if name.endswith(".nowhere"):
        raise ImportError("DLL load failed while importing QtPdf")
    return here


@pytest.mark.usefixtures("few_checks")
def test_a_failure_is_a_line_and_the_others_go_on(
    console: Console, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ran = console("--selfcheck", tmp_path / "out")
    assert ran.code == 70
    signs = [line.split()[0] for line in ran.out.splitlines()[:-1]]
    assert signs == ["ok", "FAIL", "FAIL", "ok"]
    assert "RuntimeError: no such thing" in ran.out
    assert "DLL load failed" in ran.out
    assert ran.out.splitlines()[-1].startswith("2 ok, 2 failed")
    assert "Traceback" not in ran.out + ran.err
    assert "no such\nthing" in caplog.text
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["selfcheck.json"]
    report = json.loads((tmp_path / "out" / "selfcheck.json").read_text(encoding="utf-8"))
    assert (report["ok"], report["failed"]) == (False, 2)


@pytest.mark.usefixtures("few_checks")
def test_without_a_folder_nothing_is_left(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(running, "CHECKS", running.CHECKS[:1])
    assert console("--selfcheck").code == 0
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "home"] == []


@pytest.mark.usefixtures("few_checks")
def test_what_a_broken_off_run_left_is_cleared(
    console: Console, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FOLDER / "数据").mkdir(parents=True)
    (tmp_path / FOLDER / "数据" / "kesutong.db").write_bytes(b"half a store")
    console("--selfcheck", tmp_path)
    assert not (tmp_path / FOLDER).exists()


def test_a_folder_that_cannot_be_used_is_a_failure(
    console: Console, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    ran = console("--selfcheck", tmp_path / "file" / "below")
    assert (ran.code, ran.err) == (70, "")
    assert ran.out.startswith("FAIL  folder")


def test_it_is_hidden_and_takes_one_folder(console: Console) -> None:
    assert main.SELFCHECK not in console("--help").out
    assert console("--selfcheck", "one", "two").code == 2
