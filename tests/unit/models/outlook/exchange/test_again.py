"""The same list again changes nothing; a newer one brings what it tells otherwise, and no more."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from models.dealership.parties.tables import Customer, Ownership, RepairOrder, Vehicle
from models.kernel.db import DATABASE_FILE, open_store
from models.kernel.tables import AuditEntry
from tests.unit.models.outlook.exchange.lists import fates, reasons, taken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.consoles import Console

VIN, OTHER_VIN = "LSVAA49J132047371", "LSVAA49J332047372"
CUSTOMERS = (
    ("姓名", "手机", "地址", "统一社会信用代码"),
    ("王小明", "13800000001", "临江市建设路1号", ""),
    ("李雷", "13800000001", "", ""),
    ("韩梅梅", "", "临江市人民路2号", ""),
    ("临江物流有限公司", "13800000003", "", "91350100M000100Y43"),
)
CUSTOMERS_AGAIN = (
    ("赵敏", "13800000007", "人民路7号"),
    ("李雷", "13800000001", "人民路1号"),
    ("王小明", "13800000001", "临江市建设路1号"),
    ("赵敏", "13800000007", ""),
    ("李雷", "13800000001", "人民路9号"),
    ("韩梅梅", "", "人民路3号"),
)
VEHICLES = (
    ("VIN", "车牌", "车型", "行驶里程", "车主", "车主电话"),
    (VIN, "京A12345", "帕萨特", 20_000, "王小明", "13800000001"),
    ("", "京A12346", "途观", 8_000, "", ""),
)
ORDERS = (
    ("VIN", "车牌", "工单号", "送修时间", "故障描述", "里程", "实收金额"),
    (VIN, "", "R-1", "2026-05-01 09:30", "异响", 21_000, 120.5),
    (VIN, "", "", "2026-06-01 10:00", "漏水", 23_000, ""),
    ("", "京A12346", "R-3", "2026-06-02 10:00", "抖动", "", ""),
)


@pytest.fixture
def lists(console: Console, demo_store: Path) -> Iterator[Path]:
    for kind, rows in (("customers", CUSTOMERS), ("vehicles", VEHICLES), ("repair_orders", ORDERS)):
        assert fates(taken(console, demo_store, kind, rows)) == (len(rows) - 1, 0, 0, 0)
    return demo_store


def count(store: Path) -> tuple[int, ...]:
    opened = open_store(store)
    tables = (Customer, Vehicle, Ownership, RepairOrder, AuditEntry)
    found = tuple(table.select().count() for table in tables)
    opened.close()
    return found


def test_the_same_lists_again_leave_no_trace(console: Console, lists: Path) -> None:
    before = count(lists)
    assert before[:4] == (4, 2, 1, 3)
    assert fates(taken(console, lists, "customers", CUSTOMERS)) == (0, 0, 4, 0)
    assert fates(taken(console, lists, "vehicles", VEHICLES)) == (0, 0, 2, 0)
    assert fates(taken(console, lists, "repair_orders", ORDERS)) == (0, 0, 3, 0)
    assert count(lists) == before
    assert console("verify", "--data", lists, "--json").json["ok"] is True


def test_a_newer_list_changes_what_it_tells(console: Console, lists: Path) -> None:
    rows = (
        ("姓名", "手机", "地址", "电子邮箱", "统一社会信用代码"),
        ("王小明", "13800000001", "", "wang@example.cn", ""),
        ("临江物流集团", "13800000009", "临江市码头路9号", "", "91350100M000100Y43"),
    )
    assert fates(taken(console, lists, "customers", rows)) == (0, 2, 0, 0)
    store = open_store(lists)
    person = Customer.get(Customer.name == "王小明")
    company = Customer.get(Customer.credit_code != "")
    store.close()
    assert (person.address, person.email) == ("临江市建设路1号", "wang@example.cn")
    assert (company.name, company.phone) == ("临江物流集团", "13800000009")
    assert (company.name_initials, company.phone_tail) == ("ljwljt", "0009")


def test_a_vehicle_is_the_same_by_its_vin_and_gets_its_plate(console: Console, lists: Path) -> None:
    rows = (("VIN", "车牌"), (VIN, "京A99999"), (OTHER_VIN, "京A12346"))
    assert fates(taken(console, lists, "vehicles", rows)) == (0, 2, 0, 0)
    store = open_store(lists)
    found = {(row.vin, row.plate_no, row.plate_tail) for row in Vehicle.select()}
    store.close()
    assert found == {(VIN, "京A99999", "A99999"[1:]), (OTHER_VIN, "京A12346", "12346")}


def test_mileage_rises_with_orders_and_never_falls_by_a_list(console: Console, lists: Path) -> None:
    store = open_store(lists)
    assert Vehicle.get(Vehicle.vin == VIN).odometer_km == 23_000
    store.close()
    rows = (("VIN", "行驶里程", "颜色", "规格配置"), (VIN, 20_000, "黑", "豪华版"))
    ran = taken(console, lists, "vehicles", rows)
    assert (fates(ran), ran.json["warned"]) == ((0, 1, 0, 0), 1)
    store = open_store(lists)
    assert Vehicle.get(Vehicle.vin == VIN).odometer_km == 23_000
    store.close()


def test_another_owner_is_added_and_somebody_looks(console: Console, lists: Path) -> None:
    rows = (("VIN", "车主", "车主电话"), (VIN, "李雷", "13800000001"))
    ran = taken(console, lists, "vehicles", rows)
    assert (fates(ran), ran.json["warned"]) == ((0, 1, 0, 0), 1)
    assert "王小明" in reasons(ran)[0]
    assert fates(taken(console, lists, "vehicles", rows)) == (0, 0, 1, 0)
    assert count(lists)[2] == 2


def test_an_order_is_the_same_by_its_number(console: Console, lists: Path) -> None:
    rows = (
        ("VIN", "工单号", "送修时间", "完工时间", "维修项目"),
        (VIN, "R-1", "2026-05-01 09:30", "2026-05-02 17:00", "更换半轴"),
        (VIN, "R-2", "2026-06-01 10:00", "", ""),
        (VIN, "R-3", "2026-06-02 10:00", "", ""),
    )
    ran = taken(console, lists, "repair_orders", rows)
    assert fates(ran) == (0, 2, 0, 1)
    assert "R-3" in reasons(ran)[0]
    store = open_store(lists)
    kept = {(one.order_no, one.symptom, one.work) for one in RepairOrder.select()}
    store.close()
    assert kept == {("R-1", "异响", "更换半轴"), ("R-2", "漏水", ""), ("R-3", "抖动", "")}


def test_a_list_that_contradicts_itself_keeps_its_first_word(
    console: Console, demo_store: Path
) -> None:
    rows = (
        ("姓名", "手机", "地址", "备注"),
        ("王小明", "13800000001", "建设路1号", ""),
        ("王小明", "13800000001", "人民路2号", ""),
        ("王小明", "13800000001", "建设路1号", "老客户"),
    )
    ran = taken(console, demo_store, "customers", rows)
    assert fates(ran) == (1, 1, 0, 1)
    assert "第 2 行" in reasons(ran)[0]
    again = taken(console, demo_store, "customers", rows)
    assert fates(again) == (0, 0, 2, 1)


def test_what_cannot_be_told_apart_is_refused(console: Console, lists: Path) -> None:
    ran = taken(console, lists, "customers", (("手机", "地址"), ("13800000001", "人民路2号")))
    assert fates(ran) == (0, 0, 0, 1)
    taken(console, lists, "vehicles", (("VIN", "车牌"), (OTHER_VIN, "京A12345")))
    order = (("车牌", "送修时间", "故障描述"), ("京A12345", "2026-06-09 10:00", "异响"))
    assert fates(taken(console, lists, "repair_orders", order)) == (0, 0, 0, 1)


def test_a_new_record_needs_what_it_must_have(console: Console, lists: Path) -> None:
    rows = (("VIN", "工单号", "送修时间"), (VIN, "R-9", "2026-06-09 10:00"))
    ran = taken(console, lists, "repair_orders", rows)
    assert (fates(ran), len(reasons(ran))) == ((0, 0, 0, 1), 1)
    assert fates(taken(console, lists, "vehicles", (("车型",), ("帕萨特",)))) == (0, 0, 0, 1)


def test_a_trial_says_the_same_and_holds_nobody_up(
    console: Console, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.outlook.exchange.importing._ROWS_A_STEP", 2)
    rows = (("姓名", "手机", "地址"), *CUSTOMERS_AGAIN)
    before = count(lists)
    other = sqlite3.connect(lists / DATABASE_FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    trial = fates(taken(console, lists, "customers", rows, "--dry-run"))
    other.close()
    assert (trial, count(lists)) == ((1, 2, 2, 1), before)
    assert fates(taken(console, lists, "customers", rows)) == trial
