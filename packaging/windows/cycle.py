"""Proves the Windows edition with Wine, from an empty PC to the program uninstalled again.

usage: cycle.py [INSTALLER]    prove this installer; without one, build one that is compressed less

build/windows receives installers, pictures and the printed self-checks.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import build
from installed import SILENT, Program
from installer import make_installer
from resources import VERSION
from wine_rig import ROOT, Pc, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from wine_rig import Answer

FOLDER = ROOT / "build" / "windows"
TEST_STAGE = FOLDER / "test-stage"
RUNNING, TOO_OLD, NEWER_THERE = 3, 4, 6
PREVIOUS = "0.0.1"
STALE = Path("app", "models", "stale_room.py")
# NSIS wants the folder without quotes, and only a program can hand over such a line.
INSTALL_TO = (
    "import subprocess, sys; sys.exit(subprocess.call('\"%s\" /S /D=%s' % tuple(sys.argv[1:])))"
)
CHINESE_FOLDER = r"C:\我的 程式\客訴 Kesutong"
DEMO_CASES, EMPTY_PICTURE_COLOURS = 5, 50


class Bench(NamedTuple):
    """What a step works with."""

    pc: Pc
    previous: Path
    current: Path


def main(arguments: list[str]) -> int:
    """Build, then go through every step; stop at the first that fails."""
    begin = time.monotonic()
    code = build.main([VERSION, str(FOLDER), "--fast", "--test-stage", str(TEST_STAGE)])
    if code:
        return code
    given = [Path(argument).resolve() for argument in arguments]
    current = given[0] if given else FOLDER / f"Kesutong-{VERSION}-setup.exe"
    previous = _previous_version()
    _say(begin, "the installers of two versions are built")
    with Pc(FOLDER / "pc") as pc:
        bench = Bench(pc, previous, current)
        return 0 if all(_passes(step, bench) for step in STEPS) else 1


def _previous_version() -> Path:
    """Build an older version from the same stage, with a file that the new one no longer has."""
    installer = FOLDER / f"Kesutong-{PREVIOUS}-setup.exe"
    stale = FOLDER / "stage" / STALE
    stale.write_text("", encoding="utf-8")
    make_installer(FOLDER / "stage", FOLDER / "work" / "previous", installer, PREVIOUS, fast=True)
    stale.unlink()
    return installer


def _passes(step: Callable[[Bench], str], bench: Bench) -> bool:
    """Take one step and tell how it went."""
    begin, promise = time.monotonic(), (step.__doc__ or "").rstrip(".")
    try:
        note = step(bench)
    except (AssertionError, TimeoutError) as failure:
        bench.pc.picture(FOLDER / "failure.png")
        print(f"FAIL {time.monotonic() - begin:5.1f} s  {promise}\n{failure}", flush=True)
        return False
    _say(begin, f"{promise}: {note}" if note else promise)
    return True


def installs_silently(bench: Bench) -> str:
    """The previous version installs silently, without an administrator."""
    expect(bench.pc.run(bench.previous, SILENT), 0)
    program = Program(bench.pc)
    holds((program.folder / "Kesutong.exe").is_file(), "the program is not in its folder")
    holds((program.folder / STALE).is_file(), "a file of the previous version is not there")
    holds(program.in_start_menu(), "the Start menu does not know it")
    holds(program.registered_version() == PREVIOUS, "the list of programs does not know it")
    holds(not program.data.exists(), "installing has written into the data folder")
    return f"{_megabytes(program.folder)} MB"


def checks_itself(bench: Bench) -> str:
    """The installed program passes its self-check."""
    return _self_check(Program(bench.pc), FOLDER / "self-check.txt")


def fills_a_store(bench: Bench) -> str:
    """The console program fills the person's own store."""
    program = Program(bench.pc)
    expect(program.console("demo", "--cases", str(DEMO_CASES), "--data", program.windows_data), 0)
    holds(program.ask("verify")["ok"], "the store is damaged")
    return f"{len(_cases(program))} cases"


def shows_its_window(bench: Bench) -> str:
    """The real window opens on that store."""
    program = Program(bench.pc)
    before = _files_of(program.folder)
    first = program.open("--as", "wangmin")
    seconds = program.opened()
    second = program.open("--as", "wangmin")
    wait_until(lambda: second.poll() is not None, "the second start hands over and ends")
    holds(first.poll() is None, "the window ended by itself")
    _picture(bench, "window.png")
    expect(bench.pc.run(bench.current, SILENT), RUNNING)
    expect(program.uninstall_and_wait(), RUNNING)
    program.close()
    wait_until(lambda: first.poll() is not None, "the program ends with its window")
    holds(_files_of(program.folder) == before, "it wrote into its own folder")
    return f"first window after {seconds:.1f} s"


