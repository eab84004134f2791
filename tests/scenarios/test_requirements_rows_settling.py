"""Rows D to L of docs/requirements.md: why it happened, what is offered, done, asked and learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case import clock, demands, queries, tasks
from models.casework.case.tables import Case
from models.flow.commands import take
from models.flow.registration import record_follow_up
from models.kernel import codes
from models.kernel.command import unit_of_work
from models.kernel.errors import NotPossible
from models.kernel.zone import HOUR
from models.stages.agreement.rules import department_of
from models.stages.analysis import commands as analyses
from models.stages.analysis import lists
from models.stages.analysis import queries as findings
from models.stages.followup import queries as follow_ups
from models.stages.followup.commands import plan_rounds
from models.stages.implementation import commands as deeds
from models.stages.implementation import queries as done_so_far
from models.stages.negotiation import commands as talks
from models.stages.negotiation import options
from models.stages.negotiation import queries as offers
from models.stages.review import commands as reviews
from models.stages.review import queries as lessons

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from tests.casefile import Dealership

CAUSES = {
    "value": ("repeat_repair", "defective_product", "poor_warranty", "no_added_value"),
    "system": (
        "no_reception",
        "long_wait_repair",
        "long_wait_settlement",
        "messy_premises",
        "low_skill",
        "wrong_handling",
    ),
    "people": (
        "impolite",
        "weak_knowledge",
        "impatient",
        "unclear_explanation",
        "handover_warranty_not_told",
        "handover_claims_not_told",
        "handover_insurance_not_told",
    ),
    "customer": ("misread_warranty", "luck_seeking", "misuse", "expectation_too_high"),
}
JUDGED = {"complaint_stands": "stands", "stands_reason": "检测属实"}
SCALES = {"severity": 2, "safety": 2, "complexity": 2, "impact": 2, "urgency": 2}
OFFER = {
    "title": "承担拖车费",
    "text": "凭发票报销拖车费",
    "kinds": "towing",
    "amount": "100",
    "basis": "保修条款",
}
ROUND = {"way": "phone", "words": "考虑一下", "result": "open"}


@pytest.fixture
def clerk(dealership: Dealership) -> Actor:
    return dealership.person("liumin")


@pytest.mark.parametrize("top", CAUSES)
def test_each_cause_of_a_class_can_be_named(dealership: Dealership, clerk: Actor, top: str) -> None:
    case = dealership.case("INVESTIGATING")
    parents = {value.code: value.parent for value in codes.values(clerk.branch_id, "cause")}
    for code in CAUSES[top]:
        lists.add_cause(clerk, case.id, {"code": code, "detail": "见工单"})
        assert parents[code] == top
    assert tuple(row["code"] for row in findings.causes(case.id)) == CAUSES[top]


def test_who_is_responsible_and_who_pays_what(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("INVESTIGATING")
    shares = {"maker": (60, True), "dealer": (30, True), "supplier": (10, False)}
    for side, (percent, pays) in shares.items():
        share = {"side": side, "share_percent": percent, "pays": pays, "reason": "检测报告"}
        lists.add_responsibility(clerk, case.id, share)
    found = findings.responsibility(case.id)
    assert {row["side"]: (row["share_percent"], row["pays"]) for row in found} == shares


@pytest.mark.parametrize(
    "side", ["product_quality", "service_process", "misunderstanding", "customer_perception"]
)
def test_where_the_problem_lies_is_said(dealership: Dealership, clerk: Actor, side: str) -> None:
    case = dealership.case("INVESTIGATING")
    judged = JUDGED | {"finding_side": side, "joint_with": "厂家技术经理"}
    analyses.save_finding(clerk, case.id, judged)
    found = findings.finding(case.id)
    assert (found["finding_side"], found["joint_with"]) == (side, "厂家技术经理")


def test_a_finding_not_at_the_customer_changes_who_talks_and_pays(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("INVESTIGATING")
    analyses.save_finding(clerk, case.id, JUDGED | {"finding_side": "product_quality"})
    paid = {"side": "maker", "share_percent": 100, "pays": True, "reason": "与客户无关"}
    lists.add_responsibility(clerk, case.id, paid)
    talks.save_plan(clerk, case.id, {"negotiator": "wugang"})
    assert findings.hints(case.id) == []
    assert offers.plan(case.id)["negotiator"] == "wugang"
    assert findings.responsibility(case.id)[0]["side"] == "maker"


def test_limits_of_both_sides_and_the_customers_own_proposal(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("NEGOTIATING")
    talks.save_plan(clerk, case.id, {"our_limit": "1000", "customer_limit": "600"})
    talks.add_round(clerk, case.id, ROUND | {"proposal": "送两次保养就算了"})
    plan = offers.plan(case.id)
    assert (plan["our_limit"], plan["customer_limit"]) == (100_000, 60_000)
    assert offers.rounds(case.id)[0]["proposal"] == "送两次保养就算了"


def test_face_and_law_are_thought_of(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("INVESTIGATING")
    told = {"face_need": "由总经理当面说明", "legal_check": "三包规定第二十条"}
    talks.save_plan(clerk, case.id, told)
    assert {key: offers.plan(case.id)[key] for key in told} == told


@pytest.mark.parametrize(
    "kinds", ["labour_discount", "gift", "exchange,gift", "return", "apology", "honour,visit"]
)
def test_any_kind_of_compensation_is_offered(
    dealership: Dealership, clerk: Actor, kinds: str
) -> None:
    case = dealership.case("INVESTIGATING")
    options.add_option(clerk, case.id, OFFER | {"kinds": kinds})
    assert offers.options(case.id)[0]["kinds"] == kinds


def test_a_no_is_followed_by_another_kind_of_compensation(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("NEGOTIATING")
    first = options.add_option(clerk, case.id, OFFER).no
    voucher = {"title": "保养券", "kinds": "voucher,gift", "amount": "150"}
    second = options.add_option(clerk, case.id, OFFER | voucher).no
    talks.add_round(clerk, case.id, ROUND | {"option_no": first, "result": "rejected"})
    talks.add_round(clerk, case.id, ROUND | {"option_no": second, "result": "accepted"})
    assert {row["no"]: row["state"] for row in offers.options(case.id)} == {
        first: "rejected",
        second: "accepted",
    }


def test_each_visit_and_each_failed_persuasion_is_a_round(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("NEGOTIATING")
    visit = {"way": "home_visit", "place": "客户公司", "reaction": "refused"}
    talks.add_round(clerk, case.id, ROUND | visit)
    failed = {"result": "persuasion_failed", "persuasion": "说明新件性能更好，客户不接受"}
    talks.add_round(clerk, case.id, ROUND | visit | failed)
    found = offers.rounds(case.id)
    assert [row["way"] for row in found] == ["home_visit", "home_visit"]
    assert {row["result"] for row in found} == {"open", "persuasion_failed"}


def test_telling_the_plan_stops_its_clock(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("NEGOTIATING")
    with unit_of_work(clerk, "test.start") as work:
        clock.start(work, case)
    no = options.add_option(clerk, case.id, OFFER).no
    dealership.clock.now += HOUR
    explained = {"option_no": no, "persuasion": "逐条说明依据"}
    talks.add_round(clerk, case.id, ROUND | explained)
    plan = next(due for due in queries.head(clerk, case.id).dues if due.kind == clock.PLAN)
    assert plan.met_at == dealership.clock.now


@pytest.mark.parametrize("answer", ["granted", "partly", "refused", "dropped"])
def test_what_became_of_a_demand(dealership: Dealership, clerk: Actor, answer: str) -> None:
    case = dealership.case("NEGOTIATING")
    no = dealership.demand(case, 20_000)
    said = {"no": no, "answer": answer, "answer_text": "客户取车时未再提"}
    demands.answer_demand(clerk, case.id, said | {"agreed_amount": "100"})
    assert demands.demands(case.id)[0]["answer"] == answer


@pytest.mark.parametrize(
    ("kind", "department"),
    [("free_parts", "parts"), ("gift", "marketing"), ("cash", "finance"), ("rework", "workshop")],
)
def test_what_was_agreed_goes_to_the_department_that_does_it(kind: str, department: str) -> None:
    assert department_of(kind, "customer_care") == department


def test_a_special_wish_goes_to_any_department_as_a_task(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("IMPLEMENTING")
    for department in ("parts", "marketing", "body_paint"):
        wish = {"kind": "delivery", "department": department, "title": "按客户要求包装并贴标识"}
        tasks.add_task(clerk, case.id, wish)
    assert [row["department"] for row in queries.tasks(case.id)] == [
        "parts",
        "marketing",
        "body_paint",
    ]


def test_a_poor_result_is_not_the_end_until_the_customer_accepts(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("IMPLEMENTING")
    tasks.add_task(clerk, case.id, {"kind": "repair", "department": "service", "title": "复修"})
    doer = dealership.person("zhouhao")
    tasks.finish_task(doer, case.id, {"no": 1, "result": "已处理"})
    tasks.return_task(clerk, case.id, {"no": 1, "exception_reason": "异响仍在"})
    tasks.finish_task(doer, case.id, {"no": 1, "result": "更换支架后试车正常"})
    tasks.verify_task(clerk, case.id, {"no": 1})
    assert [one.place for one in done_so_far.missing_to_verify(case.id)] == [
        "implementation.acceptance"
    ]
    deeds.accept(clerk, case.id, {"inspected_by": "陈女士", "acceptance": "accepted"})
    assert done_so_far.missing_to_verify(case.id) == []


def test_each_progress_report_to_the_maker_is_a_task_with_its_result(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("IMPLEMENTING")
    for no, told in enumerate(("已到现场", "已更换油泵"), 1):
        report = {"kind": "report_maker", "department": "customer_care", "title": "向厂家通报进展"}
        tasks.add_task(clerk, case.id, report)
        tasks.finish_task(clerk, case.id, {"no": no, "result": told})
    found = queries.tasks(case.id)
    assert {row["result"] for row in found} == {"已到现场", "已更换油泵"}
    assert all(row["done_at"] == dealership.clock.now for row in found)


def test_an_unhappy_customer_reopens_the_case(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("VERIFIED")
    with unit_of_work(clerk, "test.plan") as work:
        plan_rounds(work, case)
    caller = dealership.person("sunqi")
    said = {"satisfaction": 2, "change_wanted": True, "words": "异响又出现，要求重新处理"}
    record_follow_up(caller, case.id, {"way": "phone", "reached": True} | said)
    assert follow_ups.unsatisfied(case.id)
    with pytest.raises(NotPossible):
        take(caller, case.id, "close", {"outcome": "settled"})
    take(caller, case.id, "reopen", {"state": "INVESTIGATING", "reason": "异响未解决"})
    assert Case.get_by_id(case.id).state == "INVESTIGATING"


@pytest.mark.parametrize("outcome", ["settled", "settled_with_maker", "not_properly_handled"])
def test_a_case_ends_with_an_honest_outcome(
    dealership: Dealership, clerk: Actor, outcome: str
) -> None:
    case = worked_through(dealership, clerk)
    take(clerk, case.id, "close", {"outcome": outcome, "comment": "处理过程见复盘"})
    head = queries.head(clerk, case.id)
    assert (head.state, head.outcome, head.closed_at) == ("CLOSED", outcome, clerk.clock())


def test_a_case_teaches_what_was_missed(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("FOLLOW_UP")
    told = {
        "lesson": "等配件期间要每天联系客户",
        "mistakes": "一个月没有主动联系",
        "missed_chances": "两次上门都没有带方案",
        "comment": "大客户信息没有报给厂家",
        "finding_kind": "own_shortcoming",
    }
    reviews.save(clerk, case.id, told)
    found = lessons.review(case.id)
    assert {key: found[key] for key in told} == told


def worked_through(dealership: Dealership, clerk: Actor) -> Case:
    """Return a case that lacks nothing but its closing."""
    case = dealership.case("INVESTIGATING")
    lists.add_cause(clerk, case.id, {"code": "part_defect", "detail": "油泵", "is_root": True})
    whole = {"side": "maker", "share_percent": 100, "reason": "批次问题"}
    lists.add_responsibility(clerk, case.id, whole)
    analyses.save_finding(clerk, case.id, JUDGED)
    analyses.save_severity(clerk, case.id, SCALES)
    Case.update(state="VERIFIED").where(Case.id == case.id).execute()
    with unit_of_work(clerk, "test.plan") as work:
        plan_rounds(work, Case.get_by_id(case.id))
    call = {"way": "phone", "reached": True, "satisfaction": 5, "repurchase": "will_buy"}
    record_follow_up(dealership.person("sunqi"), case.id, call)
    reviews.save(clerk, case.id, {"lesson": "备好常用件"})
    return Case.get_by_id(case.id)  # type: ignore[no-any-return]
