"""Several programs at one store: no number twice or left out, no half-written complaint."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from models.casework.case.tables import Case
from models.kernel.db import open_store
from models.kernel.verify import verify
from tests.consoles import _demo, _staffed, console, demo_store, lines, registered
from tests.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["_demo", "_staffed", "console", "demo_store"]

pytestmark = pytest.mark.windows

PROGRAMS = 3
EACH = 6


def started(store: Path, number: int, complaints: int) -> subprocess.Popen[str]:
    """Start a program that registers complaints one after the other."""
    told = [registered(phone=f"1380000{number:02}{each:02}") for each in range(complaints)]
    file = lines(store.parent / f"lines-{number}.jsonl", *told)
    return subprocess.Popen(
        [sys.executable, "main.py", "apply", str(file), "--data", str(store), "--json"],
        cwd=ROOT,
        env=os.environ | {"HOME": str(store.parent)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def numbers(store: Path) -> list[str]:
    """Return the numbers that were given, after the store proved whole."""
    opened = open_store(store)
    try:
        assert verify(opened).ok
        return [case.case_no for case in Case.select().order_by(Case.case_no)]
    finally:
        opened.close()


def in_a_row(count: int) -> list[str]:
    return [f"KS-2026-{number:06}" for number in range(1, count + 1)]


def test_programs_that_register_at_once_leave_no_gap(demo_store: Path) -> None:
    running = [started(demo_store, number, EACH) for number in range(PROGRAMS)]
    assert [process.wait() for process in running] == [0] * PROGRAMS
    for process in running:
        assert process.stdout
        process.stdout.close()
    assert numbers(demo_store) == in_a_row(PROGRAMS * EACH)


@pytest.mark.parametrize("written", [1, 3])
def test_a_program_that_is_killed_leaves_whole_complaints(written: int, demo_store: Path) -> None:
    process = started(demo_store, 0, 200)
    opened = open_store(demo_store)
    while process.poll() is None and Case.select().count() < written:
        pass
    process.kill()
    process.communicate()
    opened.close()
    found = numbers(demo_store)
    assert written <= len(found) < 200
    assert found == in_a_row(len(found))
