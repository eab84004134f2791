"""The analysis: facts with what speaks against them, one root cause, shares that add to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.case import queries as case_queries
from models.casework.case.tables import Case
from models.kernel import search
from models.kernel.errors import Forbidden, Invalid, NotPossible, Stale
from models.stages.analysis import commands, lists, queries
from models.stages.analysis.rules import hints, proposed_level

if TYPE_CHECKING:
    from tests.casefile import Dealership

MILD = {"severity": 1, "safety": 1, "complexity": 2, "impact": 1, "urgency": 1}


def cause(dealership: Dealership, case: Case, code: str = "no_reception", **values: Any) -> int:
    told = {"code": code, "detail": "无人接待客户四十分钟"} | values
    return lists.add_cause(dealership.person("liumin"), case.id, told).no


def share(dealership: Dealership, case: Case, percent: int, side: str = "dealer") -> int:
    told = {"side": side, "share_percent": percent, "reason": "接待安排不当"}
    return lists.add_responsibility(dealership.person("liumin"), case.id, told).no


def places(case: Case) -> list[str]:
    return [item.place for item in queries.missing(case.id)]


def test_the_investigation_says_all_it_still_needs(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    me = dealership.person("liumin")
    assert places(case) == [
        "analysis.cause.add",
        "analysis.responsibility.add",
        "analysis.complaint_stands",
        "analysis.stands_reason",
        "analysis.severity",
    ]
    no = cause(dealership, case)
    assert places(case)[0] == "analysis.cause.edit", "no cause is the root yet"
    lists.change_cause(me, case.id, {"no": no, "is_root": True})
    share(dealership, case, 60)
    assert "60 %" in str(queries.missing(case.id)[0].message)
    share(dealership, case, 40, "maker")
    judged = {"complaint_stands": "stands", "stands_reason": "监控与工单一致"}
    commands.save_finding(me, case.id, judged)
    assert [item.place for item in queries.missing_to_assess(case.id)] == ["analysis.severity"]
    commands.save_severity(me, case.id, MILD)
    assert places(case) == []
    assert queries.stands(case.id) == "stands"


def test_a_part_of_the_finding_is_saved_without_losing_the_rest(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    me = dealership.person("liumin")
    assert queries.finding(case.id) == {}
    commands.save_finding(me, case.id, {"checked_facts": "油泵故障，工单属实"})
    seen = queries.finding(case.id)["version"]
    commands.save_finding(me, case.id, {"speaks_against": "未发现", "version": seen})
    found = queries.finding(case.id)
    assert (found["checked_facts"], found["speaks_against"]) == ("油泵故障，工单属实", "未发现")
    with pytest.raises(Stale):
        commands.save_finding(me, case.id, {"root_cause": "批次问题", "version": seen})
    assert [hit.field for hit in search.find(1, "油泵故障")] == ["analysis.checked_facts"]


def test_one_cause_is_the_root(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    cause(dealership, case, is_root=True)
    cause(dealership, case, "defective_product", is_root=True)
    assert [row["no"] for row in queries.causes(case.id) if row["is_root"]] == [2]
    lists.remove_cause(dealership.person("liumin"), case.id, {"no": 1})
    assert [row["no"] for row in queries.causes(case.id)] == [2]


def test_a_cause_comes_from_the_tree(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    with pytest.raises(Invalid) as refusal:
        cause(dealership, case, "bad_luck")
    assert set(refusal.value.problems) == {"analysis.cause.code"}


def test_shares_never_exceed_the_whole(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    me = dealership.person("liumin")
    share(dealership, case, 70)
    with pytest.raises(Invalid, match="30 % are left"):
        share(dealership, case, 31, "maker")
    no = share(dealership, case, 30, "maker")
    with pytest.raises(Invalid):
        lists.change_responsibility(me, case.id, {"no": no, "share_percent": 40})
    lists.change_responsibility(me, case.id, {"no": no, "share_percent": 25, "pays": True})
    lists.remove_responsibility(me, case.id, {"no": 1})
    assert [(r["share_percent"], r["pays"]) for r in queries.responsibility(case.id)] == [
        (25, True)
    ]


def test_what_we_did_not_explain_stays_our_fault(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    me = dealership.person("liumin")
    cause(dealership, case)
    share(dealership, case, 50, "customer")
    commands.save_finding(me, case.id, {"use_not_explained": True})
    said = [str(message) for message in queries.hints(case.id)]
    assert said[0].startswith("We did not explain the use")
    assert "no cause lies with the customer" in said[1]
    cause(dealership, case, "misuse")
    assert len(queries.hints(case.id)) == 1


def test_a_finding_names_what_speaks_against_it() -> None:
    facts = {"checked_facts": "属实", "more_visits": True}
    assert len(hints(facts, [], [], set())) == 2
    assert not hints({"checked_facts": "属实", "speaks_against": "无"}, [], [], set())


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        ({}, "MINOR"),
        ({"severity": 3, "complexity": 3, "impact": 3}, "GENERAL"),
        ({"severity": 4, "complexity": 4, "impact": 4, "urgency": 4}, "ESCALATED"),
        ({"urgency": 5}, "ESCALATED"),
        ({"safety": 4}, "MAJOR"),
        ({"safety": 5, "impact": 5}, "CRISIS"),
        (dict.fromkeys(MILD, 5), "CRISIS"),
    ],
)
def test_the_scales_propose_a_level(changed: dict[str, int], level: str) -> None:
    assert proposed_level(MILD | changed) == level


def test_no_scale_lowers_the_level() -> None:
    ranks = ["MINOR", "GENERAL", "ESCALATED", "MAJOR", "CRISIS"]
    for key in MILD:
        found = [ranks.index(proposed_level(MILD | {key: n})) for n in range(1, 6)]
        assert found == sorted(found)


def test_a_graver_assessment_is_pointed_out(dealership: Dealership) -> None:
    case = dealership.case("ACKNOWLEDGED")
    me = dealership.person("liumin")
    commands.save_severity(me, case.id, MILD | {"safety": 5})
    assert queries.severity(case.id)["score"] == 10
    assert "“Major”" in str(queries.hints(case.id)[0])
    commands.save_severity(me, case.id, MILD)
    assert queries.hints(case.id) == []
    with pytest.raises(Invalid) as refusal:
        commands.save_severity(me, case.id, MILD | {"impact": 6})
    assert set(refusal.value.problems) == {"analysis.impact"}


def test_what_is_beyond_me_goes_over_at_once(dealership: Dealership) -> None:
    case = dealership.case("RECEIVED")
    me = dealership.person("liumin")
    with pytest.raises(Invalid) as refusal:
        commands.judge_handling(me, case.id, {"handling": "transfer"})
    assert set(refusal.value.problems) == {
        "analysis.transfer_department",
        "analysis.transfer_reason",
    }
    over = {
        "handling": "transfer",
        "transfer_department": "service",
        "transfer_reason": "需要技术判断",
    }
    commands.judge_handling(me, case.id, over)
    task = case_queries.tasks(case.id)[0]
    assert (task["kind"], task["department"], task["title"]) == (
        "take_over",
        "service",
        "需要技术判断",
    )
    found = queries.finding(case.id)
    assert (found["handling_by"], found["transferred_at"]) == ("liumin", dealership.clock.now)
    assert Case.get_by_id(case.id).department == "service"


def test_the_leader_is_told_with_time(dealership: Dealership) -> None:
    case = dealership.case("RECEIVED")
    told = {"leader": "wugang", "report_text": "客户要求退车"}
    commands.report_to_leader(dealership.person("liumin"), case.id, told)
    found = queries.finding(case.id)
    assert (found["leader"], found["reported_by"]) == ("wugang", "liumin")
    assert found["reported_at"] == dealership.clock.now


def test_explaining_the_cause_is_a_contact(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    told = {"explained_text": "油泵为新件批次问题", "explained_way": "phone", "explained_mood": 2}
    commands.explain_to_customer(dealership.person("liumin"), case.id, told)
    contact = case_queries.contacts(case.id)[0]
    assert (contact["purpose"], contact["summary"]) == ("explain", "油泵为新件批次问题")
    assert queries.finding(case.id)["explained_by"] == "liumin"
    assert queries.responsibility(case.id) == [], "an explanation says nothing of liability"


def test_an_apology_by_order_is_a_task_of_the_employee(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    order = {
        "employee": "zhaolei",
        "department": "service",
        "order": "当面向客户道歉",
        "accompanied_by": "wugang",
    }
    commands.order_apology(dealership.person("liumin"), case.id, order)
    task = case_queries.tasks(case.id)[0]
    assert (task["kind"], task["assignee"], task["detail"]) == ("apology_order", "zhaolei", "吴刚")
    assert queries.responsibility(case.id) == []


@pytest.mark.parametrize("state", ["DRAFT", "AGREED", "SIGNED", "CLOSED"])
def test_the_analysis_is_locked_outside_its_states(dealership: Dealership, state: str) -> None:
    case = dealership.case(state)
    with pytest.raises(NotPossible):
        commands.save_finding(dealership.person("liumin"), case.id, {"root_cause": "批次问题"})


def test_finance_does_not_analyse(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    with pytest.raises(Forbidden):
        commands.save_finding(dealership.person("qianyi"), case.id, {"root_cause": "批次问题"})
