"""The three guarantees on the screen: orders judged, verdicts with reasons, a person's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from models.casework.case.queries import head
from models.flow.registration import register_complaint
from models.kernel.zone import DAY, HOUR, day_of
from models.stages.analysis.sanbao import commands, queries
from models.stages.analysis.sanbao.law import RULES
from ui.widgets.banner import Banner

from .complaints import TOLD, assess, register, respond

if TYPE_CHECKING:
    from tests.casefile import Dealership

    from .complaints import Desk, Dialogs

RULE, PROBLEM = "analysis.sanbao_rule", "analysis.sanbao"
JUDGED = {
    "name": "制动失效",
    "quality": "yes",
    "safety": "yes",
    "cannot_drive": "yes",
    "system": "brake",
    "part_kind": "main_part",
    "part": "制动主缸",
    "replacement": "part",
    "eliminated": "yes",
}


@pytest.fixture
def case_no(dealership: Dealership) -> str:
    """A case under investigation whose car was 31 days in the workshop."""
    actor, now = dealership.person("liumin"), dealership.clock.now
    made = register(actor)
    respond(actor, made)
    assess(actor, made)
    bought = day_of(now - 200 * DAY)
    dates = {"invoice_date": bought, "delivery_date": bought, "use_kind": "private"}
    commands.save_car(actor, made, dates | {"odometer_km": 8_000})
    begun = now - 60 * DAY
    order = {
        "order_no": "RO-7",
        "confirmed_at": begun,
        "completed_at": begun + 31 * DAY - HOUR,
        "odometer_km": 7_500,
        "symptom": "制动踏板发软",
    }
    commands.add_order(actor, made, order)
    return made


@pytest.fixture
def open_case(desk: Desk, case_no: str) -> Desk:
    """The analysis of that case."""
    desk.open(case_no, "analysis")
    return desk


def verdicts(desk: Desk) -> dict[str, str]:
    return {row[0]: row[2] for row in desk.rows(RULE)}


def told(desk: Desk) -> str:
    return str(desk.find(f"{RULE}.told", QLabel).text())


def test_an_order_is_judged_and_the_verdicts_follow(open_case: Desk, dialogs: Dialogs) -> None:
    assert open_case.rows(PROBLEM)[0][4] == "待认定"
    assert verdicts(open_case)["19"] == "事实不全"
    dialogs.answers = [JUDGED]
    open_case.choose(PROBLEM, 0)
    open_case.press(f"{PROBLEM}.edit")
    assert dialogs.seen[0]["order_no"] == "RO-7"
    assert open_case.rows(PROBLEM)[0][3:6] == [
        "制动失效",
        "严重安全性能故障",
        "制动主缸 · 更换零件",
    ]
    rows = open_case.rows(RULE)
    assert len(rows) == len(RULES)
    assert rows[0][2] == "疑似符合，需人工确认", "what is met stands first"
    assert verdicts(open_case)["21"] == "疑似符合，需人工确认"


def test_the_chosen_rule_says_why_until_when_and_what_is_missing(
    open_case: Desk, dialogs: Dialogs
) -> None:
    dialogs.answers = [JUDGED]
    open_case.choose(PROBLEM, 0)
    open_case.press(f"{PROBLEM}.edit")
    place = [row[1] for row in open_case.rows(RULE)].index("累计修理时间超过 30 日")
    open_case.choose(RULE, place)
    words = told(open_case)
    assert "累计修理 31 日" in words
    assert "50,000 公里" in words
    assert "尚未见到：购车发票、三包凭证" in words
    assert "更换或退货" in words


def test_a_person_confirms_or_sets_aside_with_a_reason(open_case: Desk, dialogs: Dialogs) -> None:
    dialogs.answers = [
        JUDGED,
        {"reason": ""},
        {"reason": "客户同意另行处理"},
        {"reason": "工单齐全"},
    ]
    open_case.choose(PROBLEM, 0)
    open_case.press(f"{PROBLEM}.edit")
    open_case.choose(RULE, 0)
    open_case.press(f"{RULE}.set_aside")
    assert dialogs.problems[-1]["reason"]
    open_case.press(f"{RULE}.set_aside")
    case_id = open_case.page.desk.head.id
    (rule,) = queries.decisions(case_id)
    assert queries.decisions(case_id)[rule]["decision"] == "set_aside"
    assert "不采纳：客户同意另行处理" in told(open_case)
    open_case.press(f"{RULE}.confirmed")
    assert queries.decisions(case_id)[rule]["decision"] == "confirmed"
    assert "确认" in [row[4] for row in open_case.rows(RULE)]


def test_the_papers_give_the_fee_and_the_demand_its_clocks(
    open_case: Desk, dialogs: Dialogs
) -> None:
    periods = open_case.find(f"{RULE}.periods", QLabel)
    assert "购车价款" in periods.text()
    dialogs.answers = [{"purchase_price": "200000", "coefficient_n": "0.5%"}]
    open_case.press("analysis.sanbao_car.edit")
    assert "¥ 8,000.00" in periods.text()
    today = day_of(open_case.ctx.actor.clock())
    dialogs.answers = [{"made_on": today, "received_on": today}]
    open_case.press("analysis.sanbao_demand.edit")
    kinds = {due.kind for due in head(open_case.ctx.actor, open_case.page.desk.head.id).dues}
    assert {"sanbao_answer", "sanbao_complete", "delay_15_days"} <= kinds


def test_an_order_and_a_problem_without_one_are_added(open_case: Desk, dialogs: Dialogs) -> None:
    now = open_case.ctx.actor.clock()
    dialogs.answers = [
        {"order_no": "RO-8", "confirmed_at": now - 5 * DAY, "symptom": "异响"},
        JUDGED | {"name": "异响"},
        JUDGED | {"order_no": "RO-404"},
    ]
    open_case.press(f"{PROBLEM}.add_order")
    open_case.press(f"{PROBLEM}.add")
    open_case.press(f"{PROBLEM}.add")
    assert "RO-404" in dialogs.problems[0]["order_no"]
    assert [row[1] for row in open_case.rows(PROBLEM)] == ["RO-7", "RO-8", ""]


def test_what_another_case_judged_is_changed_there(
    desk: Desk, dealership: Dealership, case_no: str, dialogs: Dialogs
) -> None:
    actor = dealership.person("liumin")
    commands.add_problem(actor, case_no, JUDGED | {"order_no": "RO-7"})
    other = register(actor)
    respond(actor, other)
    assess(actor, other)
    desk.open(other, "analysis")
    desk.choose(PROBLEM, 0)
    assert desk.rows(PROBLEM)[0][6] == case_no
    desk.press(f"{PROBLEM}.edit")
    desk.press(f"{PROBLEM}.remove")
    assert dialogs.seen == []
    assert case_no in desk.ctx.ask.told[-1]
    assert verdicts(desk)["21"] == "疑似符合，需人工确认"


def test_a_case_without_a_car_says_what_to_do(desk: Desk, dealership: Dealership) -> None:
    actor = dealership.person("liumin")
    told = {key: value for key, value in TOLD.items() if key != "plate_no"}
    case_no = str(register_complaint(actor, told).case_no)
    respond(actor, case_no)
    assess(actor, case_no)
    desk.open(case_no, "analysis")
    assert "车牌或 VIN" in desk.find(f"{RULE}.empty", QLabel).text()
    assert not desk.find("analysis.sanbao_car.edit", QPushButton).isEnabled()
    assert desk.find(f"{RULE}.doubts", Banner).isHidden()


def test_whoever_may_not_analyse_reads_only(
    desk: Desk, case_no: str, dealership: Dealership
) -> None:
    commands.add_problem(dealership.person("liumin"), case_no, JUDGED | {"order_no": "RO-7"})
    object.__setattr__(desk.ctx, "actor", dealership.person("qianyi"))
    desk.open(case_no, "analysis")
    desk.choose(RULE, 0)
    assert desk.find(f"{RULE}.confirmed", QPushButton).isHidden()
    assert desk.find(f"{PROBLEM}.add_order", QPushButton).isHidden()
    assert told(desk)
