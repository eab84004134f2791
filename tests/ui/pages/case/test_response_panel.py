"""Every contact is logged in two clicks; the clocks and the customer's mood are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from models.casework.case.commands import hold
from models.casework.case.contacts import add_contact
from ui.widgets.banner import Banner

from .complaints import CALL, register

if TYPE_CHECKING:
    from tests.casefile import Dealership

    from .complaints import Desk, Dialogs

CONTACT = "case.contact"


@pytest.fixture
def case_no(dealership: Dealership) -> str:
    return register(dealership.person("liumin"))


def texts_of(desk: Desk, name: str) -> list[str]:
    return [made.text() for made in desk.find(name).findChildren(QLabel)]


def test_a_call_of_ours_is_the_first_response(desk: Desk, dialogs: Dialogs, case_no: str) -> None:
    desk.open(case_no, "response")
    dialogs.answers = [{"summary": "已回电，今天 17:00 前答复", "mood": 2}]
    desk.press(f"{CONTACT}.outgoing")
    usual = dialogs.seen[0]
    assert (usual["direction"], usual["purpose"], usual["reached"]) == (
        "out",
        "first_response",
        True,
    )
    newest = desk.rows(CONTACT)[0]
    assert newest[1:5] == ["电话", "首次响应", "不满", "已回电，今天 17:00 前答复"]
    assert desk.page.desk.head.first_response_at is not None


def test_an_incoming_call_comes_from_the_customer(
    desk: Desk, dialogs: Dialogs, case_no: str
) -> None:
    desk.open(case_no, "response")
    dialogs.answers = [{"summary": "催问进度"}]
    desk.press(f"{CONTACT}.incoming")
    assert dialogs.seen[0]["direction"] == "in"
    assert len(desk.rows(CONTACT)) == 2


def test_an_apology_needs_a_customer_who_was_reached(
    desk: Desk, dialogs: Dialogs, case_no: str
) -> None:
    desk.open(case_no, "response")
    dialogs.answers = [{"summary": "无人接听", "reached": False, "apology": True}]
    desk.press(f"{CONTACT}.add")
    assert list(dialogs.problems[0]) == ["apology"]
    assert len(desk.rows(CONTACT)) == 1


def test_the_whole_contact_is_read_below_the_list(
    desk: Desk, dealership: Dealership, case_no: str
) -> None:
    told = {"apology": True, "apology_words": "很抱歉让您担心", "changed_setting": "person"}
    add_contact(dealership.person("liumin"), case_no, CALL | told | {"summary": "一行\n又一行"})
    desk.open(case_no, "response")
    desk.choose(CONTACT, 0)
    assert desk.rows(CONTACT)[0][4] == "已致歉。一行 又一行"
    words = texts_of(desk, f"{CONTACT}.whole")
    assert "一行\n又一行" in words
    assert "很抱歉让您担心" in words
    assert "换人接待" in words


def test_with_an_upset_customer_the_feeling_comes_first(
    desk: Desk, dealership: Dealership, case_no: str
) -> None:
    desk.open(case_no, "response")
    assert "先处理心情" in desk.find(f"{CONTACT}.composure", Banner).text()
    add_contact(dealership.person("liumin"), case_no, CALL | {"summary": "缓和了", "mood": 2})
    desk.page.refresh()
    assert desk.find(f"{CONTACT}.composure", Banner).isHidden()


def test_the_clocks_stand_one_by_one_with_their_times(
    desk: Desk, dealership: Dealership, case_no: str
) -> None:
    dealership.clock.forward(hours=3)
    desk.open(case_no, "response")
    kinds = ("first_response", "plan", "close")
    assert all(texts_of(desk, f"case.due.{kind}") for kind in kinds)
    assert "超" in texts_of(desk, "case.due.first_response")[1]
    shown = [made.text() for made in desk.page._panels["response"].findChildren(QLabel)]
    assert any(text.startswith("客户已 3 小时没有我方消息") for text in shown)


def test_a_hold_is_named_with_its_reason(desk: Desk, dealership: Dealership, case_no: str) -> None:
    hold(dealership.person("liumin"), case_no, {"hold": "suspended", "hold_reason": "等鉴定"})
    desk.open(case_no, "response")
    assert "等鉴定" in desk.find("case.due.hold", Banner).text()
    assert "已暂停" in texts_of(desk, "case.due.plan")[1]


def test_finance_reads_contacts_and_learns_which_right_is_missing(
    desk: Desk, dealership: Dealership, case_no: str, ctx_of: object
) -> None:
    from .complaints import Desk as Another

    other = Another(ctx_of("qianyi"))  # type: ignore[operator]
    other.open(case_no, "response")
    assert other.find(f"{CONTACT}.outgoing").isHidden()
    assert "权限" in other.find(f"{CONTACT}.reason", QLabel).text()
    other.page.close()
