"""Approvals: the amount chooses who decides, two pairs of eyes, paper is recorded as paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from models.casework.approval import commands, queries
from models.casework.approval.authority import granted_elsewhere, ladder
from models.casework.approval.rules import needed_role
from models.casework.approval.tables import Approval
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, Invalid, NotPossible

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.casefile import Dealership

LIMITS = {"manager": 100_000, "department_head": 300_000, "general_manager": 2_000_000}
DAY = 24 * 60 * 60 * 1000


def ask(dealership: Dealership, case: Case, amount: int, by: str = "liumin", no: int = 1) -> int:
    values = {"subject_kind": "option", "subject_no": no, "amount": amount, "text": "补偿拖车费"}
    return commands.request(dealership.person(by), case.case_no, values).no


def decide(dealership: Dealership, case: Case, no: int, by: str, **values: Any) -> Any:
    return commands.decide(
        dealership.person(by), case.case_no, {"no": no, "decision": "approved"} | values
    )


@pytest.mark.parametrize(
    ("amount", "role"),
    [
        (0, "manager"),
        (100_000, "manager"),
        (100_001, "department_head"),
        (2_000_000, "general_manager"),
        (2_000_001, "oem"),
    ],
)
def test_the_lowest_role_whose_limit_reaches_the_amount_is_asked(amount: int, role: str) -> None:
    assert needed_role(LIMITS, amount) == role


def test_a_request_waits_for_whoever_may_decide_it(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 250_000)
    assert queries.of_case(case.id)[0].needs_role == "department_head"
    waiting = queries.waiting(dealership.person("zhouhao"))
    assert [(x.case_id, x.no) for x in waiting] == [(case.id, no)]
    assert queries.waiting(dealership.person("wugang"))
    assert not queries.waiting(dealership.person("zhaolei")), "beyond the manager's limit"
    assert not queries.waiting(dealership.person("liumin"))
    assert queries.requested(dealership.person("liumin"))[0].case_no == case.case_no


def test_an_approval_in_the_program_covers_its_amount(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 80_000)
    assert queries.approved_for(case.id, "option", 1) is None
    decide(dealership, case, no, "zhaolei")
    found = queries.approved_for(case.id, "option", 1)
    assert found is not None
    assert (found.amount, found.decided_by, found.decided_role) == (80_000, "zhaolei", "manager")
    assert (found.recorded_by, found.medium) == ("zhaolei", "program")
    assert not queries.all_waiting(1)


def test_nobody_approves_beyond_their_limit(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 100_001)
    with pytest.raises(Forbidden, match=r"1,000\.01 yuan in all is beyond the authority"):
        decide(dealership, case, no, "zhaolei")
    with pytest.raises(Forbidden):
        decide(dealership, case, no, "liumin")


def test_above_the_managers_limit_nobody_decides_on_their_own_request(
    dealership: Dealership,
) -> None:
    case = dealership.case()
    own = ask(dealership, case, 250_000, by="zhouhao")
    with pytest.raises(Forbidden, match="own request"):
        decide(dealership, case, own, "zhouhao")
    assert not queries.waiting(dealership.person("zhouhao"))
    decide(dealership, case, own, "wugang")


@pytest.mark.parametrize("told", ["zhaolei", "赵磊"])
def test_the_employee_complained_about_does_not_decide(dealership: Dealership, told: str) -> None:
    case = dealership.case(employee=told)
    no = ask(dealership, case, 50_000)
    with pytest.raises(Forbidden, match="takes no part"):
        decide(dealership, case, no, "zhaolei", decision="rejected", reason="不同意")
    with pytest.raises(Forbidden, match="takes no part"):
        decide(
            dealership,
            case,
            no,
            "zhaolei",
            medium="paper",
            decided_by="wugang",
            decided_role="general_manager",
            reference="审批单 12",
        )
    assert not queries.waiting(dealership.person("zhaolei"))


def test_a_stranger_decides_only_for_the_maker(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 80_000)
    paper = {"medium": "paper", "decided_by": "张三", "reference": "审批单 12"}
    with pytest.raises(Invalid, match="without an account"):
        decide(dealership, case, no, "zhaolei", decided_role="general_manager", **paper)
    decide(dealership, case, no, "zhaolei", decided_role="oem", **paper)
    assert queries.of_case(case.id)[0].decided_by == "张三"


@pytest.mark.parametrize("decision", ["returned", "rejected"])
def test_a_no_needs_its_reason(dealership: Dealership, decision: str) -> None:
    case = dealership.case()
    no = ask(dealership, case, 50_000)
    with pytest.raises(Invalid) as refusal:
        decide(dealership, case, no, "zhaolei", decision=decision)
    assert set(refusal.value.problems) == {"approval.reason"}
    decide(dealership, case, no, "zhaolei", decision=decision, reason="请补充发票")
    assert queries.of_case(case.id)[0].state == decision
    with pytest.raises(NotPossible, match="no longer waiting"):
        decide(dealership, case, no, "zhaolei")


def test_the_makers_decision_on_paper_is_recorded_by_somebody_else(
    dealership: Dealership,
) -> None:
    case = dealership.case()
    no = ask(dealership, case, 30_000_000)
    assert queries.waiting(dealership.person("zhaolei"))[0].needs_role == "oem"
    with pytest.raises(Forbidden):
        decide(dealership, case, no, "wugang")
    paper = {"medium": "paper", "decided_by": "区域经理", "decided_role": "oem"}
    with pytest.raises(Invalid) as refusal:
        decide(dealership, case, no, "zhaolei", **paper)
    assert set(refusal.value.problems) == {"approval.reference"}
    decide(dealership, case, no, "zhaolei", reference="传真 2026-08-01", **paper)
    row = queries.of_case(case.id)[0]
    assert (row.decided_by, row.decided_role, row.medium) == ("区域经理", "oem", "paper")
    assert (row.recorded_by, row.reference) == ("zhaolei", "传真 2026-08-01")


@pytest.mark.parametrize("name", ["赵 磊", " 赵磊", "ZhaoLei", "ｚｈａｏｌｅｉ"])
def test_a_colleague_is_known_however_the_name_is_written(
    name: str, dealership: Dealership
) -> None:
    case = dealership.case()
    no = ask(dealership, case, 100_001, by="zhaolei")
    paper = {"medium": "paper", "decided_by": name, "reference": "签字单 3"}
    with pytest.raises(Invalid, match="role"):
        decide(dealership, case, no, "wugang", decided_role="general_manager", **paper)
    with pytest.raises(Forbidden, match="own request"):
        decide(dealership, case, no, "wugang", decided_role="manager", **paper)


def test_a_paper_gives_a_colleague_no_higher_role(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 150_000)
    paper = {"medium": "phone", "decided_by": "赵磊", "reference": "通话 10:30"}
    with pytest.raises(Invalid, match="role is"):
        decide(dealership, case, no, "sunqi", decided_role="general_manager", **paper)
    with pytest.raises(Forbidden, match="beyond the authority"):
        decide(dealership, case, no, "sunqi", decided_role="manager", **paper)
    with pytest.raises(Invalid, match="no role"):
        decide(dealership, case, no, "sunqi", decided_role="boss", **paper)


def test_another_decider_needs_a_medium(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 50_000)
    with pytest.raises(Invalid) as refusal:
        decide(dealership, case, no, "zhaolei", decided_by="wugang")
    assert set(refusal.value.problems) == {"approval.medium"}


def test_a_decision_typed_for_its_decider_names_both(dealership: Dealership) -> None:
    case = dealership.case()
    no = ask(dealership, case, 90_000)
    leader = dealership.person("wugang", medium="phone", recorded_by="liumin")
    commands.decide(leader, case.case_no, {"no": no, "decision": "approved"})
    row = queries.of_case(case.id)[0]
    assert (row.decided_by, row.recorded_by, row.medium) == ("wugang", "liumin", "phone")


def test_grants_of_twelve_months_count_together(dealership: Dealership) -> None:
    first = dealership.case(customer_id=7)
    decide(dealership, first, ask(dealership, first, 90_000), "zhaolei")
    demand = dealership.demand(first)
    assert demand == 1
    again = dealership.case(customer_id=7)
    assert granted_elsewhere(again) == 90_000
    no = ask(dealership, again, 20_000)
    row = queries.of_case(again.id)[0]
    assert (row.earlier_amount, row.total, row.needs_role) == (90_000, 110_000, "department_head")
    with pytest.raises(Forbidden):
        decide(dealership, again, no, "zhaolei")


def test_old_withdrawn_and_other_peoples_grants_do_not_count(dealership: Dealership) -> None:
    now = dealership.clock.now
    old = dealership.case(customer_id=7, received_at=now - 400 * DAY)
    ended = dealership.case(customer_id=7)
    other = dealership.case(customer_id=8)
    unnamed = dealership.case()
    for case in (old, ended, other, unnamed):
        decide(dealership, case, ask(dealership, case, 90_000), "zhaolei")
    with unit_of_work(dealership.person("liumin"), "test.withdraw") as work:
        work.change(ended, {"state": "WITHDRAWN"})
    assert granted_elsewhere(dealership.case(customer_id=7)) == 0
    assert granted_elsewhere(dealership.case()) == 0


def test_only_one_request_on_a_subject_waits_and_it_can_be_withdrawn(
    dealership: Dealership,
) -> None:
    case = dealership.case()
    no = ask(dealership, case, 50_000)
    with pytest.raises(NotPossible, match="already waiting"):
        ask(dealership, case, 60_000)
    ask(dealership, case, 60_000, no=2)
    stranger = replace(dealership.person("liumin"), login="hejun", name="何军")
    with pytest.raises(Forbidden, match="Only liumin"):
        commands.withdraw(stranger, case.case_no, {"no": no})
    commands.withdraw(dealership.person("liumin"), case.case_no, {"no": no, "reason": "客户改变"})
    assert ask(dealership, case, 60_000) == 3


def test_a_void_approval_covers_nothing(dealership: Dealership) -> None:
    case = dealership.case()
    decide(dealership, case, ask(dealership, case, 50_000), "zhaolei")
    with unit_of_work(dealership.person("liumin"), "test.void") as work:
        commands.void(work, case, "option", 1)
    assert queries.approved_for(case.id, "option", 1) is None
    assert Approval.get().state == "withdrawn"


def test_the_ladder_marks_my_rung_and_the_needed_one(dealership: Dealership) -> None:
    case = dealership.case()
    rungs = {x.role: x for x in ladder(dealership.person("liumin"), case.id, 250_000)}
    assert rungs["care_agent"].mine
    assert [x.role for x in rungs.values() if x.needed] == ["department_head"]
    assert rungs["oem"].limit_fen is None
    small = ladder(dealership.person("liumin"), case.id, 20_000)
    assert [x.role for x in small if x.needed] == ["care_agent"]
