"""Lists in every form they come in: workbooks, old workbooks, text in the encodings of China."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from models.dealership.parties.tables import Customer, RepairOrder
from models.kernel.db import open_store
from models.kernel.zone import local_time
from models.outlook.exchange.encoding import decoded
from tests.project_files import ROOT
from tests.unit.models.outlook.exchange.lists import fates, taken

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console

pytestmark = pytest.mark.windows

SIMPLIFIED = "客户姓名;联系电话;性别\n王小明;13800000001;男\n"
TRADITIONAL = "客戶姓名;聯繫電話;性別\n王小明;13800000001;男\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_simplified_text_in_every_encoding(
    console: Console, demo_store: Path, encoding: str
) -> None:
    read_customers(console, demo_store, SIMPLIFIED.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "big5"])
def test_traditional_headings_and_words(console: Console, demo_store: Path, encoding: str) -> None:
    read_customers(console, demo_store, TRADITIONAL.encode(encoding))


def read_customers(console: Console, store: Path, content: bytes) -> None:
    file = store.parent / "list.csv"
    file.write_bytes(content)
    ran = console("import", "customers", file, "--data", store, "--json")
    assert (fates(ran), ran.json["unknown_columns"]) == ((1, 0, 0, 0), [])
    opened = open_store(store)
    [row] = Customer.select()
    opened.close()
    assert (row.name, row.phone, row.gender) == ("王小明", "13800000001", "male")


@pytest.mark.parametrize(
    "text",
    [
        "姓名,電話\n",
        "車牌號,車型\n京A12345,帕薩特\n",
        "維修工單號,故障描述\nR1,異響，冷車明顯\n",
        "客戶姓名\n李雷\n",
    ],
)
def test_big5_is_told_from_gb18030(text: str) -> None:
    assert decoded(text.encode("big5")) == text


@pytest.mark.parametrize(
    "text",
    ["姓名,电话\n", "车牌号,品牌\n京A12345,大众\n", "维修单号,报修内容\nR1,异响\n", "VIN,no\n"],
)
def test_gb18030_is_told_from_big5(text: str) -> None:
    assert decoded(text.encode("gb18030")) == text


def test_what_is_no_text_is_not_read() -> None:
    assert decoded(b"\xff\xff\x80\x80\xfe") is None


def test_an_old_workbook(console: Console, demo_store: Path) -> None:
    file = ROOT / "tests" / "data" / "lists" / "customers.xls"
    assert fates(console("import", "customers", file, "--data", demo_store, "--json")) == (
        2,
        0,
        0,
        0,
    )


def test_text_that_another_program_calls_a_workbook(console: Console, demo_store: Path) -> None:
    file = demo_store.parent / "export.xls"
    file.write_bytes("姓名\t手机\n王小明\t13800000001\n".encode("gb18030"))
    ran = console("import", "customers", file, "--data", demo_store, "--json")
    assert fates(ran) == (1, 0, 0, 0)


def test_columns_in_any_order_and_a_day_without_a_time(console: Console, demo_store: Path) -> None:
    taken(console, demo_store, "vehicles", [("车架号",), ("LSVAA49J132047371",)])
    rows = [
        ("竣工日期", "故障描述", "工单编号", "业务员", "送修日期", "底盘号"),
        ("2026/5/2", "异响", "R-1", "周浩", datetime(2026, 5, 1), "LSVAA49J132047371"),
        ("2026-05-03", "漏水", "R-2", "周浩", "2026-05-03 10:30", "LSVAA49J132047371"),
    ]
    ran = taken(console, demo_store, "repair_orders", rows)
    assert (fates(ran), ran.json["unknown_columns"]) == ((2, 0, 0, 0), ["业务员"])
    store = open_store(demo_store)
    kept = [
        [f"{local_time(moment):%d %H:%M}" for moment in (one.confirmed_at, one.completed_at)]
        for one in RepairOrder.select().order_by(RepairOrder.order_no)
    ]
    store.close()
    assert kept == [["01 00:00", "02 00:00"], ["03 10:30", "03 10:30"]]
