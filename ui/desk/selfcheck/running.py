"""Runs the checks one after the other, tells each in a line, and writes the report."""

from __future__ import annotations

import json
import logging
import shutil
import sys
import time
from argparse import ArgumentParser
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from resources import VERSION
from ui.console.answer import BUG, DONE, use_utf8, write
from ui.console.arguments import program_name

from .bench import Bench, Tools
from .checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.shell.context import Render

    from .checks import Check

REPORT = "selfcheck.json"
_log = logging.getLogger(__name__)


class Found(NamedTuple):
    """What one check found, or why it failed."""

    name: str
    ok: bool
    detail: str
    seconds: float = 0.0

    def line(self) -> str:
        """Return it as people read it."""
        return f"{'ok' if self.ok else 'FAIL':<6}{self.name:<11}{self.detail}"


def run(argv: Sequence[str], *, render: Render, log: Path) -> int:
    """Check the program in the folder that ``argv`` names, or in one that is gone afterwards."""
    use_utf8()
    parser = ArgumentParser(prog=f"{program_name()} --selfcheck", allow_abbrev=False)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    wanted = parser.parse_args(argv).folder
    begun = time.perf_counter()
    try:
        with _place(wanted) as folder:
            found = _run_all(Bench(folder, Tools(render, log)))
            seconds = round(time.perf_counter() - begun, 1)
            _report(folder / REPORT, found, seconds)
    except OSError as problem:
        write(sys.stdout, _failed("folder", problem).line())
        return BUG
    failed = sum(not one.ok for one in found)
    write(sys.stdout, f"{len(found) - failed} ok, {failed} failed, {seconds} s")
    return BUG if failed else DONE


@contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.absolute()
        return
    with TemporaryDirectory(prefix="kesutong-selfcheck-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def _run_all(bench: Bench) -> list[Found]:
    found = []
    try:
        for check in CHECKS:
            found.append(_run(check, bench))
            write(sys.stdout, found[-1].line())
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)
    return found


def _run(check: Check, bench: Bench) -> Found:
    begun = time.perf_counter()
    try:
        found = Found(check.name, True, check.find(bench))
    except Exception as problem:
        found = _failed(check.name, problem)
    return found._replace(seconds=round(time.perf_counter() - begun, 3))


def _failed(name: str, problem: Exception) -> Found:
    _log.warning("the self-check failed at %s", name, exc_info=problem)
    return Found(name, False, " ".join(f"{type(problem).__name__}: {problem}".split()))


def _report(file: Path, found: Sequence[Found], seconds: float) -> None:
    failed = sum(not one.ok for one in found)
    content = {
        "version": VERSION,
        "ok": not failed,
        "failed": failed,
        "seconds": seconds,
        "checks": [one._asdict() for one in found],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