def upgrades_in_place(bench: Bench) -> str:
    """The new version replaces the previous one and leaves the store alone."""
    program = Program(bench.pc)
    cases, data = _cases(program), program.data_print()
    expect(bench.pc.run(bench.current, SILENT), 0)
    holds(program.data_print() == data, "the data have changed")
    holds(not (program.folder / STALE).exists(), "a file of the previous version is left")
    holds(program.registered_version() == VERSION, "the list of programs is not up to date")
    holds(_cases(program) == cases, "the new version shows other cases")
    holds(program.ask("verify")["ok"], "the store is damaged")
    return ""


def refuses_what_would_harm(bench: Bench) -> str:
    """An older version and an older Windows are refused."""
    program = Program(bench.pc)
    expect(bench.pc.run(bench.previous, SILENT), NEWER_THERE)
    holds(program.registered_version() == VERSION, "the older version went in")
    bench.pc.pretend("win81")
    expect(bench.pc.run(bench.current, SILENT), TOO_OLD)
    bench.pc.pretend("win10")
    return ""


def leaves_the_data(bench: Bench) -> str:
    """Uninstalling removes the program and keeps the data."""
    program = Program(bench.pc)
    data = program.data_print()
    expect(program.uninstall(), 0)
    holds(not program.in_start_menu(), "the Start menu still has it")
    holds(not program.registered_version(), "the list of programs still has it")
    holds(program.data_print() == data, "the data have changed")
    return ""


def lives_on_a_chinese_path(bench: Bench) -> str:
    """It works in a folder with Chinese signs and a space, on a Chinese system of either script."""
    program = Program(bench.pc, CHINESE_FOLDER)
    line = [TEST_STAGE / "python.exe", "-c", INSTALL_TO, build.windows_path(bench.current)]
    expect(bench.pc.run(*line, CHINESE_FOLDER), 0)
    bench.pc.speak("zh_CN")
    note = _self_check(program, FOLDER / "self-check-chinese-path.txt")
    expect(program.uninstall(), 0)
    return note


def passes_the_marked_tests(bench: Bench) -> str:
    """The tests marked ``windows`` pass with Windows Python in both code pages."""
    return "; ".join(_marked_tests(bench, language) for language in TESTED)


TESTED = ("zh_CN", "zh_TW")
MARK = "pytest.mark.windows"
STEPS: tuple[Callable[[Bench], str], ...] = (
    installs_silently,
    checks_itself,
    fills_a_store,
    shows_its_window,
    upgrades_in_place,
    refuses_what_would_harm,
    leaves_the_data,
    lives_on_a_chinese_path,
    passes_the_marked_tests,
)


def holds(fact: bool, otherwise: str) -> None:
    """Break the proof off when a fact does not hold."""
    if not fact:
        raise AssertionError(otherwise)


def expect(answer: Answer, code: int) -> None:
    """Break the proof off when a program ended with another exit code."""
    holds(answer.code == code, f"exit code {answer.code}, not {code}\n{answer.output}")


def _self_check(program: Program, report: Path) -> str:
    answer = program.console("--selfcheck", seconds=180)
    report.write_text(answer.output, encoding="utf-8")
    expect(answer, 0)
    return answer.output.strip().splitlines()[-1]


def _marked_tests(bench: Bench, language: str) -> str:
    """Run them as Windows would: without UTF-8 mode, so that no open() may forget its encoding."""
    bench.pc.speak(language)
    line = ["-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    line += ["-n", "2", "--dist", "worksteal", "-m", "windows", *_marked_files()]
    answer = bench.pc.run(TEST_STAGE / "python.exe", *line, seconds=600)
    expect(answer, 0)
    return f"{language} {answer.output.strip().splitlines()[-1]}"


def _marked_files() -> list[str]:
    """Return the files with marked tests; collecting all the others would take too long."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    marked = [file for file in files if MARK in file.read_text(encoding="utf-8")]
    return [file.relative_to(ROOT).as_posix() for file in marked]


def _cases(program: Program) -> list[str]:
    return sorted(case["case_no"] for case in program.ask("cases", "--limit", "500"))


def _picture(bench: Bench, name: str) -> None:
    """Take a picture, and see that something is on it."""
    file = FOLDER / name
    bench.pc.picture(file)
    holds(_shows_something(file), f"{file} shows nothing")


def _shows_something(picture: Path) -> bool:
    from PIL import Image

    with Image.open(picture) as image:
        colours = image.convert("RGB").getcolors(maxcolors=1 << 24) or []
    return len(colours) > EMPTY_PICTURE_COLOURS


def _files_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def _megabytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) // 1_000_000


def _say(begin: float, what: str) -> None:
    print(f"ok  {time.monotonic() - begin:6.1f} s  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
