"""The negotiation on the screen: options in their order, nobody promises beyond authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QTableView, QWidget

from models.casework.approval.queries import of_case
from models.casework.case.demands import demands
from models.stages.negotiation import queries
from tests.ui.pages.answering import button, fill, press
from tests.unit.models.stages.negotiation.talks import option
from ui.pages.case.desk import CaseDesk
from ui.pages.case.negotiation.option_card import OptionCard
from ui.pages.case.negotiation_panel import NegotiationPanel
from ui.widgets.authority_bar import AuthorityBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from tests.casefile import Dealership
    from ui.shell.context import AppContext


@pytest.fixture
def case(dealership: Dealership) -> Case:
    found = dealership.case("NEGOTIATING")
    dealership.demand(found, 120_000, "承担拖车费")
    return found


@pytest.fixture
def panel_of(ctx_of: Callable[..., AppContext], qtbot: QtBot) -> Callable[..., NegotiationPanel]:
    """Return the panel of a case for somebody; it follows what is written."""

    def opened(case: Case, login: str = "liumin") -> NegotiationPanel:
        ctx = ctx_of(login)
        desk = CaseDesk(ctx)
        desk.open(case.id)
        panel = NegotiationPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(860, 600)
        panel.show()
        panel.load()
        ctx.events.data_changed.connect(panel.load)
        return panel

    return opened


def cards(panel: QWidget) -> list[OptionCard]:
    return panel.findChildren(OptionCard)


def titles(panel: QWidget) -> list[str]:
    return [card.look.title for card in sorted(cards(panel), key=lambda c: (c.y(), c.x()))]


def approvals(panel: QWidget) -> list[list[str]]:
    model = panel.findChild(QTableView, "approval.table").model()
    columns = range(model.columnCount())
    return [[str(model.index(r, c).data()) for c in columns] for r in range(model.rowCount())]


def test_options_are_prepared_and_the_first_one_is_the_first_choice(
    case: Case, panel_of: Callable[..., NegotiationPanel]
) -> None:
    panel = panel_of(case)
    assert panel.findChild(QLabel, "negotiation.option.empty").isVisibleTo(panel)
    told = {"title": "报销拖车费", "text": "凭发票报销", "kinds": "towing", "covers": "1"}
    assert not fill(lambda: press(panel, "negotiation.option.add"), amount="150", **told)
    look = cards(panel)[0].look
    assert (look.rank.text, look.amount, look.covers) == ("首选", "¥ 150.00", "覆盖诉求 1")


def test_a_refused_option_says_so_at_its_field_and_loses_nothing(
    case: Case, panel_of: Callable[..., NegotiationPanel]
) -> None:
    panel = panel_of(case)
    told = {"title": "退款", "text": "全额退款", "kinds": "refund"}
    words = fill(lambda: press(panel, "negotiation.option.add"), **told)
    assert "请填写费用：由谁可以承诺取决于金额。" in words
    assert not queries.options(case.id)


def test_the_order_changes_by_button_by_key_and_by_dropping(
    case: Case,
    dealership: Dealership,
    panel_of: Callable[..., NegotiationPanel],
    qtbot: QtBot,
) -> None:
    for title in ("甲", "乙", "丙"):
        option(dealership, case, 100, title=title)
    panel = panel_of(case)
    press(panel, "negotiation.option.down")
    assert titles(panel) == ["乙", "甲", "丙"]
    chosen = panel.findChild(OptionCard, "negotiation.option.1")
    qtbot.keyClick(chosen, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert titles(panel) == ["乙", "丙", "甲"]
    panel.findChild(OptionCard, "negotiation.option.2").dropped_on.emit(1, 2)
    assert titles(panel) == ["甲", "乙", "丙"]
    assert [row["title"] for row in queries.options(case.id)] == ["甲", "乙", "丙"]


def test_arrows_choose_and_the_bar_tells_who_has_to_approve(
    case: Case,
    dealership: Dealership,
    panel_of: Callable[..., NegotiationPanel],
    qtbot: QtBot,
) -> None:
    option(dealership, case, "150", title="小")
    option(dealership, case, "8600", title="大")
    panel = panel_of(case)
    bar = panel.findChild(AuthorityBar, "negotiation.authority")
    assert bar.accessibleName() == "首选方案 ¥ 150.00，在您的权限内"
    assert not button(panel, "negotiation.option.ask_approval").isVisibleTo(panel)
    qtbot.keyClick(panel.findChild(OptionCard, "negotiation.option.1"), Qt.Key.Key_Right)
    assert bar.accessibleName() == "备选方案 2 ¥ 8,600.00，需总经理审批"
    assert bar.property("beyond") == "true"
    assert not fill(lambda: press(panel, "negotiation.option.ask_approval"), request_text="请批准")
    assert bar.accessibleName() == "备选方案 2 ¥ 8,600.00，待总经理审批"
    assert panel.findChild(OptionCard, "negotiation.option.2").look.state.text == "待审批"


def test_an_offer_beyond_authority_is_refused_in_the_dialog(
    case: Case, dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    option(dealership, case, "8600")
    panel = panel_of(case)
    told = {"way": "phone", "words": "可以考虑", "result": "open"}
    words = fill(lambda: press(panel, "negotiation.round.add"), **told)
    assert any("超出您的权限" in sentence for sentence in words)
    assert not queries.rounds(case.id)


def test_a_round_is_recorded_and_can_be_read_as_a_whole(
    case: Case, dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    option(dealership, case, "150", title="报销拖车费")
    panel = panel_of(case)
    told = {"way": "phone", "words": "同意先看报告", "result": "open", "mood": "4"}
    told |= {"proposal": "再加一次保养", "persuasion": "说明保修条款"}
    assert not fill(lambda: press(panel, "negotiation.round.add"), **told)
    rounds = panel.findChild(QListView, "negotiation.round.table")
    line = str(rounds.model().index(0, 0).data())
    assert line.startswith("第 1 轮 今天 09:00  电话 同意先看报告 激动")
    rounds.setCurrentIndex(rounds.model().index(0, 0))
    detail = panel.findChild(QLabel, "negotiation.round.detail").text()
    assert "提出的方案：报销拖车费" in detail
    assert "客户自己的提议：再加一次保养" in detail


def test_whoever_may_decides_and_a_paper_decision_names_who_decided_and_who_typed(
    case: Case, dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    option(dealership, case, "8600")
    asking = panel_of(case)
    assert not fill(lambda: press(asking, "negotiation.option.ask_approval"), request_text="请批准")
    assert not button(asking, "approval.decide").isVisibleTo(asking)
    manager = panel_of(case, "sunqi")
    assert not button(manager, "approval.decide").isVisibleTo(manager)
    told = {"decision": "approved", "decided_by": "wugang", "decided_role": "general_manager"}
    told |= {"medium": "paper", "reference": "签批单 17"}
    assert not fill(lambda: press(manager, "approval.record"), **told)
    view = of_case(case.id)[0]
    assert (view.state, view.decided_by, view.recorded_by) == ("approved", "wugang", "sunqi")
    assert approvals(manager)[0][3:] == ["已批准", "吴刚（孙琪代录） 今天 09:00"]
    assert "书面，签批单 17" in manager.findChild(QLabel, "approval.detail").text()


def test_the_general_manager_decides_in_the_program(
    case: Case, dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    option(dealership, case, "8600")
    asking = panel_of(case)
    fill(lambda: press(asking, "negotiation.option.ask_approval"), request_text="请批准")
    boss = panel_of(case, "wugang")
    words = fill(lambda: press(boss, "approval.decide"), decision="returned")
    assert "请填写理由，让申请人知道需要怎样修改。" in words
    assert not fill(lambda: press(boss, "approval.decide"), decision="approved")
    asking.load()
    bar = asking.findChild(AuthorityBar, "negotiation.authority")
    assert bar.accessibleName() == "首选方案 ¥ 8,600.00，总经理已批准"


def test_a_demand_is_answered_and_a_missing_answer_leads_there(
    case: Case, panel_of: Callable[..., NegotiationPanel]
) -> None:
    panel = panel_of(case)
    assert panel.jump("case.demand.answer")
    told = {"answer": "partly", "answer_text": "只承担一半", "agreed_amount": "600"}
    assert not fill(lambda: press(panel, "case.demand.answer"), **told)
    assert demands(case.id)[0]["agreed_amount"] == 60_000


def test_the_five_questions_fold_once_they_are_answered(
    case: Case, panel_of: Callable[..., NegotiationPanel]
) -> None:
    panel = panel_of(case)
    body = panel.findChild(QWidget, "negotiation.plan.body")
    assert body.isVisibleTo(panel)
    answers = {"ongoing_trade": "yes", "repurchase_hope": "likely", "word_of_mouth": "ill"}
    answers |= {"demand_reasonable": "in_part", "company_fault": "60", "our_limit": "2000"}
    for key, value in answers.items():
        panel.findChild(QWidget, f"negotiation.{key}").set_value(value)
    press(panel, "negotiation.save")
    assert "已答 5 / 5" in button(panel, "negotiation.plan.fold").text()
    again = panel_of(case)
    assert not again.findChild(QWidget, "negotiation.plan.body").isVisibleTo(again)
    assert again.jump("negotiation.our_limit")
    assert again.findChild(QWidget, "negotiation.plan.body").isVisibleTo(again)


def test_hints_are_said_one_first_and_the_others_on_request(
    case: Case, dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    option(dealership, case, 100, basis="")
    panel = panel_of(case)
    banner = panel.findChild(QWidget, "negotiation.hints")
    assert "三到四个方案" in banner.text()
    assert "\n" not in banner.text()
    press(panel, "negotiation.hints.link")
    assert len(banner.text().splitlines()) == 3


def test_after_the_agreement_everything_can_be_read_and_nothing_changed(
    dealership: Dealership, panel_of: Callable[..., NegotiationPanel]
) -> None:
    signed = dealership.case("SIGNED")
    panel = panel_of(signed)
    for name in ("negotiation.option.add", "negotiation.round.add", "negotiation.option.edit"):
        assert not button(panel, name).isVisibleTo(panel)
    assert "签" in panel.findChild(QLabel, "negotiation.option.reason").text()
