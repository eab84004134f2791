"""The panel of implementation: tasks, deliveries, repairs, acceptance and what is missing."""

from __future__ import annotations

import pytest

from models.casework.case.queries import contacts
from models.casework.case.tables import Case
from models.kernel.command import unit_of_work
from models.stages.implementation import commands, queries
from tests.ui.pages.case.typing_in import Typist, part, press, shown, words
from ui.pages.case.implementation_panel import ImplementationPanel

TERMS = [
    {"no": 1, "kind": "rework", "text": "更换燃油泵", "amount": 860_000, "department": "service"},
    {"no": 2, "kind": "towing", "text": "拖车费", "amount": 80_000, "department": "finance"},
]


@pytest.fixture
def typist(monkeypatch):
    return Typist(monkeypatch)


@pytest.fixture
def case(dealership):
    found = dealership.case("IMPLEMENTING", department="customer_care")
    more = {"due_on": "2026-08-10", "demand_no": 0, "advanced_by": ""}
    terms = [more | term for term in TERMS]
    terms[1]["advanced_by"] = "zhaolei"
    with unit_of_work(dealership.person("liumin"), "test.take_over") as work:
        commands.take_over(work, found, terms)
    return found


@pytest.fixture
def open_as(qtbot, ctx_of, case):
    return lambda login="liumin": shown(qtbot, ctx_of(login), ImplementationPanel, case)


def choose(panel, name, place):
    part(panel, name).choose(place)


def test_a_task_runs_from_taking_it_on_to_being_verified(open_as, typist):
    workshop = open_as("zhouhao")
    press(workshop, "implementation.task.acknowledge")
    assert words(workshop, "implementation.task")[0][-1] == "办理中"
    typist.types(result="已更换，试车正常")
    press(workshop, "implementation.task.finish")
    assert words(workshop, "implementation.task")[0][-1] == "待确认"
    assert part(workshop, "implementation.task.verify").isHidden()

    clerk = open_as("liumin")
    press(clerk, "implementation.task.verify")
    assert words(clerk, "implementation.task")[0][-1] == "已确认"
    assert part(clerk, "implementation.task.cancel").isHidden()


def test_a_poor_result_is_sent_back_with_a_reason(open_as, typist):
    typist.types(result="看过了")
    press(open_as("zhouhao"), "implementation.task.finish")
    clerk = open_as("liumin")
    typist.types(exception_reason="没有试车记录")
    press(clerk, "implementation.task.return")
    assert words(clerk, "implementation.task")[0][-1] == "已退回"


def test_finance_sees_no_verbs_for_the_task_of_others(open_as):
    finance = open_as("qianyi")
    choose(finance, "implementation.task", 0)
    assert part(finance, "implementation.task.finish").isHidden()
    choose(finance, "implementation.task", 1)
    assert not part(finance, "implementation.task.finish").isHidden()
    assert part(finance, "implementation.task.add").isHidden()


def test_handing_over_needs_a_signature_and_loses_nothing(open_as, typist, case):
    panel = open_as()
    typist.types(received_by="陈女士", receipt="")
    press(panel, "implementation.delivery.hand_over")
    assert set(typist.problems) == {"implementation.delivery.receipt"}
    assert queries.deliveries(case.id)[0]["delivered_at"] is None

    typist.types(received_by="陈女士", receipt="JS-0093")
    press(panel, "implementation.delivery.hand_over")
    assert words(panel, "implementation.delivery")[0][5] == "今天 09:00  JS-0093"
    assert part(panel, "implementation.delivery.hand_over").isHidden()


def test_finance_claims_an_advance_back(open_as, typist):
    finance = open_as("qianyi")
    choose(finance, "implementation.delivery", 1)
    assert words(finance, "implementation.delivery")[1][6] == "赵磊，待追偿"
    typist.types(claimed_on="2026-08-01")
    press(finance, "implementation.delivery.claim_back")
    assert words(finance, "implementation.delivery")[1][6] == "赵磊，已追偿"


def test_extras_are_added_changed_and_removed(open_as, typist):
    panel = open_as()
    typist.types(kind="gift", text="车载冰箱", department="marketing")
    press(panel, "implementation.delivery.add")
    choose(panel, "implementation.delivery", 2)
    typist.types(amount="300")
    press(panel, "implementation.delivery.edit")
    assert words(panel, "implementation.delivery")[2][1:3] == ["车载冰箱", "¥ 300.00"]
    press(panel, "implementation.delivery.remove")
    assert len(words(panel, "implementation.delivery")) == 2


def test_what_stands_in_the_agreement_is_not_removed_and_says_why(open_as, case):
    panel = open_as()
    choose(panel, "implementation.delivery", 0)
    press(panel, "implementation.delivery.remove")
    assert "已写入协议" in panel.desk.ctx.ask.told[0]
    assert len(queries.deliveries(case.id)) == 2


def test_a_repair_order_is_recorded(open_as, typist):
    panel = open_as()
    typist.types(order_no="WX-0712", job="更换燃油泵", parts="17040-A1", technician="zhouhao")
    press(panel, "implementation.repair.add")
    assert words(panel, "implementation.repair")[0][:5] == [
        "1",
        "WX-0712",
        "更换燃油泵",
        "17040-A1",
        "周浩",
    ]


def test_an_inspection_with_remarks_needs_them_and_keeps_what_was_typed(open_as, case):
    panel = open_as()
    assert part(panel, "implementation.inspected_by").value() == "陈女士"
    part(panel, "implementation.acceptance").choose("with_remarks")
    press(panel, "implementation.accept")
    assert part(panel, "implementation.remarks.problem").isVisibleTo(panel)
    assert part(panel, "implementation.acceptance").value() == "with_remarks"

    part(panel, "implementation.remarks").set_value("踏板行程略长")
    press(panel, "implementation.accept")
    assert queries.acceptances(case.id)[0]["remarks"] == "踏板行程略长"
    assert words(panel, "implementation.inspection")[0][3] == "有保留地接受"
    assert part(panel, "implementation.acceptance").value() == ""


def test_progress_is_told_in_two_clicks_and_counted(open_as, typist, case):
    panel = open_as()
    typist.types(summary="配件已到店，今晚装车")
    press(panel, "implementation.contact")
    row = contacts(case.id)[0]
    assert (row["purpose"], row["direction"], row["reached"]) == ("progress", "out", True)
    assert len(queries.contacts_since_signing(case.id)) == 1


def test_what_is_missing_leads_to_its_place(open_as, qtbot):
    panel = open_as()
    assert part(panel, "implementation.missing.count").text() == "还缺 5 项，才能实施完毕"
    with qtbot.waitSignal(panel.place_wanted) as asked:
        press(panel, "implementation.missing.5")
    assert asked.args == ["implementation.acceptance"]
    assert panel.jump("implementation.acceptance")
    assert panel.jump("implementation.delivery.table")


def test_before_signing_everything_is_locked_and_says_why(qtbot, ctx_of, dealership):
    case = dealership.case("NEGOTIATING")
    panel = shown(qtbot, ctx_of(), ImplementationPanel, case)
    assert part(panel, "implementation.delivery.add").isHidden()
    assert part(panel, "implementation.accept").isHidden()
    assert part(panel, "implementation.acceptance").state == "locked"
    assert "协商中" in part(panel, "implementation.delivery.reason").text()
    assert part(panel, "implementation.missing").isHidden()


def test_when_all_is_done_nothing_is_missing(open_as, case):
    Case.update(state="VERIFIED").where(Case.id == case.id).execute()
    panel = open_as()
    assert part(panel, "implementation.missing").isHidden()
