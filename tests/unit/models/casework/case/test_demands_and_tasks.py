"""Demands keep every version; tasks are done by one and verified by another."""

from __future__ import annotations

import pytest

from models.casework.case import demands, tasks
from models.kernel.errors import Forbidden, Invalid, NotPossible, Stale

TOWING = {"kind": "towing", "text": "承担高速拖车费", "amount": "1234.00"}
CHECK = {"kind": "fact_check", "department": "service", "title": "核实制动系统检测记录"}


def test_several_demands_are_numbered_and_keep_their_amounts(dealership):
    case = dealership.case("RECEIVED")
    actor = dealership.person("liumin")
    demands.add_demand(actor, case.case_no, TOWING)
    demands.add_demand(actor, case.case_no, {"kind": "apology", "text": "当面致歉"})

    found = demands.demands(case.id)
    assert [(d["no"], d["amount"]) for d in found] == [(1, 123_400), (2, None)]


def test_a_changed_demand_keeps_its_earlier_versions_with_their_dates(dealership):
    case = dealership.case("NEGOTIATING")
    actor = dealership.person("liumin")
    first_at = dealership.clock.now
    demands.add_demand(actor, case.case_no, {"kind": "return", "text": "五台车全部退回"})
    dealership.clock.now += 86_400_000
    changed = {"no": 1, "text": "只退这一台", "reason": "上门沟通后改口"}
    demands.change_demand(actor, case.case_no, changed)

    versions = demands.demands(case.id)[0]["versions"]
    assert [v["text"] for v in versions] == ["五台车全部退回", "只退这一台"]
    assert [v["stated_at"] for v in versions] == [first_at, dealership.clock.now]


def test_a_changed_demand_needs_a_new_answer(dealership):
    case = dealership.case("NEGOTIATING")
    actor = dealership.person("liumin")
    demands.add_demand(actor, case.case_no, TOWING)
    demands.answer_demand(actor, case.case_no, {"no": 1, "answer": "granted"})
    demands.change_demand(actor, case.case_no, {"no": 1, "amount": "2000"})
    assert demands.demands(case.id)[0]["answer"] == "open"


def test_a_refusal_says_why(dealership):
    case = dealership.case("NEGOTIATING")
    actor = dealership.person("liumin")
    demands.add_demand(actor, case.case_no, TOWING)
    with pytest.raises(Invalid) as refusal:
        demands.answer_demand(actor, case.case_no, {"no": 1, "answer": "refused"})
    assert "case.demand.answer_text" in refusal.value.problems


def test_demands_are_fixed_once_agreed(dealership):
    case = dealership.case("AGREED")
    with pytest.raises(NotPossible):
        demands.add_demand(dealership.person("liumin"), case.case_no, TOWING)


def test_two_people_changing_one_demand_the_second_is_told(dealership):
    case = dealership.case("NEGOTIATING")
    actor = dealership.person("liumin")
    done = demands.add_demand(actor, case.case_no, TOWING)
    seen = {"no": 1, "version": done.version}
    demands.change_demand(actor, case.case_no, seen | {"amount": "1000"})
    with pytest.raises(Stale):
        demands.change_demand(dealership.person("zhaolei"), case.case_no, seen | {"amount": "900"})
    assert demands.demands(case.id)[0]["amount"] == 100_000


def test_a_task_is_acknowledged_done_and_verified_by_somebody_else(dealership):
    case = dealership.case("INVESTIGATING")
    clerk, head = dealership.person("liumin"), dealership.person("zhouhao")
    tasks.add_task(clerk, case.case_no, CHECK)
    tasks.acknowledge_task(head, case.case_no, {"no": 1})
    tasks.finish_task(head, case.case_no, {"no": 1, "result": "助力模块内部泄漏"})
    with pytest.raises(Forbidden):
        tasks.verify_task(head, case.case_no, {"no": 1})
    tasks.verify_task(clerk, case.case_no, {"no": 1})
    assert tasks.unfinished(case.id) == []


def test_finance_does_not_finish_the_task_of_the_workshop(dealership):
    case = dealership.case("INVESTIGATING")
    tasks.add_task(dealership.person("liumin"), case.case_no, CHECK)
    with pytest.raises(Forbidden):
        tasks.finish_task(dealership.person("qianyi"), case.case_no, {"no": 1, "result": "好了"})


def test_a_poor_result_goes_back_with_a_reason(dealership):
    case = dealership.case("INVESTIGATING")
    clerk, head = dealership.person("liumin"), dealership.person("zhouhao")
    tasks.add_task(clerk, case.case_no, CHECK)
    tasks.finish_task(head, case.case_no, {"no": 1, "result": "看过了"})
    tasks.return_task(clerk, case.case_no, {"no": 1, "exception_reason": "没有检测数据"})
    assert [task["state"] for task in tasks.unfinished(case.id)] == ["returned"]


def test_a_cancelled_task_names_its_reason_and_holds_nothing_up(dealership):
    case = dealership.case("INVESTIGATING")
    clerk = dealership.person("liumin")
    tasks.add_task(clerk, case.case_no, CHECK)
    with pytest.raises(Invalid):
        tasks.cancel_task(clerk, case.case_no, {"no": 1})
    tasks.cancel_task(clerk, case.case_no, {"no": 1, "exception_reason": "车辆已由厂家带走检测"})
    assert tasks.unfinished(case.id) == []
