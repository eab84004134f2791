"""Lists of other programs: columns, words, duplicates, refusals, trial runs, the report."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from models.dealership.parties.tables import Customer, RepairOrder, Vehicle
from models.kernel.db import open_store
from tests.unit.models.outlook.exchange.lists import counted, taken

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console

pytestmark = pytest.mark.windows

CUSTOMERS = (
    ("姓名", "电话", "称谓", "会员等级"),
    ("王小明", 13800000001, "先生", "金"),
    ("李雷", "138 0000 0002", "", ""),
    ("王小明", "13800000001", "", ""),
    ("无名", "12", "", ""),
)
VEHICLES = (
    ("车牌号", "VIN", "车型"),
    ("京A12345", "LSVAA49J132047371", "轿车"),
    ("京A12346", "LSVAA49J032047371", "轿车"),
)
ORDERS = (
    ("VIN", "order_no", "confirmed_at", "symptom", "paid_fen", "warranty"),
    ("LSVAA49J132047371", "R-1", datetime(2026, 5, 1, 9, 30), "异响", 120.5, "是"),
    ("LSVAA49J132047379", "R-2", datetime(2026, 5, 1, 9, 30), "异响", "", ""),
)
COMPLAINTS = (
    ("phone", "customer_name", "channel", "object_kind", "story", "demand_kind", "demand_text"),
    ("13800000001", "王小明", "电话", "quality_fuel", "熄火。", "towing", "拖车费"),
    ("13800000001", "王小明", "电话", "quality_fuel", "熄火。", "", ""),
    ("13800000002", "李雷", "鸽子", "quality_fuel", "异响。", "", ""),
)


def test_customers_come_in_once_and_wrong_ones_not(console: Console, demo_store: Path) -> None:
    ran = taken(console, demo_store, "customers", CUSTOMERS)
    assert counted(ran) == {"rows": 4, "in": 2, "warned": 0, "refused": 1, "duplicates": 1}
    assert ran.json["unknown_columns"] == ["会员等级"]
    store = open_store(demo_store)
    kept = {(row.name, row.phone, row.gender) for row in Customer.select()}
    store.close()
    assert kept == {("王小明", "13800000001", "male"), ("李雷", "13800000002", "")}


def test_a_second_import_finds_everything_known(console: Console, demo_store: Path) -> None:
    taken(console, demo_store, "customers", CUSTOMERS)
    again = counted(taken(console, demo_store, "customers", CUSTOMERS))
    assert again == {"rows": 4, "in": 0, "warned": 0, "refused": 1, "duplicates": 3}


def test_a_trial_run_counts_the_same_and_keeps_nothing(console: Console, demo_store: Path) -> None:
    trial = counted(taken(console, demo_store, "customers", CUSTOMERS, "--dry-run"))
    store = open_store(demo_store)
    assert Customer.select().count() == 0
    store.close()
    assert counted(taken(console, demo_store, "customers", CUSTOMERS)) == trial
    assert console("verify", "--data", demo_store, "--json").json["ok"] is True


def test_vehicles_and_their_repair_orders(console: Console, demo_store: Path) -> None:
    assert counted(taken(console, demo_store, "vehicles", VEHICLES))["refused"] == 1
    ran = taken(console, demo_store, "repair_orders", ORDERS)
    assert counted(ran) == {"rows": 2, "in": 1, "warned": 0, "refused": 1, "duplicates": 0}
    store = open_store(demo_store)
    [order] = RepairOrder.select()
    assert (order.vehicle.plate_no, order.paid_fen, order.warranty) == ("京A12345", 12_050, True)
    assert Vehicle.select().count() == 1
    store.close()


def test_complaints_are_registered_with_their_demand(console: Console, demo_store: Path) -> None:
    ran = taken(console, demo_store, "complaints", COMPLAINTS)
    assert counted(ran) == {"rows": 3, "in": 1, "warned": 0, "refused": 1, "duplicates": 1}
    found = console("show", "KS-2026-000001", "--data", demo_store, "--json").json
    assert found["demands"][0]["kind"] == "towing"


def test_the_report_says_of_every_row_what_became_of_it(
    console: Console, demo_store: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.xlsx"
    rows = (*CUSTOMERS[:2], ("=1+1", "12", "", ""))
    taken(console, demo_store, "customers", rows, "--report", report)
    book = CalamineWorkbook.from_path(str(report))
    sheet = book.get_sheet_by_index(0).to_python()
    assert sheet[0][:3] == ["行号", "结果", "说明"]
    assert [line[1] for line in sheet[1:]] == ["已新增", "未导入"]
    assert sheet[2][2]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.pdf", b"%PDF"),
        ("list.xlsx", b"no workbook"),
        ("empty.csv", b""),
        ("heads.csv", b"name,phone\n"),
        ("twice.csv", b"name,name\na,b\n"),
        ("strange.csv", b"foo,bar\n1,2\n"),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    console: Console, demo_store: Path, name: str, content: bytes
) -> None:
    file = demo_store.parent / name
    file.write_bytes(content)
    ran = console("import", "customers", file, "--data", demo_store, "--json")
    assert (ran.code, ran.error["kind"]) == (1, "invalid")
    assert ran.error["problems"].keys() == {"file"}


def test_an_unknown_kind_and_a_role_that_may_not(console: Console, demo_store: Path) -> None:
    ran = taken(console, demo_store, "dealers", CUSTOMERS)
    assert ran.error["problems"].keys() == {"kind"}
    file = demo_store.parent / "dealers.xlsx"
    command = ("import", "customers", file, "--data", demo_store, "--as", "qianyi", "--json")
    assert console(*command).error["kind"] == "forbidden"
    missing = ("import", "customers", demo_store / "no.csv", "--data", demo_store, "--json")
    assert console(*missing).code == 3
