"""The program starts no other one: installed, its own executable is the window, not a Python."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.project_files import ROOT, name, product_files, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The scripts of the developers; nothing of the installed program calls them.
DEVELOPERS = {ROOT / "dev.py", ROOT / "resources" / "fonts" / "fetch.py"}
MODULES = {"subprocess", "multiprocessing", "concurrent.futures.process", "pty"}
NAMES = {
    "sys": {"executable", "_base_executable"},
    "os": {"fork", "forkpty", "startfile", "system", "popen", "posix_spawn", "posix_spawnp"},
}
STARTING = ("exec", "spawn")
EXECUTORS = {"ProcessPoolExecutor", "QProcess"}

installed_file = pytest.mark.parametrize(
    "file", [file for file in product_files() if file not in DEVELOPERS], ids=name
)


def starts(module: ast.Module) -> Iterator[str]:
    """Find what starts another program, or asks which program this is."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if is_forbidden_module(one.name))
        elif isinstance(node, ast.ImportFrom):
            yield from imported(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = is_forbidden_name(node.value.id, node.attr)
            yield from [f"{node.value.id}.{node.attr}"] if found else []


def imported(node: ast.ImportFrom) -> Iterator[str]:
    """Find what a ``from … import`` brings."""
    module = node.module or ""
    for one in node.names:
        whole = f"{module}.{one.name}"
        modules = is_forbidden_module(module) or is_forbidden_module(whole)
        if modules or is_forbidden_name(module, one.name):
            yield whole


def is_forbidden_module(module: str) -> bool:
    """Tell whether a module is there to start programs."""
    return any(module == one or module.startswith(f"{one}.") for one in MODULES)


def is_forbidden_name(module: str, attribute: str) -> bool:
    """Tell whether ``module.attribute`` starts programs."""
    starting = module == "os" and attribute.startswith(STARTING)
    return starting or attribute in NAMES.get(module, ()) or attribute in EXECUTORS


@installed_file
def test_no_other_program_is_started(file: Path) -> None:
    assert list(starts(tree(file))) == []


def test_the_developers_scripts_are_there() -> None:
    assert all(file.is_file() for file in DEVELOPERS)


@pytest.mark.parametrize(
    "code",
    [
        "import subprocess",
        "import multiprocessing.pool",
        "from multiprocessing import Pool",
        "from concurrent.futures import ProcessPoolExecutor",
        "import sys\nprint(sys.executable)",
        "from sys import executable",
        "import os\nos.startfile('x')",
        "import os\nos.execv('x', [])",
        "from os import fork",
        "from PySide6.QtCore import QProcess",
    ],
)
def test_the_search_itself(code: str) -> None:
    assert len(list(starts(ast.parse(code)))) == 1


@pytest.mark.parametrize(
    "code", ["import os\nos.environ", "from concurrent.futures import ThreadPoolExecutor"]
)
def test_what_starts_nothing_is_left_alone(code: str) -> None:
    assert not list(starts(ast.parse(code)))
