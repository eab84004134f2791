"""The shape of the code: sizes, names, docstrings, packages, encodings."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.project_files import PACKAGES, ROOT, all_files, name, product_files, source, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
TEXT_METHODS = {"read_text": 0, "write_text": 1}
ENCODING_OF_OPEN = 3
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# A migration keeps the tables of its release inline, as long as they are, and is never edited.
MIGRATIONS = set((ROOT / "models" / "migrations").glob("[0-9]*.py"))

every_file = pytest.mark.parametrize("file", all_files(), ids=name)
edited_file = pytest.mark.parametrize(
    "file", [file for file in all_files() if file not in MIGRATIONS], ids=name
)
product_file = pytest.mark.parametrize(
    "file", [file for file in product_files() if file not in MIGRATIONS], ids=name
)


@edited_file
def test_a_file_fits_its_reader(file: Path) -> None:
    lines = len(source(file).splitlines())
    assert lines <= MOST_LINES_OF_A_FILE, f"{lines} lines: split it by subject"


@edited_file
def test_a_function_fits_the_screen(file: Path) -> None:
    long = [
        f"{node.name} in line {node.lineno} has {lines} lines"
        for node in ast.walk(tree(file))
        if isinstance(node, FUNCTIONS)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


@every_file
def test_a_file_says_what_it_is(file: Path) -> None:
    assert ast.get_docstring(tree(file)), "no module docstring"


@every_file
def test_a_name_says_what_is_inside(file: Path) -> None:
    for part in file.relative_to(ROOT).with_suffix("").parts:
        assert part not in FORBIDDEN_NAMES, f"{part} says nothing"
        assert not part.startswith("base_"), f"{part} says nothing"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_folder_is_a_package(package: str) -> None:
    folders = {file.parent for file in (ROOT / package).rglob("*.py")}
    above = {
        up for folder in folders for up in folder.parents if ROOT / package in (up, *up.parents)
    }
    missing = [name(folder) for folder in folders | above if not (folder / "__init__.py").is_file()]
    assert not missing


@product_file
def test_annotations_are_postponed(file: Path) -> None:
    defines = any(isinstance(node, (*FUNCTIONS, ast.ClassDef)) for node in tree(file).body)
    assert not defines or "from __future__ import annotations" in source(file)


@every_file
def test_text_files_name_their_encoding(file: Path) -> None:
    bare = [f"line {call.lineno}" for call in text_file_calls(tree(file)) if not has_encoding(call)]
    assert not bare, "without encoding= Windows reads and writes its own code page"


def text_file_calls(module: ast.Module) -> Iterator[ast.Call]:
    """Find the calls of open() and Path.open() in text mode, read_text() and write_text()."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "open":
            if "b" not in mode(node, 1):
                yield node
        elif isinstance(node.func, ast.Attribute) and opens_text(node, node.func):
            yield node


def opens_text(call: ast.Call, method: ast.Attribute) -> bool:
    """Tell whether a method call reads or writes a text file."""
    if method.attr in TEXT_METHODS:
        return True
    literal = mode(call, 0)
    is_mode = bool(literal) and set(literal) <= set("rwaxt+")
    return method.attr == "open" and is_mode


def mode(call: ast.Call, position: int) -> str:
    """Return the literal mode of a call, or nothing."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    given += call.args[position : position + 1]
    constants = [node.value for node in given if isinstance(node, ast.Constant)]
    return next((value for value in constants if isinstance(value, str)), "")


def has_encoding(call: ast.Call) -> bool:
    """Tell whether a call names its encoding, by keyword or by position."""
    if any(keyword.arg in ("encoding", None) for keyword in call.keywords):
        return True
    if isinstance(call.func, ast.Name):
        return len(call.args) > ENCODING_OF_OPEN
    return len(call.args) > TEXT_METHODS.get(call.func.attr, ENCODING_OF_OPEN - 1)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("open('a')", 1),
        ("open('a', 'rb')", 0),
        ("open('a', encoding='utf-8')", 0),
        ("p.read_text()", 1),
        ("p.read_text('utf-8')", 0),
        ("p.write_text('x')", 1),
        ("p.write_text('x', encoding='utf-8')", 0),
        ("p.open('w')", 1),
        ("p.open('rb')", 0),
        ("dialog.open()", 0),
        ("Image.open(file)", 0),
    ],
)
def test_the_encoding_check_itself(code: str, found: int) -> None:
    bare = [call for call in text_file_calls(ast.parse(code)) if not has_encoding(call)]
    assert len(bare) == found
