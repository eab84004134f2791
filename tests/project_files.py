"""Where the project's own Python files are, for the tests that read them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "reports", "resources", "ui")
SCRIPTS = ("main.py", "dev.py")


def name(file: Path) -> str:
    """Return a file's path inside the project, the same on every system."""
    return file.relative_to(ROOT).as_posix()


def product_files() -> list[Path]:
    """Return every Python file of the program."""
    scripts = [ROOT / script for script in SCRIPTS if (ROOT / script).is_file()]
    packages = [file for package in PACKAGES for file in (ROOT / package).rglob("*.py")]
    return sorted(scripts + packages)


def all_files() -> list[Path]:
    """Return every Python file of the program, its tests and its packaging."""
    others = [file for folder in ("tests", "packaging") for file in (ROOT / folder).rglob("*.py")]
    return sorted(product_files() + others)


@cache
def source(file: Path) -> str:
    """Return the text of a file."""
    return file.read_text(encoding="utf-8")


@cache
def tree(file: Path) -> ast.Module:
    """Return the parsed file."""
    return ast.parse(source(file), filename=str(file))
