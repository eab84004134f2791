"""今日: what breaks first stands first, one verb opens the right place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

from models.casework.case import tasks
from models.casework.case.clock import start
from models.casework.case.contacts import add_contact
from models.kernel.command import unit_of_work
from models.kernel.zone import HOUR
from ui.pages.today.lines import Heading, Line
from ui.pages.today.view import TodayModel, TodayView
from ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from tests.casefile import Dealership
    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]


def received(dealership: Dealership, **columns: object) -> Case:
    """Return a case that has just come in, with its clocks running."""
    case = dealership.case("RECEIVED", **columns)
    with unit_of_work(dealership.person("liumin"), "test.start_clocks") as work:
        start(work, case)
    return case


def opened(ctx: AppContext, qtbot: QtBot) -> TodayPage:
    page = TodayPage(ctx)
    qtbot.addWidget(page)
    page.resize(1180, 690)
    page.show()
    read(page, qtbot)
    return page


def read(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view(page).lines.modelReset):
        page.refresh()


def view(page: TodayPage) -> TodayView:
    return page.findChild(TodayView, "today.table")


def headings(page: TodayPage) -> list[tuple[str, int]]:
    return [tuple(row) for row in view(page).lines.rows if isinstance(row, Heading)]


def lines(page: TodayPage) -> list[Line]:
    return [row for row in view(page).lines.rows if isinstance(row, Line)]


def test_with_nothing_to_do_it_says_what_will_come_here(ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of(), qtbot)
    assert page.findChild(QWidget, "today.empty").isVisible()
    with qtbot.waitSignal(page.ctx.events.complaint_wanted):
        page.findChild(QPushButton, "today.register").click()


def test_what_breaks_first_stands_first(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    late = received(dealership, subject="等待派工超过 90 分钟")
    dealership.clock.forward(hours=3)
    due = received(dealership, customer_name="张伟", plate_no="京A12345")
    values = {"kind": "explain", "department": "customer_care", "title": "回电说明"}
    tasks.add_task(dealership.person("zhaolei"), due.id, values)
    page = opened(ctx_of(), qtbot)
    assert headings(page) == [("已超时", 1), ("今天到期", 1), ("今天的任务和回访", 1)]
    first, second, third = lines(page)
    assert (first.case_no, first.main, first.verb) == (
        late.case_no,
        "等待派工超过 90 分钟",
        "去联系",
    )
    assert first.clock.text == "超 1 小时"
    assert (second.customer, second.plate) == ("张伟", "京A·12345")
    assert second.clock.text == "15:30  剩 3:30"
    assert third.main == "任务 1：回电说明"
    assert view(page).lines.index(1, 0).data().startswith("超 1 小时，陈女士，等待派工超过 90 分钟")


def test_the_verb_and_enter_open_the_place_in_the_case(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = received(dealership)
    page = opened(ctx_of(), qtbot)
    shown = view(page)
    line = shown.lines.index(1, 0)
    verb = shown.columns.verb(QRectF(shown.visualRect(line))).center().toPoint()
    with qtbot.waitSignal(page.ctx.events.case_wanted) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=verb)
    assert told.args == [case.case_no, "case.contact.add"]
    with qtbot.waitSignal(page.ctx.events.case_wanted) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == [case.case_no, "case.contact.add"]


def test_the_arrows_step_over_headings(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    received(dealership)
    dealership.clock.forward(hours=3)
    received(dealership)
    page = opened(ctx_of(), qtbot)
    shown = view(page)
    shown.setFocus()
    seen = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(shown, key)
        seen.append(shown.currentIndex().row())
    assert seen == [1, 3, 3, 1]


def test_mine_or_the_whole_store_is_remembered(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    received(dealership, owner="zhaolei")
    page = opened(ctx_of(), qtbot)
    assert lines(page) == []
    with qtbot.waitSignal(view(page).lines.modelReset):
        page.findChild(QPushButton, "today.filter.store").click()
    assert len(lines(page)) == 1
    assert page.findChild(QLabel, "today.open").text() == "1"
    again = opened(ctx_of(), qtbot)
    assert again.findChild(QPushButton, "today.filter.store").isChecked()
    assert len(lines(again)) == 1


def test_whoever_leads_sees_the_store_first(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    received(dealership)
    assert len(lines(opened(ctx_of("zhaolei"), qtbot))) == 1


def test_figures_and_moments_of_the_day(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = received(dealership, level="MAJOR", level_rank=4)
    dealership.clock.forward(minutes=10)
    contact = {
        "way": "phone",
        "direction": "out",
        "purpose": "first_response",
        "summary": "已联系",
        "reached": True,
        "next_at": dealership.clock.now + 2 * HOUR,
    }
    add_contact(dealership.person("liumin"), case.id, contact)
    dealership.clock.forward(minutes=5)
    page = opened(ctx_of(), qtbot)
    figures = [page.findChild(QLabel, f"today.{n}").text() for n in ("open", "serious", "on_time")]
    assert figures == ["1", "1", "100%"]
    moments = page.findChild(QWidget, "today.moments")
    said = [moments.model().index(n, 0).data() for n in range(moments.model().rowCount())]
    assert said == ["09:10 首次响应  陈女士", "09:15", "11:10 约定联系  陈女士"]
    with qtbot.waitSignal(page.ctx.events.case_wanted) as told:
        moments.setCurrentIndex(moments.model().index(2, 0))
        qtbot.keyClick(moments, Qt.Key.Key_Return)
    assert told.args == [case.case_no, "case.contact.add"]


def test_a_chosen_line_stays_chosen_when_it_is_read_anew(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    received(dealership)
    page = opened(ctx_of(), qtbot)
    view(page).setCurrentIndex(view(page).lines.index(1, 0))
    dealership.clock.forward(minutes=1)
    read(page, qtbot)
    assert view(page).current_line() == lines(page)[0]


def test_the_model_behaves_like_one(qtmodeltester: ModelTester) -> None:
    model = TodayModel()
    qtmodeltester.check(model)
    model.show_rows([Heading("已超时", 1)])
    qtmodeltester.check(model)


@pytest.mark.parametrize("width", [820, 1024, 1366])
def test_it_can_be_drawn_at_every_width(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, width: int
) -> None:
    received(dealership, customer_name="北京远达商贸有限公司", subject="很长的主题" * 20)
    frame, page = QMainWindow(), TodayPage(ctx_of())
    qtbot.addWidget(frame)
    frame.setCentralWidget(page)
    frame.resize(1366, 700)
    frame.show()
    with qtbot.waitSignal(view(page).lines.modelReset):
        page.refresh()
    frame.resize(width, 600)
    assert (frame.width(), page.width()) == (width, width)
    assert not page.grab().isNull()
