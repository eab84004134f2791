"""Approvals, tasks and follow-up calls: each offers what the person may do, and does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget

from models.casework.approval import commands as approvals
from models.casework.approval import queries
from models.casework.case import tasks
from models.casework.case.editing import add_row
from models.casework.case.queries import history
from models.kernel.command import unit_of_work
from models.kernel.zone import DAY, HOUR
from models.stages.followup.queries import rounds
from models.stages.followup.tables import FollowUp
from ui.lists.table import ListTable
from ui.pages.approvals_page import ApprovalsPage
from ui.pages.follow_ups_page import FollowUpsPage
from ui.pages.tasks_page import TasksPage
from ui.widgets.banner import Banner

from .dialogs import answer, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from tests.casefile import Dealership
    from ui.pages.work.call_dialog import CallDialog
    from ui.pages.work.work_page import WorkPage
    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]

TASK = {"kind": "explain", "department": "service", "title": "核对工时单"}


def opened(kind: type[WorkPage], ctx: AppContext, qtbot: QtBot) -> WorkPage:
    page = kind(ctx)
    qtbot.addWidget(page)
    ctx.events.data_changed.connect(page.data_changed)
    page.resize(1180, 690)
    page.show()
    with read(page, qtbot):
        page.refresh()
    return page


def read(page: WorkPage, qtbot: QtBot) -> Any:
    return qtbot.waitSignal(table(page).rows.modelReset)


def table(page: WorkPage) -> ListTable:
    return page.findChild(ListTable, f"{page.name}.table")


def rows(page: WorkPage) -> list[Any]:
    return table(page).rows.rows


def offered(page: WorkPage) -> set[str]:
    return {
        made.objectName().partition(".")[2]
        for made in page.pane.findChildren(QPushButton)
        if made.objectName() and made.isVisible()
    }


def press(page: WorkPage, verb: str) -> None:
    page.findChild(QPushButton, f"{page.name}.{verb}").click()


def scope(page: WorkPage, key: str, qtbot: QtBot) -> None:
    with read(page, qtbot):
        page.findChild(QPushButton, f"{page.name}.filter.{key}").click()


def reason(page: WorkPage) -> str:
    return page.findChild(Banner, f"{page.name}.reason").text()


def ask(dealership: Dealership, case: Case, amount: int = 86_000) -> int:
    values = {"subject_kind": "option", "subject_no": 1, "amount": amount, "text": "补偿拖车费"}
    return approvals.request(dealership.person("liumin"), case.case_no, values).no


def plan_round(dealership: Dealership, case: Case, due_at: int) -> None:
    with unit_of_work(dealership.person("wugang"), "test.plan_round") as work:
        add_row(work, case, FollowUp, {"due_at": due_at})


def test_a_request_is_decided_where_it_waits(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case()
    ask(dealership, case)
    page = opened(ApprovalsPage, ctx_of("zhaolei"), qtbot)
    said = " ".join(label.text() for label in page.pane.findChildren(QLabel))
    for words in ("陈女士", "¥ 860.00", "¥ 1,000.00", "补偿拖车费", case.case_no):
        assert words in said
    fill(monkeypatch, {"decision": "returned", "reason": ""})
    press(page, "decide")
    assert queries.of_case(case.id)[0].state == "waiting", "a return needs its reason"
    fill(monkeypatch, {"decision": "approved"})
    with read(page, qtbot):
        press(page, "decide")
    view = queries.of_case(case.id)[0]
    assert (view.state, view.decided_by) == ("approved", "zhaolei")
    qtbot.waitUntil(lambda: not rows(page))
    assert page.findChild(QWidget, "approvals.empty").isVisible()


def test_a_decision_on_paper_is_noted_as_such(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case()
    ask(dealership, case, amount=9_000_000)
    page = opened(ApprovalsPage, ctx_of("wugang"), qtbot)
    paper = {
        "decision": "approved",
        "medium": "paper",
        "decided_by": "厂家区域经理",
        "decided_role": "oem",
        "reference": "传真 2026-08-01",
    }
    fill(monkeypatch, paper)
    press(page, "record")
    view = queries.of_case(case.id)[0]
    assert (view.decided_by, view.recorded_by, view.medium) == ("厂家区域经理", "wugang", "paper")


def test_whoever_asked_can_take_it_back_and_others_are_named(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case()
    ask(dealership, case)
    page = opened(ApprovalsPage, ctx_of("liumin"), qtbot)
    assert rows(page) == []
    assert "赵磊" in reason(page), "somebody without the right learns who has it"
    scope(page, "requested", qtbot)
    assert offered(page) == {"withdraw", "open_case"}
    fill(monkeypatch, {"reason": "客户改了主意"})
    press(page, "withdraw")
    assert queries.of_case(case.id)[0].state == "withdrawn"


def test_a_request_opens_its_case(ctx_of: Contexts, dealership: Dealership, qtbot: QtBot) -> None:
    case = dealership.case()
    ask(dealership, case)
    page = opened(ApprovalsPage, ctx_of("zhaolei"), qtbot)
    with qtbot.waitSignal(page.ctx.events.case_wanted) as told:
        press(page, "open_case")
    assert told.args == [case.case_no, "approval.table"]


def test_a_task_is_taken_and_reported_done(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case()
    tasks.add_task(dealership.person("liumin"), case.id, TASK)
    page = opened(TasksPage, ctx_of("zhouhao"), qtbot)
    assert [row.title for row in rows(page)] == ["核对工时单"]
    with read(page, qtbot):
        press(page, "acknowledge")
    assert rows(page)[0].state == "acknowledged"
    assert "acknowledge" not in offered(page)
    fill(monkeypatch, {"result": ""})
    press(page, "finish")
    assert rows(page)[0].state == "acknowledged", "a report needs its result"
    fill(monkeypatch, {"result": "多计 2 小时，已更正", "proof": "RO-1"})
    with read(page, qtbot):
        press(page, "finish")
    assert rows(page) == []


def test_the_case_owner_checks_and_sends_back(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case()
    for _ in range(2):
        tasks.add_task(dealership.person("liumin"), case.id, TASK)
    for no in (1, 2):
        tasks.finish_task(dealership.person("zhouhao"), case.id, {"no": no, "result": "已办"})
    page = opened(TasksPage, ctx_of("liumin"), qtbot)
    scope(page, "to_check", qtbot)
    assert offered(page) == {"verify", "return", "open_case"}
    with read(page, qtbot):
        press(page, "verify")
    assert len(rows(page)) == 1
    fill(monkeypatch, {"exception_reason": "没有附单据"})
    with read(page, qtbot):
        press(page, "return")
    assert rows(page) == []
    scope(page, "store", qtbot)
    assert [row.state for row in rows(page)] == ["returned"]
    assert "没有附单据" in " ".join(x.text() for x in page.pane.findChildren(QLabel))


def test_tasks_of_other_departments_are_not_mine(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = dealership.case()
    tasks.add_task(dealership.person("liumin"), case.id, TASK)
    page = opened(TasksPage, ctx_of("qianyi"), qtbot)
    assert rows(page) == []
    scope(page, "store", qtbot)
    assert offered(page) == {"open_case"}
    assert "周浩" in reason(page)


def test_a_customer_is_called_and_the_answers_kept(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = dealership.case("FOLLOW_UP", owner="zhaolei")
    dealership.demand(case)
    plan_round(dealership, case, dealership.clock.now + HOUR)
    page = opened(FollowUpsPage, ctx_of("liumin"), qtbot)
    assert [row.case_no for row in rows(page)] == [case.case_no]
    told = {"way": "phone", "reached": True, "satisfaction": 5, "words": "很满意"}

    def call(dialog: CallDialog) -> None:
        for key, value in told.items():
            dialog.form.form.editor(key).set_value(value)
        dialog.form.save()

    answer(monkeypatch, call)  # type: ignore[arg-type]
    with read(page, qtbot):
        press(page, "record")
    assert rows(page) == []
    assert rounds(case.id)[0]["attempts"][0]["words"] == "很满意"


def test_who_handled_a_case_does_not_call_but_can_skip(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    for _ in range(2):
        plan_round(dealership, dealership.case("FOLLOW_UP"), dealership.clock.now)
    page = opened(FollowUpsPage, ctx_of("liumin"), qtbot)
    assert offered(page) >= {"skip", "open_case"}
    assert "record" not in offered(page)
    assert "经办" in reason(page) or "同事" in reason(page)
    first = page.list.current_row()
    press(page, "skip")
    assert page.list.current_row() != first
    press(page, "skip")
    assert page.list.current_row() == first


def test_a_number_is_masked_until_somebody_looks(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = dealership.case("FOLLOW_UP", phone="13800000123", owner="zhaolei")
    plan_round(dealership, case, dealership.clock.now)
    page = opened(FollowUpsPage, ctx_of("liumin"), qtbot)
    assert page.findChild(QLabel, "follow_ups.phone").text() == "138****0123"
    press(page, "reveal")
    assert page.findChild(QLabel, "follow_ups.phone").text() == "13800000123"
    assert QApplication.clipboard().text() == "13800000123"
    assert history(case.id)[0].command == "case.note_reveal"


def test_later_rounds_stand_apart(ctx_of: Contexts, dealership: Dealership, qtbot: QtBot) -> None:
    plan_round(dealership, dealership.case("FOLLOW_UP"), dealership.clock.now + 3 * DAY)
    page = opened(FollowUpsPage, ctx_of("zhaolei"), qtbot)
    assert rows(page) == []
    scope(page, "later", qtbot)
    assert len(rows(page)) == 1


def test_somebody_without_the_right_learns_who_calls(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    page = opened(FollowUpsPage, ctx_of("qianyi"), qtbot)
    assert "刘敏" in reason(page)


@pytest.mark.parametrize("kind", [ApprovalsPage, TasksPage, FollowUpsPage])
@pytest.mark.parametrize("width", [820, 1366])
def test_they_can_be_drawn_at_every_width(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, kind: type[WorkPage], width: int
) -> None:
    case = dealership.case("FOLLOW_UP", customer_name="北京远达商贸有限公司", subject="长" * 90)
    plan_round(dealership, case, dealership.clock.now)
    tasks.add_task(dealership.person("liumin"), case.id, TASK | {"title": "长" * 90})
    frame, page = QMainWindow(), kind(ctx_of("zhouhao"))
    qtbot.addWidget(frame)
    frame.setCentralWidget(page)
    frame.resize(width, 600)
    frame.show()
    with read(page, qtbot):
        page.refresh()
    assert page.width() == width
    assert not page.grab().isNull()
