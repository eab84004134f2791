"""What has to be there before an agreement is printed, and what the paper then says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.approval.commands import decide, request
from models.casework.documents import queries as papers
from models.kernel.errors import NotPossible
from models.stages.agreement import queries
from models.stages.agreement.commands import save
from models.stages.agreement.documents import SettlementAgreement
from models.stages.agreement.terms import change_term
from tests.papercase import plain_render

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.casework.documents.content import Frame
    from tests.papercase import Desk, Plain


def refused(desk: Desk, case: Case, **how: Any) -> NotPossible:
    with pytest.raises(NotPossible) as caught:
        desk.print(case, **how)
    return caught.value


def approve(desk: Desk, case: Case, amount: str, by: str = "wugang") -> None:
    told = {"subject_kind": "agreement", "subject_no": 1, "amount": amount, "text": "请批准"}
    no = request(desk.house.person("liumin"), case.id, told).no
    decide(desk.house.person(by), case.id, {"no": no, "decision": "approved"})


def test_an_incomplete_agreement_names_every_gap_with_its_field(desk: Desk) -> None:
    case = desk.agreed()
    save(desk.house.person("liumin"), case.id, {"facts_confirmed": "", "place": ""})
    places = [item.place for item in refused(desk, case).missing]
    assert places == [
        "agreement.place",
        "agreement.facts_confirmed",
        "agreement.term.due_on",
        "agreement.term.due_on",
    ]


def test_an_unnamed_customer_cannot_sign(desk: Desk) -> None:
    case = desk.ready(customer_name="", anonymous=True, confirmed=True)
    no = refused(desk, case)
    assert [item.place for item in no.missing] == ["agreement.customer_name"]
    assert "unnamed customer cannot sign" in str(no)
    save(desk.house.person("liumin"), case.id, {"customer_name": "陈晓"})
    assert desk.print(case).version == 1


def test_an_agent_brings_a_power_of_attorney(desk: Desk) -> None:
    case = desk.ready()
    save(desk.house.person("liumin"), case.id, {"agent": "陈大明"})
    assert refused(desk, case).missing[0].place == "agreement.authority_paper"


def test_beyond_ones_authority_somebody_has_to_approve(desk: Desk) -> None:
    case = desk.ready("1234")
    no = refused(desk, case)
    assert "1,234.00" in str(no)
    assert no.missing[0].place == "agreement.approval"
    assert "Department head" in str(no)
    approve(desk, case, "1234", by="zhouhao")
    assert desk.print(case).version == 1


def test_a_lower_approval_does_not_cover_a_higher_total(desk: Desk) -> None:
    case = desk.ready("1234")
    approve(desk, case, "1000")
    assert refused(desk, case).missing[0].place == "agreement.approval"


def test_somebody_with_the_authority_prints_without_approval(desk: Desk) -> None:
    case = desk.ready("1234")
    printed = desk.print(case, by="zhouhao")
    assert desk.print(case, by="liumin").pdf == printed.pdf


def test_a_waiting_approval_is_told_as_waiting(desk: Desk) -> None:
    case = desk.ready("1234")
    told = {"subject_kind": "agreement", "subject_no": 1, "amount": "1234", "text": "请批准"}
    request(desk.house.person("liumin"), case.id, told)
    assert "still waiting" in str(refused(desk, case))


def test_each_party_gets_its_own_copy_of_the_same_content(desk: Desk) -> None:
    case = desk.ready()
    printed = desk.print(case)
    assert [copy.mark for copy in printed.copies] == ["party_a", "party_b"]
    assert printed.pdf == printed.copies[0].pdf != printed.copies[1].pdf
    actor = desk.house.person("liumin")
    assert papers.pdf(actor, printed.doc_no, 1, "party_b") == printed.copies[1].pdf


def test_a_superseded_version_is_void(desk: Desk) -> None:
    case = desk.ready()
    desk.print(case)
    save(desk.house.person("liumin"), case.id, {"extra_clause": "乙方自取车辆。"})
    desk.print(case)
    assert [(p.version, p.state) for p in papers.papers_of(case.id)] == [(2, "valid"), (1, "void")]


def test_changed_back_it_is_the_printed_version_again(desk: Desk) -> None:
    case = desk.ready()
    first = desk.print(case)
    save(desk.house.person("liumin"), case.id, {"place": "甲地"})
    save(desk.house.person("liumin"), case.id, {"place": "示例市示例区"})
    assert desk.print(case).pdf == first.pdf
    assert [p.state for p in papers.papers_of(case.id)] == ["valid"]
    row = queries.agreement(case.id)
    assert row is not None
    assert (row["state"], row["paper_version"]) == ("printed", 1)


def test_what_was_advanced_is_not_paid_again(desk: Desk) -> None:
    case = desk.ready()
    change_term(desk.house.person("liumin"), case.id, {"no": 1, "advanced_by": "zhaolei"})
    content = frozen_content(desk, case)
    assert [term.paid for term in content.terms] == [False, False]


def test_the_paper_tells_both_parties_the_demands_and_the_answers(desk: Desk) -> None:
    content = frozen_content(desk, desk.ready())
    assert content.party_a.id_number == "91350100M000100Y43"
    assert content.party_b[0].name == "陈晓"
    assert content.vehicles[0].plate == "粤B·D12345"
    assert [demand.answer for demand in content.demands] == ["同意", "同意", "客户放弃"]
    assert [(term.kind, term.paid) for term in content.terms] == [
        ("拖车费", True),
        ("免费返工", False),
    ]
    assert [step.due_on for step in content.schedule] == ["2026-08-05", "2026-08-05"]


def frozen_content(desk: Desk, case: Case) -> SettlementAgreement:
    seen: list[SettlementAgreement] = []

    def render(name: str, content: Any, frame: Frame) -> Plain:
        seen.append(content)
        return plain_render(name, content, frame)

    desk.print(case, render=render, draft=True)
    assert isinstance(seen[0], SettlementAgreement)
    return seen[0]
