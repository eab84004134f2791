"""Puts the program together as it will lie on the PC: Python, libraries, the program itself."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import trim
from inputs import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

ROOT = Path(__file__).resolve().parents[2]
C_RUNTIME_WHEEL = "msvc-runtime"
RUNTIME_FOLDER = "/Scripts/"
PTH = "python313._pth"
PACKAGE = "program.zip"


def make_stage(
    stage: Path, python: Mapping[str, bytes], wheels: Mapping[str, Path], version: str
) -> None:
    """Fill ``stage``, except for launchers, byte-code and notices."""
    shutil.rmtree(stage, ignore_errors=True)
    kept = {name: content for name, content in python.items() if name not in trim.PYTHON_LEFT_OUT}
    _put_python(stage, kept, wheels[C_RUNTIME_WHEEL], (rf"app\{PACKAGE}", "lib", "app"))
    (stage / trim.PYTHON_LICENCE).rename(stage / "LICENSE-Python.txt")
    _unpack(_libraries(wheels), stage / "lib", trim.wanted_of_wheel)
    _copy_program(stage / "app", version)


def make_test_stage(stage: Path, python: Mapping[str, bytes], wheels: Mapping[str, Path]) -> None:
    """Fill ``stage`` with a whole Python whose path holds the project, for running its tests."""
    shutil.rmtree(stage, ignore_errors=True)
    kept = {
        name: content
        for name, content in python.items()
        if name not in {PTH, "_wmi.pyd", *trim.C_RUNTIME}
    }
    _put_python(stage, kept, wheels[C_RUNTIME_WHEEL], ("lib", windows_path(ROOT)))
    _unpack(_libraries(wheels), stage / "lib", lambda name: not trim.wheels_own_copy(name))


def windows_path(path: Path) -> str:
    """Return how Wine calls a path of this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def files_of(folder: Path) -> list[Path]:
    """Return every file of a folder, in an order that is the same on every machine."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _put_python(
    stage: Path, files: Mapping[str, bytes], runtime: Path, more_paths: Iterable[str]
) -> None:
    stage.mkdir(parents=True)
    for name, content in files.items():
        (stage / name).write_bytes(content)
    with zipfile.ZipFile(runtime) as wheel:
        for member in wheel.namelist():
            name = member.rpartition("/")[2]
            if RUNTIME_FOLDER in member and name in trim.C_RUNTIME:
                (stage / name).write_bytes(wheel.read(member))
    missing = [name for name in trim.C_RUNTIME if not (stage / name).is_file()]
    if missing:
        raise BuildError(f"{runtime.name} does not hold {', '.join(missing)}")
    # This file also keeps PYTHONPATH, PYTHONHOME and the like of the PC away from the program.
    paths = ["python313.zip", ".", *more_paths]
    (stage / PTH).write_text("".join(f"{path}\n" for path in paths), "utf-8", newline="\r\n")


def _libraries(wheels: Mapping[str, Path]) -> list[Path]:
    return [wheels[name] for name in sorted(wheels) if name != C_RUNTIME_WHEEL]


def _unpack(wheels: Iterable[Path], folder: Path, wanted: Callable[[str], bool]) -> None:
    """Unpack wheels; where two hold the same file it is the same, as PySide6/__init__.py."""
    for file in wheels:
        with zipfile.ZipFile(file) as wheel:
            for member in wheel.infolist():
                target = folder / member.filename
                if member.is_dir() or target.exists() or not wanted(member.filename):
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(wheel.read(member))


def _copy_program(app: Path, version: str) -> None:
    for part in trim.PROGRAM:
        source = ROOT / part
        files = files_of(source) if source.is_dir() else [source] * source.is_file()
        for file in files:
            name = file.relative_to(ROOT).as_posix()
            if trim.wanted_of_project(name):
                target = app / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
    _set_version(app / "resources" / "__init__.py", version)


def _set_version(file: Path, version: str) -> None:
    """Write the version that is built into the program's own copy of it."""
    text = file.read_text(encoding="utf-8")
    changed, times = re.subn(r'^VERSION = ".*"$', f'VERSION = "{version}"', text, flags=re.M)
    if times != 1:
        raise BuildError(f"{file.name} of resources names its version {times} times")
    file.write_text(changed, encoding="utf-8", newline="\n")
