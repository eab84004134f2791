"""Registration can be read and corrected; demands keep every version; facts are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from models.casework.case.demands import demands
from models.kernel import drafts
from models.stages.intake.queries import registration

from .complaints import assess, register, respond

if TYPE_CHECKING:
    from tests.casefile import Dealership

    from .complaints import Desk, Dialogs

DEMAND = "case.demand"


def test_demands_are_added_changed_and_removed(
    desk: Desk, dialogs: Dialogs, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    dialogs.answers = [
        {"kind": "towing", "text": "拖车费", "amount": "800"},
        {"amount": "420000", "reason": "第二次来电提高"},
    ]
    desk.press(f"{DEMAND}.add")
    assert desk.rows(DEMAND)[2][1:3] == ["拖车费", "¥ 800.00"]
    desk.choose(DEMAND, 0)
    desk.press(f"{DEMAND}.edit")
    assert desk.rows(DEMAND)[0][2] == "¥ 420,000.00"
    desk.choose(DEMAND, 2)
    desk.press(f"{DEMAND}.remove")
    assert [row[1] for row in desk.rows(DEMAND)] == ["退回该车", "出具检测报告"]


def test_every_version_of_a_changed_demand_is_shown_with_its_reason(
    desk: Desk, dialogs: Dialogs, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    desk.choose(DEMAND, 0)
    assert desk.find(f"{DEMAND}.versions").isHidden()
    dialogs.answers = [{"text": "退车并赔购置税", "reason": "听说邻居退成了"}]
    desk.press(f"{DEMAND}.edit")
    desk.choose(DEMAND, 0)
    shown = [made.text() for made in desk.find(f"{DEMAND}.versions").findChildren(QLabel)]
    assert "退回该车  ¥ 386,000.00" in shown
    assert "退车并赔购置税  ¥ 386,000.00  原因：听说邻居退成了" in shown
    assert "刘敏" in shown


def test_a_demand_that_is_refused_stays_in_its_dialog(
    desk: Desk, dialogs: Dialogs, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    dialogs.answers = [{"kind": "cash", "text": "赔偿", "amount": "很多"}]
    desk.press(f"{DEMAND}.add")
    assert list(dialogs.problems[0]) == ["amount"]
    assert len(desk.rows(DEMAND)) == 2


def test_the_text_to_read_back_is_written_from_the_facts(
    desk: Desk, dealership: Dealership
) -> None:
    case_no = register(dealership.person("liumin"))
    desk.open(case_no, "registration")
    desk.press("intake.read_back.propose")
    text = desk.find("intake.read_back_text").value()
    assert "陈女士，我把您反映的情况复述一遍" in text
    assert "高速上制动踏板踩不下去" in text
    assert "1. 退回该车 ¥ 386,000.00；2. 出具检测报告" in text
    desk.find("intake.focus").setText("制动失灵，要求退车")
    desk.find("intake.read_back_confirmed").setChecked(True)
    desk.press("intake.read_back.save")
    stored = registration(desk.page.desk.head.id)
    assert stored["read_back_confirmed"]
    assert stored["read_back_by"] == "liumin"


def test_a_text_that_stands_there_is_replaced_after_a_question_only(
    desk: Desk, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    desk.find("intake.read_back_text").set_value("我自己写的")
    desk.ctx.ask.yes = False
    desk.press("intake.read_back.propose")
    assert desk.find("intake.read_back_text").value() == "我自己写的"
    assert len(desk.ctx.ask.asked) == 1


def test_the_read_back_does_not_make_typed_facts_stale(desk: Desk, dealership: Dealership) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    desk.find("intake.customer_name").setText("陈晓")
    desk.find("intake.read_back_text").set_value("您说……")
    desk.find("intake.focus").setText("制动失灵")
    desk.press("intake.read_back.save")
    assert desk.find("intake.customer_name").text() == "陈晓"
    desk.press("intake.save")
    assert desk.ctx.ask.told == []
    assert registration(desk.page.desk.head.id)["customer_name"] == "陈晓"


def test_a_wrong_fact_is_shown_at_its_field_and_nothing_is_lost(
    desk: Desk, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "registration")
    desk.find("intake.odometer_km").setText("很远")
    desk.find("intake.employee").setText("孙琪")
    desk.press("intake.save")
    assert desk.find("intake.odometer_km.problem", QLabel).text()
    assert desk.find("intake.odometer_km").text() == "很远"
    assert desk.find("intake.employee").text() == "孙琪"


def test_what_was_typed_and_left_is_offered_again(desk: Desk, dealership: Dealership) -> None:
    case_no = register(dealership.person("liumin"))
    desk.open(case_no, "registration")
    desk.find("intake.employee").setText("孙琪")
    desk.ctx.ask.yes = False
    assert desk.page.may_leave()
    kept = drafts.load(desk.ctx.actor, "intake", str(desk.page.desk.head.id))
    assert kept is not None
    assert kept.content["employee"] == "孙琪"


def test_after_the_assessment_it_is_locked_and_says_why(desk: Desk, dealership: Dealership) -> None:
    actor = dealership.person("liumin")
    case_no = register(actor)
    respond(actor, case_no)
    assess(actor, case_no)
    desk.open(case_no, "registration")
    assert "调查中" in desk.find("intake.locked", QLabel).text()
    assert desk.find("intake.phone").isReadOnly()
    assert desk.find("intake.save").isHidden()
    assert not desk.find(f"{DEMAND}.add").isHidden()


def test_a_demand_is_answered_where_state_and_role_allow_it(
    desk: Desk, dialogs: Dialogs, dealership: Dealership
) -> None:
    actor = dealership.person("liumin")
    case_no = register(actor)
    desk.open(case_no, "registration")
    desk.choose(DEMAND, 0)
    assert desk.find(f"{DEMAND}.answer").isHidden()
    respond(actor, case_no)
    assess(actor, case_no)
    desk.open(case_no, "registration")
    desk.choose(DEMAND, 0)
    dialogs.answers = [{"answer": "refused"}, {"answer": "refused", "answer_text": "改为更换总成"}]
    desk.press(f"{DEMAND}.answer")
    assert list(dialogs.problems[0]) == ["answer_text"]
    desk.press(f"{DEMAND}.answer")
    assert desk.rows(DEMAND)[0][3] == "不同意，改为更换总成"
    assert demands(desk.page.desk.head.id)[0]["answer"] == "refused"
