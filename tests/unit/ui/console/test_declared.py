"""The registry: complete, and without Qt."""

from __future__ import annotations

import re
import subprocess
import sys

from models.flow.papers import PAPERS
from models.flow.registry import all_commands, all_fields
from tests.project_files import ROOT, source
from ui.console.declared import _NEEDS
from ui.console.run import SUBCOMMANDS

REGISTERED = re.compile(r"@(?:case_)?command\(\s*\"(?P<name>[a-z_]+\.[a-z_]+)\"")


def test_the_registry_knows_every_command_of_the_code() -> None:
    files = (ROOT / "models").rglob("*.py")
    declared = {found["name"] for file in files for found in REGISTERED.finditer(source(file))}
    assert declared <= set(all_commands())


def test_a_field_of_a_list_is_known_too() -> None:
    assert "case.demand.amount" in all_fields()


def test_every_paper_says_what_it_needs() -> None:
    assert set(_NEEDS) == set(PAPERS)


def test_every_subcommand_of_the_contract_is_there() -> None:
    agreed = (
        "demo apply commands fields names documents cases show queue tick check search print "
        "backup restore verify import shot"
    )
    assert set(SUBCOMMANDS) == set(agreed.split())


def test_the_command_line_runs_without_qt() -> None:
    code = "import sys, main, ui.console.run; sys.exit(any('PySide' in m for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0
