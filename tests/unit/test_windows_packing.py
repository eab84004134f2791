"""The installed program's own modules lie in one file, from which Python runs them."""

from __future__ import annotations

import sys
import zipfile
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tests.project_files import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

SMALL = {
    "models/__init__.py": '"""A small program."""\n',
    "models/__pycache__/__init__.cpython-313.pyc": "byte-code",
    "models/migrations/__init__.py": '"""Its migrations."""\n',
    "models/migrations/0001_initial.py": "STEP = 1\n",
    "models/migrations/__pycache__/0001_initial.cpython-313.pyc": "byte-code",
    "reports/__init__.py": "",
    "ui/__init__.py": "",
    "ui/desk.py": "TITLE = '客诉通'\n",
    "resources/__init__.py": "",
    "main.py": "",
}


@pytest.fixture
def packing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(ROOT / "packaging" / "windows")
    yield import_module("packing")
    for name in ("packing", "stage", "trim", "inputs"):
        sys.modules.pop(name, None)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "app")


def laid_out(folder: Path) -> Path:
    for name, text in SMALL.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_modules_are_packed_with_their_byte_code_beside_them(
    packing: ModuleType, app: Path
) -> None:
    packing.pack_program(app)
    with zipfile.ZipFile(app / "program.zip") as package:
        names = set(package.namelist())
        assert package.read("ui/desk.py").decode() == SMALL["ui/desk.py"]
    assert {"models/__init__.py", "models/__init__.pyc", "ui/desk.py"} <= names
    assert "models/migrations/0001_initial.pyc" in names
    assert not any("__pycache__" in name for name in names)


def test_resources_and_migrations_stay_files(packing: ModuleType, app: Path) -> None:
    packing.pack_program(app)
    assert files(app) == {
        "main.py",
        "program.zip",
        "resources/__init__.py",
        "models/migrations/__init__.py",
        "models/migrations/0001_initial.py",
    }


def test_the_same_program_is_packed_to_the_same_bytes(
    packing: ModuleType, app: Path, tmp_path: Path
) -> None:
    again = laid_out(tmp_path / "again")
    for folder in (app, again):
        packing.pack_program(folder)
    assert (app / "program.zip").read_bytes() == (again / "program.zip").read_bytes()


def test_every_module_that_opens_files_beside_itself_is_left_unpacked(packing: ModuleType) -> None:
    beside = [
        file.relative_to(ROOT).as_posix()
        for top in packing.PACKED
        for file in (ROOT / top).rglob("*.py")
        if "__file__" in file.read_text(encoding="utf-8")
    ]
    assert beside == []
