"""Only the newest printed version is signed; a signed one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.approval.commands import request
from models.casework.approval.queries import of_case
from models.casework.documents import queries as papers
from models.casework.documents.scans import attach_scan
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid, NotPossible
from models.stages.agreement import queries
from models.stages.agreement.commands import draft_from_demands, save, sign, void
from tests.papercase import SCAN

if TYPE_CHECKING:
    from pathlib import Path

    from models.casework.case.tables import Case
    from tests.papercase import Desk
    from tests.stores import Clock


@pytest.fixture
def signed(tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "signed.pdf"
    file.write_bytes(SCAN)
    return {
        "signed_on": "2026-08-01",
        "signatory_ours": "赵磊",
        "signatory_customer": "陈晓",
        "original_place": "档案柜 3-12",
        "scan": str(file),
    }


def take_back(desk: Desk, case: Case) -> None:
    with unit_of_work(desk.house.person("liumin"), "test.void") as work:
        void(work, desk.case(case.case_no))


def test_signing_records_who_when_the_scan_and_where_it_lies(
    desk: Desk, signed: dict[str, Any]
) -> None:
    case = desk.ready()
    desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    row = queries.agreement(case.id)
    assert row is not None
    assert (row["state"], row["signed_on"]) == ("signed", "2026-08-01")
    assert (row["signatory_ours"], row["signatory_customer"]) == ("赵磊", "陈晓")
    assert row["original_place"] == "档案柜 3-12"
    assert papers.papers_of(case.id)[0].scan_sha256 == row["scan_sha256"]
    assert queries.missing_to_sign(case.id) == []


def test_a_draft_cannot_be_signed(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    with pytest.raises(NotPossible, match="print the newest version"):
        sign(desk.house.person("liumin"), case.id, signed)
    desk.print(case)
    save(desk.house.person("liumin"), case.id, {"place": "甲地"})
    with pytest.raises(NotPossible, match="print the newest version"):
        sign(desk.house.person("liumin"), case.id, signed)


def test_the_scan_may_be_back_already(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    printed = desk.print(case)
    told = signed | {"scan": ""}
    with pytest.raises(Invalid) as refused:
        sign(desk.house.person("liumin"), case.id, told)
    assert list(refused.value.problems) == ["agreement.scan"]
    attach_scan(
        desk.house.person("liumin"), case.id, {"doc_no": printed.doc_no, "file": signed["scan"]}
    )
    sign(desk.house.person("liumin"), case.id, told)
    assert queries.missing_to_sign(case.id) == []


@pytest.mark.parametrize("day", ["2026-07-31", "2026-08-02"])
def test_it_is_signed_between_the_print_and_today(
    desk: Desk, signed: dict[str, Any], day: str
) -> None:
    case = desk.ready()
    desk.print(case)
    with pytest.raises(Invalid) as refused:
        sign(desk.house.person("liumin"), case.id, signed | {"signed_on": day})
    assert list(refused.value.problems) == ["agreement.signed_on"]


def test_a_signed_agreement_is_not_changed(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    with pytest.raises(NotPossible, match="stays as both sides signed it"):
        save(desk.house.person("liumin"), case.id, {"place": "甲地"})


def test_a_slip_in_the_signing_can_be_corrected(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    corrected = signed | {"scan": "", "witness": "孙琪"}
    sign(desk.house.person("liumin"), case.id, corrected)
    row = queries.agreement(case.id)
    assert row is not None
    assert (row["witness"], row["state"]) == ("孙琪", "signed")


def test_a_signed_agreement_prints_as_it_was_signed(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    printed = desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    desk.set(case, state="IMPLEMENTING", subject="后来改过的主题")
    assert desk.print(case).pdf == printed.pdf


def test_missing_to_sign_leads_from_print_to_signature(desk: Desk) -> None:
    case = desk.ready()
    assert [item.place for item in queries.missing_to_sign(case.id)] == ["agreement.print"]
    desk.print(case)
    places = [item.place for item in queries.missing_to_sign(case.id)]
    assert places == ["agreement.scan", "agreement.signed_on"]


def test_back_to_negotiating_voids_paper_and_approval(desk: Desk) -> None:
    case = desk.ready()
    desk.print(case)
    told = {"subject_kind": "agreement", "subject_no": 1, "amount": "150", "text": "请批准"}
    request(desk.house.person("liumin"), case.id, told)
    take_back(desk, case)
    assert queries.agreement(case.id) is None
    assert [paper.state for paper in papers.papers_of(case.id)] == ["void"]
    assert [view.state for view in of_case(case.id)] == ["withdrawn"]


def test_agreed_again_the_versions_go_on(desk: Desk) -> None:
    case = desk.ready()
    printed = desk.print(case)
    take_back(desk, case)
    with unit_of_work(desk.house.person("liumin"), "test.agree") as work:
        draft_from_demands(work, desk.case(case.case_no))
    desk.complete(case)
    again = desk.print(case)
    assert (again.doc_no, again.version) == (printed.doc_no, 2)


def test_what_is_signed_binds_until_it_is_carried_out(desk: Desk, signed: dict[str, Any]) -> None:
    case = desk.ready()
    desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    with pytest.raises(NotPossible, match="binds both sides"):
        take_back(desk, case)


def test_a_reopened_case_gets_a_second_agreement_beside_the_first(
    desk: Desk, signed: dict[str, Any], clock: Clock
) -> None:
    case = desk.ready()
    first = desk.print(case)
    sign(desk.house.person("liumin"), case.id, signed)
    desk.set(case, state="FOLLOW_UP")
    take_back(desk, case)
    clock.forward(hours=24)
    with unit_of_work(desk.house.person("liumin"), "test.agree") as work:
        draft_from_demands(work, desk.case(case.case_no))
    desk.set(case, state="AGREED")
    desk.complete(case)
    second = desk.print(case)
    assert second.doc_no == first.doc_no[:-1] + "2"
    assert [row["state"] for row in queries.versions(case.id)] == ["signed", "printed"]
    assert desk.print(case, ordinal=1).pdf == first.pdf
