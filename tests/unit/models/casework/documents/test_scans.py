"""Signed papers come back: the scan is kept with the version it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case.demands import change_demand
from models.casework.documents import queries
from models.casework.documents.commands import void_versions
from models.casework.documents.scans import attach_scan
from models.kernel import files
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid, NotPossible
from tests.papercase import SCAN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papercase import Desk

REGISTER = "complaint_register"


@pytest.fixture
def scan(tmp_path: Path) -> str:
    file = tmp_path / "扫描件.pdf"
    file.write_bytes(SCAN)
    return str(file)


def test_a_scan_belongs_to_a_version(desk: Desk, scan: str) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    change_demand(desk.house.person("liumin"), case.id, {"no": 1, "amount": "1300"})
    desk.print(case, REGISTER)
    told = {"doc_no": printed.doc_no, "paper_version": 1, "file": scan, "note": "客户当面签字"}
    attach_scan(desk.house.person("liumin"), case.id, told)
    newest, first = queries.papers_of(case.id)
    assert (newest.came_back, first.came_back) == (False, True)
    assert files.open_bytes(first.scan_sha256) == SCAN


def test_without_a_version_the_newest_is_meant(desk: Desk, scan: str) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    told = {"doc_no": printed.doc_no.lower(), "file": scan}
    attach_scan(desk.house.person("liumin"), case.id, told)
    assert queries.papers_of(case.id)[0].came_back


def test_a_paper_of_another_case_is_refused(desk: Desk, scan: str) -> None:
    one, other = desk.register(), desk.register()
    printed = desk.print(one, REGISTER)
    told = {"doc_no": printed.doc_no, "file": scan}
    with pytest.raises(Invalid, match="another case"):
        attach_scan(desk.house.person("liumin"), other.id, told)


def test_a_void_version_takes_no_signature(desk: Desk, scan: str) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    with unit_of_work(desk.house.person("liumin"), "test.void") as work:
        void_versions(work, case, printed.doc_no)
    told = {"doc_no": printed.doc_no, "file": scan}
    with pytest.raises(NotPossible, match="void"):
        attach_scan(desk.house.person("liumin"), case.id, told)


def test_a_void_version_is_not_printed_again(desk: Desk) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    with unit_of_work(desk.house.person("liumin"), "test.void") as work:
        void_versions(work, case, printed.doc_no)
    assert desk.print(case, REGISTER).version == 2


def test_a_file_that_is_not_there_is_named(desk: Desk, tmp_path: Path) -> None:
    case = desk.register()
    printed = desk.print(case, REGISTER)
    told = {"doc_no": printed.doc_no, "file": str(tmp_path / "gone.pdf")}
    with pytest.raises(Invalid) as refused:
        attach_scan(desk.house.person("liumin"), case.id, told)
    assert list(refused.value.problems) == ["documents.file"]


def test_a_number_that_was_never_printed_is_refused(desk: Desk, scan: str) -> None:
    case = desk.register()
    told = {"doc_no": "HJ-2026-000009-1", "file": scan}
    with pytest.raises(NotPossible, match="HJ-2026"):
        attach_scan(desk.house.person("liumin"), case.id, told)


@pytest.mark.parametrize("name", ["通话录音.mp3", "说明.txt", "清单.zip"])
def test_only_a_picture_or_a_pdf_shows_a_signature(desk: Desk, tmp_path: Path, name: str) -> None:
    content = {
        "mp3": b"ID3\x04" + bytes(60),
        "txt": "同意".encode(),
        "zip": b"PK\x05\x06" + bytes(18),
    }
    (tmp_path / name).write_bytes(content[name.partition(".")[2]])
    case = desk.register()
    printed = desk.print(case, REGISTER)
    told = {"doc_no": printed.doc_no, "file": str(tmp_path / name)}
    with pytest.raises(Invalid, match="no scan") as refused:
        attach_scan(desk.house.person("liumin"), case.id, told)
    assert list(refused.value.problems) == ["documents.file"]
    assert not queries.papers_of(case.id)[0].came_back
