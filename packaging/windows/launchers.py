"""Compiles Kesutong.exe and kesutong-console.exe with MinGW."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from inputs import BuildError

HERE = Path(__file__).resolve().parent
TOOLS = "x86_64-w64-mingw32-"
PARTS_OF_A_VERSION = 4
# No time stamp: the same source makes the same file.
LINKER = "-Wl,--dynamicbase,--nxcompat,--high-entropy-va,--no-insert-timestamp"


class Launcher(NamedTuple):
    """One of the two programs made of launcher.c."""

    name: str
    flags: tuple[str, ...]
    chinese: str
    english: str


LAUNCHERS = (
    Launcher("Kesutong", ("-mwindows",), "", ""),
    Launcher("kesutong-console", ("-mconsole", "-DCONSOLE"), "（命令行）", " (command line)"),
)


def make_launchers(stage: Path, work: Path, version: str) -> list[Path]:
    """Compile both into the stage and return them."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in ("kesutong.ico", "launcher.manifest"):
        shutil.copyfile(HERE / name, work / name)
    return [_make(launcher, stage, work, version) for launcher in LAUNCHERS]


def four_numbers(version: str) -> list[str]:
    """Return a version as Windows counts it."""
    numbers = version.split(".")
    return (numbers + ["0"] * PARTS_OF_A_VERSION)[:PARTS_OF_A_VERSION]


def _make(launcher: Launcher, stage: Path, work: Path, version: str) -> Path:
    resources = (HERE / "launcher.rc.in").read_text(encoding="utf-8")
    values = {
        "@FOUR@": ",".join(four_numbers(version)),
        "@VERSION@": version,
        "@NAME@": launcher.name,
        "@KIND_ZH@": launcher.chinese,
        "@KIND_EN@": launcher.english,
    }
    for mark, value in values.items():
        resources = resources.replace(mark, value)
    (work / "launcher.rc").write_text(resources, encoding="utf-8")
    exe = stage / f"{launcher.name}.exe"
    _run(work, "windres", "-O", "coff", "launcher.rc", "resources.o")
    warnings = ("-Wall", "-Wextra", "-Werror")
    build = ("-O2", "-s", "-municode", *launcher.flags, LINKER)
    _run(work, "gcc", *warnings, *build, "-o", str(exe), str(HERE / "launcher.c"), "resources.o")
    return exe


def _run(folder: Path, tool: str, *arguments: str) -> None:
    try:
        subprocess.run([TOOLS + tool, *arguments], cwd=folder, check=True)
    except FileNotFoundError:
        raise BuildError(
            "MinGW is needed: apt-get install gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev"
        ) from None
    except subprocess.CalledProcessError as problem:
        raise BuildError(f"{tool} could not make the launcher") from problem
