"""A release can be made again: version, changes and files are those of the repository."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
from typing import TYPE_CHECKING

import pytest

from resources import VERSION
from tests.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

CHANGES = """# What has changed

## 0.10.0

Ten.

## 0.1.0

One.
"""


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, working on a small repository whose program is version 0.1.0."""
    spec = importlib.util.spec_from_file_location("release", ROOT / "packaging" / "release.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    write(tmp_path / "resources" / "__init__.py", 'VERSION = "0.1.0"\n')
    write(tmp_path / "docs" / "changes.md", CHANGES)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "CHANGES", tmp_path / "docs" / "changes.md")
    monkeypatch.setattr(module, "git", lambda *_arguments: "")
    return module


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_version_that_is_named_described_and_committed_is_released(release: ModuleType) -> None:
    assert release.what_hinders("0.1.0") == ""


def test_another_version_than_the_programs_own_is_refused(release: ModuleType) -> None:
    assert "0.1.0" in release.what_hinders("0.2.0")


def test_changes_are_written_down_before(release: ModuleType) -> None:
    write(release.CHANGES, "# What has changed\n")
    assert "docs/changes.md" in release.what_hinders("0.1.0")


def test_everything_is_committed_before(
    release: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "git", lambda *_arguments: "?? forgotten.txt")
    assert "not committed" in release.what_hinders("0.1.0")


def test_the_notes_are_the_section_of_the_version(release: ModuleType) -> None:
    assert release.changes_of("0.1.0") == "## 0.1.0\n\nOne.\n"
    assert release.changes_of("0.10.0") == "## 0.10.0\n\nTen.\n"
    assert release.changes_of("0.1") == ""


def test_the_source_archive_is_the_same_each_time(
    release: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release.subprocess, "check_output", lambda *_line, **_options: b"files")
    made = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        release.make_source_archive("0.1.0", tmp_path / name)
        made.append((tmp_path / name / "kesutong-0.1.0.tar.gz").read_bytes())
    assert made[0] == made[1]
    assert gzip.decompress(made[0]) == b"files"


def test_every_file_has_its_checksum(release: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "dist"
    write(target / "a.txt", "客诉")
    release.write_checksums(target)
    sums = (target / "SHA256SUMS").read_text(encoding="ascii")
    assert sums == f"{hashlib.sha256('客诉'.encode()).hexdigest()}  a.txt\n"


def test_the_present_version_has_its_changes() -> None:
    changes = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8")
    assert f"\n## {VERSION}\n" in changes
