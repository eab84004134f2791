"""Every paper of the first release prints from the data of a case, in the real layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import reports
from models.casework.case.tasks import add_task
from models.casework.documents import canonical
from models.casework.documents.queries import find, papers_of
from models.flow.papers import PAPERS, missing_to_print, print_again
from models.flow.registration import record_follow_up
from models.kernel.command import unit_of_work
from models.kernel.errors import NotPossible
from models.stages.agreement.terms import change_term
from models.stages.followup.commands import plan_rounds
from models.stages.followup.documents import FollowUpRecord
from models.stages.implementation.documents import DispatchSlip
from models.stages.intake.commands import read_back

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.papercase import Desk

TASK = {
    "kind": "repair",
    "department": "workshop",
    "assignee": "zhouhao",
    "title": "更换燃油泵",
    "detail": "当晚完成",
    "due_at": "2026-08-02T12:00:00+08:00",
}


def whole(desk: Desk) -> Case:
    """Return a case that has something for every paper."""
    case = desk.ready()
    actor = desk.house.person("liumin")
    desk.set(case, state="RECEIVED")
    told = {"read_back_text": "您的新车在高速上熄火。", "focus": "高速熄火"}
    read_back(actor, case.id, told | {"read_back_confirmed": True})
    desk.set(case, state="AGREED")
    add_task(actor, case.id, TASK)
    with unit_of_work(actor, "test.plan") as work:
        plan_rounds(work, case)
    return desk.case(case.case_no)


def call(desk: Desk, case: Case) -> None:
    desk.set(case, state="VERIFIED")
    answers = {"way": "phone", "reached": True, "satisfaction": 5, "words": "很满意"}
    record_follow_up(desk.house.person("zhaolei"), case.id, answers | {"demands": []})


@pytest.mark.parametrize("kind", sorted(set(PAPERS) - {"follow_up_record"}))
def test_it_prints(desk: Desk, kind: str) -> None:
    case = whole(desk)
    printed = desk.print(case, kind, render=reports.render)
    assert printed.pdf.startswith(b"%PDF")
    assert printed.pages >= 1
    assert desk.print(case, kind, render=reports.render).pdf == printed.pdf


def test_a_follow_up_prints_once_somebody_tried(desk: Desk) -> None:
    case = whole(desk)
    with pytest.raises(NotPossible):
        desk.print(case, "follow_up_record", by="zhaolei")
    call(desk, case)
    printed = desk.print(case, "follow_up_record", by="zhaolei", render=reports.render)
    content = frozen(desk, printed.doc_no, FollowUpRecord)
    assert (content.caller, content.handler) == ("赵磊", "刘敏")
    assert content.phone_masked == "138****0001"


def test_a_dispatch_slip_hides_who_the_customer_is(desk: Desk) -> None:
    case = whole(desk)
    printed = desk.print(case, "dispatch_slip", ordinal=1)
    content = frozen(desk, printed.doc_no, DispatchSlip)
    assert (content.customer_masked, content.phone_masked) == ("陈**", "138****0001")
    assert (content.department, content.responsible) == ("维修车间", "周浩")
    assert content.tasks[0].text == "更换燃油泵"


def test_a_slip_needs_a_task_with_a_deadline(desk: Desk) -> None:
    case = whole(desk)
    no = add_task(desk.house.person("liumin"), case.id, TASK | {"due_at": None}).no
    with pytest.raises(NotPossible, match="by when"):
        desk.print(case, "dispatch_slip", ordinal=no)
    with pytest.raises(NotPossible, match="no task 9"):
        desk.print(case, "dispatch_slip", ordinal=9)


def test_papers_of_a_case_are_listed_newest_first(desk: Desk) -> None:
    case = whole(desk)
    desk.print(case, "complaint_register")
    desk.print(case, "settlement_agreement")
    kinds = [paper.kind for paper in papers_of(case.id)]
    assert kinds == ["settlement_agreement", "complaint_register"]


def frozen(desk: Desk, doc_no: str, kind: type[Any]) -> Any:
    row = find(desk.house.person("liumin").branch_id, doc_no)
    return canonical.from_json(kind, str(row.content).encode())


def test_an_earlier_version_goes_out_again_as_it_was_and_is_noted(desk: Desk) -> None:
    case = desk.ready()
    first = desk.print(case)
    change_term(desk.house.person("liumin"), case.id, {"no": 1, "amount": "160"})
    desk.print(case)
    actor = desk.house.person("sunqi")
    again = print_again(actor, first.kind, first.doc_no, 1, via="printer", copies=3)
    assert again.pdf == first.pdf
    assert [paper.printed_copies for paper in papers_of(case.id)] == [1, 4]


def test_looking_at_a_version_is_no_print(desk: Desk) -> None:
    case = desk.ready()
    desk.print(case, via="preview", copies=0)
    assert papers_of(case.id)[0].printed_copies == 0


def test_what_a_paper_lacks_is_known_before_it_is_printed(desk: Desk) -> None:
    case, actor = desk.agreed(), desk.house.person("liumin")
    places = [item.place for item in missing_to_print(actor, case.id, "settlement_agreement")]
    assert places[0] == "agreement.facts_confirmed"
    desk.complete(case)
    assert not missing_to_print(actor, case.id, "settlement_agreement")
