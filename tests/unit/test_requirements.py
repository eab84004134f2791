"""docs/requirements.md: every row names a place in the program and a test that exists."""

from __future__ import annotations

import ast
import re

from tests.project_files import ROOT, tree

TABLE = ROOT / "docs" / "requirements.md"
ROW = re.compile(r"^\| (?P<row>[A-Z]\d{2}) \| (?P<place>[^|]+?) \| (?P<test>[^|]+?) \|$")
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [found for line in LINES if (found := ROW.match(line))]


def test_every_line_of_the_table_is_a_row() -> None:
    odd = [line for line in LINES if re.match(r"^\|\s*[A-Z]\d", line) and not ROW.match(line)]
    assert not odd


def test_no_row_stands_twice() -> None:
    rows = [found["row"] for found in ROWS]
    assert len(rows) == len(set(rows))


def test_every_named_test_exists() -> None:
    wrong = [
        f"{found['row']}: {test} is not there"
        for found in ROWS
        for test in found["test"].split(", ")
        if function_name(test) not in functions_of(test.partition("::")[0])
    ]
    assert not wrong, "\n".join(wrong)


def function_name(node: str) -> str:
    """Return the function of a node id: without class and parameters."""
    return node.rpartition("::")[2].partition("[")[0]


def functions_of(path: str) -> set[str]:
    """Return the names of the functions in a file, none when it is not there."""
    if not (ROOT / path).is_file():
        return set()
    return {node.name for node in ast.walk(tree(ROOT / path)) if isinstance(node, ast.FunctionDef)}
