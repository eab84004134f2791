"""What is run again with Windows Python: every subject in which Windows is another country."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TESTS = ROOT / "tests"
SUBJECTS = {
    "paths": "unit/models/kernel/test_places.py unit/models/kernel/test_db.py",
    "files": "unit/models/kernel/test_files.py unit/models/kernel/test_disk.py "
    "faults/test_attachments.py",
    "store": "unit/models/kernel/test_db.py unit/models/kernel/test_backup.py "
    "unit/models/kernel/test_restore.py unit/models/test_migrations.py",
    "paper": "unit/reports/test_golden.py unit/reports/test_pages.py "
    "unit/reports/test_characters.py",
    "printing": "ui/pages/test_printing.py",
    "locking": "faults/test_processes.py unit/models/kernel/test_numbering.py",
    "a bad disk": "faults/test_disk.py faults/test_damage.py unit/models/kernel/test_trouble.py",
    "lists from other programs": "unit/models/outlook/exchange/test_import.py",
    "texts and fonts": "unit/test_texts.py unit/resources/test_fonts.py",
    "command line": "scenarios/test_contract_console.py unit/ui/console/test_apply.py",
    "entering": "ui/window/test_login.py ui/window/test_first_run.py ui/desk/test_language.py",
    "one window": "ui/desk/test_opening.py",
    "main window": "ui/desk/test_window.py ui/window/test_frame.py ui/shell/test_theme.py",
    "one whole story": "scenarios/test_stories_through_window.py",
}


def marked(file: Path) -> bool:
    """Tell whether something in a file of tests is marked ``windows``."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    marks = (ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute))
    return "pytest.mark.windows" in marks


@pytest.mark.parametrize("files", SUBJECTS.values(), ids=SUBJECTS)
def test_a_subject_is_run_again_with_windows_python(files: str) -> None:
    left_out = [name for name in files.split() if not marked(TESTS / name)]
    assert not left_out
