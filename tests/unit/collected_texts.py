"""Finds every text that the program can show: literal calls in the code and the declared fields."""

from __future__ import annotations

import ast
import importlib
import json
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.fields import FieldSpec
from tests.project_files import ROOT, name, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

# What a texts function or the message class is called: texts(...), self.t(...), ctx.texts(...).
CALLED = {"texts", "_texts", "t", "_t", "Message"}
ROOM_AND_MSGID = 2


class Text(NamedTuple):
    """A msgid in its room and where the program says it."""

    room: str
    msgid: str
    place: str


def called_texts(file: Path) -> list[Text]:
    """Return the texts of the calls in a file whose room and msgid are literals or constants."""
    module = tree(file)
    constants, called = module_constants(module), CALLED | other_names_of_message(module)
    return [
        Text(room, msgid, f"{name(file)}:{call.lineno}")
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and last_name(call.func) in called
        if len(call.args) >= ROOM_AND_MSGID
        for room in literals(call.args[0], constants)
        for msgid in literals(call.args[1], constants)
        if msgid
    ]


def last_name(function: ast.expr) -> str:
    """Return ``t`` of ``self.t`` and of ``t``."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def literals(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """Yield the texts an argument can be: a literal, a constant, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body, constants)
        yield from literals(node.orelse, constants)


def module_constants(module: ast.Module) -> dict[str, str]:
    """Return {NAME: text} of the text constants at the top of a file."""
    return {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def other_names_of_message(module: ast.Module) -> set[str]:
    """Return the names under which a file imports Message."""
    return {
        alias.asname
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "Message" and alias.asname
    }


def field_files() -> list[Path]:
    """Return the files of the rooms that declare fields."""
    models = ROOT / "models"
    kernel = models / "kernel"
    found = {*models.glob("*/**/fields.py"), *models.glob("*/**/fields/*.py")}
    return sorted(file for file in found if kernel not in file.parents)


def declared_texts(file: Path) -> list[Text]:
    """Return labels and notes of the fields that a file declares."""
    module = importlib.import_module(name(file).removesuffix(".py").replace("/", "."))
    return [
        Text(spec.room, msgid, f"{name(file)} {spec.name}")
        for spec in specs_of(module)
        for msgid in (spec.label, spec.note)
        if msgid
    ]


def specs_of(module: ModuleType) -> Iterator[FieldSpec]:
    """Yield the field declarations of a module, alone, in tuples and in dicts."""
    for value in vars(module).values():
        inside = value.values() if isinstance(value, dict) else value
        if isinstance(value, FieldSpec):
            yield value
        elif isinstance(value, dict | tuple | list):
            yield from (spec for spec in inside if isinstance(spec, FieldSpec))


def literal_texts(file: Path) -> set[str]:
    """Return every text that stands in a file, whatever it is for."""
    nodes = ast.walk(tree(file))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def seeded_texts() -> set[str]:
    """Return every text of the lists and guides that a new store begins with."""
    found: set[str] = set()
    open_values = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in (ROOT / "resources" / "seed").glob("*.json")
    ]
    while open_values:
        value = open_values.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict | list):
            open_values += value.values() if isinstance(value, dict) else value
    return found
