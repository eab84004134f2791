"""Customers and vehicles: found by any part, seen whole, changed by whoever may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from models.dealership.parties.commands import add_customer, add_ownership, add_vehicle
from models.dealership.parties.tables import Customer, Ownership, RepairOrder, Vehicle
from models.dealership.parties.workshop import add_repair_order
from models.flow.registration import register_complaint
from models.kernel.tables import AuditEntry
from ui.forms.rows_table import RowsTable
from ui.lists.table import ListTable
from ui.pages.customers_page import CustomersPage

from .dialogs import answer, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.casefile import Dealership
    from ui.shell.context import AppContext

    Contexts = Callable[..., AppContext]

VIN = "LSVAA49J132047371"
COMPANY = {
    "name": "临江物流有限公司",
    "phone": "13800000003",
    "key_customer": True,
    "key_reason": "名下五台车",
}


@pytest.fixture
def company(dealership: Dealership) -> int:
    """A company with a car, a repair and a complaint, and somebody else."""
    clerk = dealership.person("liumin")
    add_customer(clerk, {"name": "安娜", "phone": "13800000001"})
    owner = add_customer(clerk, COMPANY).id
    car = add_vehicle(clerk, {"plate_no": "京A12345", "vin": VIN, "model": "帕萨特"}).id
    add_ownership(clerk, {"customer": owner, "vehicle": car})
    at = dealership.clock.now - 3_600_000
    add_repair_order(clerk, {"vehicle": car, "confirmed_at": at, "symptom": "异响"})
    told = {
        "phone": "13800000003",
        "customer_name": "临江物流有限公司",
        "channel": "phone",
        "object_kind": "quality_brake",
        "story": "刹车发软。",
    }
    register_complaint(clerk, told)
    return int(owner)


def opened(ctx: AppContext, qtbot: QtBot) -> CustomersPage:
    page = CustomersPage(ctx)
    qtbot.addWidget(page)
    page.resize(1180, 690)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: table(page).rows.rowCount() > 0)
    return page


def table(page: CustomersPage) -> ListTable:
    return page.findChild(ListTable, "customers.table")


def rows(page: CustomersPage, name: str) -> RowsTable:
    return page.findChild(RowsTable, f"customers.{name}")


def shown_name(page: CustomersPage) -> str:
    return page.findChild(QLabel, "customers.name").text()


def press(page: CustomersPage, name: str) -> None:
    page.findChild(QPushButton, f"customers.{name}").click()


def searched(page: CustomersPage, qtbot: QtBot, text: str, name: str) -> None:
    page.findChild(QLineEdit, "customers.search").setText(text)
    qtbot.waitUntil(lambda: shown_name(page) == name)


@pytest.mark.parametrize("text", ["物流", "ljwl", "0003", "京A123", VIN[-6:]])
def test_a_customer_is_found_and_seen_whole(
    company: int, ctx_of: Contexts, qtbot: QtBot, text: str
) -> None:
    page = opened(ctx_of(), qtbot)
    assert shown_name(page) == "安娜"
    searched(page, qtbot, text, "临江物流有限公司")
    assert table(page).rows.rowCount() == 1
    assert page.findChild(QLabel, "customers.fact.phone").text() == "138****0003"
    assert rows(page, "vehicle").model.row(0)["vin"] == VIN
    assert rows(page, "repair").model.row(0)["told"] == "异响"
    wanted: list[tuple[str, str]] = []
    page.ctx.events.case_wanted.connect(lambda *told: wanted.append(told))
    complaints = rows(page, "complaint")
    complaints.choose(0)
    complaints.edit_wanted.emit(complaints.chosen_row())
    assert wanted == [("KS-2026-000001", "")]


def test_nobody_fits(company: int, ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of(), qtbot)
    page.findChild(QLineEdit, "customers.search").setText("zzzz")
    empty = page.findChild(QWidget, "customers.empty")
    qtbot.waitUntil(empty.isVisible)
    assert not page.findChild(QWidget, "customers.name").isVisible()


def test_the_hidden_number_is_shown_and_noted(company: int, ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of(), qtbot)
    page.show_customer(company)
    press(page, "reveal")
    assert page.findChild(QLabel, "customers.fact.phone").text() == "13800000003"
    last = AuditEntry.select().order_by(AuditEntry.seq.desc()).get()
    assert last.command == "parties.reveal_customer"


def fill_and_leave(
    monkeypatch: pytest.MonkeyPatch, page: CustomersPage, values: dict[str, str]
) -> list[str]:
    """Try to change the customer, note what stands at the field, leave without saving."""
    told: list[str] = []

    def act(dialog: QDialog) -> None:
        for key, value in values.items():
            dialog.form.editor(key).set_value(value)  # type: ignore[attr-defined]
        dialog.findChild(QPushButton, f"{dialog.objectName()}.save").click()
        told.append(dialog.findChild(QLabel, "parties.customer.phone.problem").text())
        dialog.reject()

    answer(monkeypatch, act)
    press(page, "edit")
    return told


def test_a_customer_is_changed_where_a_wrong_value_is_refused(
    company: int, ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of(), qtbot)
    page.show_customer(company)
    [dialog] = fill_and_leave(monkeypatch, page, {"phone": "12"})
    assert "11" in dialog
    assert Customer.get_by_id(company).phone == "13800000003"
    fill(monkeypatch, {"phone": "13800000009", "address": "码头路9号"})
    press(page, "edit")
    kept = Customer.get_by_id(company)
    assert (kept.phone, kept.phone_tail, kept.address) == ("13800000009", "0009", "码头路9号")


def test_a_car_comes_and_goes(
    company: int, ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of(), qtbot)
    page.show_customer(company)
    fill(monkeypatch, {"plate_no": "京A12346", "relation": "owner"})
    press(page, "vehicle.add")
    added = Vehicle.get(Vehicle.plate_no == "京A12346")
    assert Ownership.get(Ownership.vehicle == added.id).customer_id == company
    rows(page, "vehicle").choose(0)
    fill(monkeypatch, {"until": "2026-07-31"})
    press(page, "vehicle_sold")
    assert Ownership.select().where(Ownership.until == "2026-07-31").count() == 1


def test_a_repair_order_is_added_to_the_chosen_car(
    company: int, ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of(), qtbot)
    page.show_customer(company)
    fill(monkeypatch, {"order_no": "R-9", "confirmed_at": "2026-07-31 10:00", "symptom": "漏水"})
    press(page, "repair.add")
    assert RepairOrder.get(RepairOrder.order_no == "R-9").vehicle.vin == VIN


def test_a_new_customer_is_shown_at_once(
    company: int, ctx_of: Contexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ctx_of(), qtbot)
    fill(monkeypatch, {"name": "韩梅梅", "phone": "13800000007"})
    press(page, "add")
    assert shown_name(page) == "韩梅梅"


def test_who_may_only_look_changes_nothing(company: int, ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of("qianyi"), qtbot)
    page.show_customer(company)
    hidden = ("add", "import", "edit", "reveal", "vehicle.add", "vehicle.edit", "repair.add")
    made = [page.findChild(QPushButton, f"customers.{name}") for name in hidden]
    assert [button.objectName() for button in made if button.isVisible()] == []
    assert rows(page, "vehicle").model.rowCount() == 1
