"""The list of complaints: chips, search, sorting, preview; all of it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

from models.casework.case.clock import start
from models.casework.case.contacts import add_contact
from models.kernel.changes import Change
from models.kernel.command import unit_of_work
from ui.lists.table import ListTable
from ui.pages.cases_page import PAGE, CasesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from tests.casefile import Dealership
    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]


def opened(ctx: AppContext, qtbot: QtBot) -> CasesPage:
    page = CasesPage(ctx)
    qtbot.addWidget(page)
    page.resize(1180, 690)
    page.show()
    with read(page, qtbot):
        page.refresh()
    return page


def read(page: CasesPage, qtbot: QtBot):
    return qtbot.waitSignal(table(page).rows.modelReset)


def table(page: CasesPage) -> ListTable:
    return page.findChild(ListTable, "cases.table")


def shown(page: CasesPage) -> list[str]:
    return [row.case_no for row in table(page).rows.rows]


def chip(page: CasesPage, key: str) -> QPushButton:
    return page.findChild(QPushButton, f"cases.filter.{key}")


def pick(page: CasesPage, key: str, *codes: str) -> None:
    for action in chip(page, key).menu().actions():
        if action.data() in codes:
            action.trigger()


def with_clocks(dealership: Dealership, **columns: object) -> Case:
    case = dealership.case("RECEIVED", **columns)
    with unit_of_work(dealership.person("liumin"), "test.start_clocks") as work:
        start(work, case)
    return case


def test_open_cases_first_what_breaks_first_first(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    later = with_clocks(dealership, level="MINOR", level_rank=1)
    sooner = with_clocks(dealership, level="MAJOR", level_rank=4)
    dealership.case("CLOSED", closed_at=dealership.clock.now)
    dealership.case("DRAFT", case_no="DRAFT-1")
    page = opened(ctx_of(), qtbot)
    assert shown(page) == [sooner.case_no, later.case_no]
    qtbot.waitUntil(lambda: chip(page, "open").text() == "未结案 2")
    assert chip(page, "drafts").text() == "草稿 1"
    with read(page, qtbot):
        chip(page, "open").click()
    assert len(shown(page)) == 3
    with read(page, qtbot):
        chip(page, "drafts").click()
    assert shown(page) == ["DRAFT-1"]
    assert "未编号" in table(page).rows.index(0, 2).data()


def test_chips_narrow_and_are_remembered(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    mine = dealership.case(channel="phone")
    dealership.case(channel="wechat", owner="zhaolei")
    page = opened(ctx_of(), qtbot)
    with read(page, qtbot):
        chip(page, "mine").click()
    with read(page, qtbot):
        pick(page, "channels", "phone")
    with read(page, qtbot):
        pick(page, "levels", "GENERAL")
    assert shown(page) == [mine.case_no]
    again = opened(ctx_of(), qtbot)
    assert shown(again) == [mine.case_no]
    assert chip(again, "mine").isChecked()
    assert chip(again, "channels").isChecked()
    with read(again, qtbot):
        pick(again, "departments", "parts")
    assert shown(again) == []
    assert again.findChild(QWidget, "cases.empty").isVisible()
    with read(again, qtbot):
        again.findChild(QPushButton, "cases.clear").click()
    assert len(shown(again)) == 2
    assert not chip(again, "mine").isChecked()


def test_due_today_and_late(ctx_of: Contexts, dealership: Dealership, qtbot: QtBot) -> None:
    late = with_clocks(dealership)
    dealership.clock.forward(hours=3)
    today = with_clocks(dealership)
    with_clocks(dealership, received_at=dealership.clock.now + 3 * 24 * 3_600_000)
    page = opened(ctx_of(), qtbot)
    with read(page, qtbot):
        chip(page, "due_today").click()
    assert shown(page) == [today.case_no]
    with read(page, qtbot):
        chip(page, "late").click()
    assert shown(page) == [late.case_no, today.case_no]
    with read(page, qtbot):
        chip(page, "due_today").click()
    assert shown(page) == [late.case_no]


def test_a_search_looks_through_everything_until_it_is_ended(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    dealership.case()
    found = dealership.case("CLOSED", customer_name="欧阳文静", closed_at=dealership.clock.now)
    page = opened(ctx_of(), qtbot)
    with read(page, qtbot):
        page.search("欧阳")
    assert shown(page) == [found.case_no]
    assert chip(page, "text").text() == "“欧阳” ×"
    assert not chip(page, "open").isEnabled()
    with read(page, qtbot):
        chip(page, "text").click()
    assert len(shown(page)) == 1
    assert found.case_no not in shown(page)
    assert not chip(page, "text").isVisible()


def test_a_head_sorts_and_that_is_remembered(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    first, second = dealership.case(), dealership.case()
    page = opened(ctx_of(), qtbot)
    head = table(page).horizontalHeader()
    with read(page, qtbot):
        head.sectionClicked.emit(2)
    assert shown(page) == [first.case_no, second.case_no]
    with read(page, qtbot):
        head.sectionClicked.emit(2)
    assert shown(page) == [second.case_no, first.case_no]
    assert shown(opened(ctx_of(), qtbot)) == [second.case_no, first.case_no]


def test_enter_opens_and_the_preview_offers_both_ways(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = dealership.case(customer_name="张伟", phone="13800000123", subject="制动异响")
    dealership.demand(case, amount=480_000)
    page = opened(ctx_of(), qtbot)
    assert page.findChild(QLabel, "cases.preview.customer").text() == "张伟"
    words = " ".join(label.text() for label in page.preview.findChildren(QLabel))
    assert "138****0123" in words
    assert "承担拖车费" in words
    events = page.ctx.events
    with qtbot.waitSignal(events.case_wanted) as told:
        qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert told.args == [case.case_no, ""]
    with qtbot.waitSignal(events.case_wanted) as told:
        page.findChild(QPushButton, "cases.contact").click()
    assert told.args == [case.case_no, "case.contact.add"]
    with qtbot.waitSignal(events.case_wanted) as told:
        page.findChild(QPushButton, "cases.open").click()
    assert told.args == [case.case_no, ""]


def test_nobody_without_the_right_records_a_contact(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    dealership.case()
    page = opened(ctx_of("qianyi"), qtbot)
    assert not page.findChild(QPushButton, "cases.contact").isEnabled()


def test_a_change_shows_in_its_row_and_a_new_case_comes_in(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    case = dealership.case()
    ctx = ctx_of()
    page = opened(ctx, qtbot)
    ctx.events.data_changed.connect(page.data_changed)
    contact = {"way": "phone", "direction": "out", "purpose": "progress", "summary": "已说明进度"}
    ctx.jobs.write(add_contact, ctx.actor, case.id, contact | {"reached": True})
    assert table(page).rows.rows[0].last_contact_at == dealership.clock.now
    assert "已说明进度" in " ".join(x.text() for x in page.preview.findChildren(QLabel))
    with read(page, qtbot):
        page.data_changed((_change_of(dealership.case()),))
    assert len(shown(page)) == 2


def _change_of(case: Case) -> Change:
    return Change("complaint_case", case.id, case.id, "insert")


def test_pages_follow_while_scrolling_and_the_place_is_kept(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot
) -> None:
    for _ in range(PAGE + 5):
        dealership.case()
    page = opened(ctx_of(), qtbot)
    rows = table(page).rows
    assert len(rows.rows) == PAGE
    rows.fetchMore(rows.index(-1, -1))
    assert len(rows.rows) == PAGE + 5
    last = rows.rows[-1]
    table(page).select(lambda row: row.id == last.id)
    with read(page, qtbot):
        page.refresh()
    assert len(rows.rows) == PAGE + 5
    assert table(page).current_row().id == last.id


@pytest.mark.parametrize("width", [820, 1024, 1366])
def test_it_can_be_drawn_at_every_width(
    ctx_of: Contexts, dealership: Dealership, qtbot: QtBot, width: int
) -> None:
    dealership.case(customer_name="北京远达商贸有限公司", subject="很长的主题" * 20)
    frame, page = QMainWindow(), CasesPage(ctx_of())
    qtbot.addWidget(frame)
    frame.setCentralWidget(page)
    frame.resize(1366, 700)
    frame.show()
    with qtbot.waitSignal(table(page).rows.modelReset):
        page.refresh()
    frame.resize(width, 600)
    assert (frame.width(), page.width()) == (width, width)
    assert not page.grab().isNull()
