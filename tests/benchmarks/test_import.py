"""How long lists of a hundred thousand repair orders take: ``pytest tests/benchmarks -s``."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import xlsxwriter

import reports
from models.dealership.access.queries import actor_for
from models.dealership.parties import directory
from models.kernel.db import open_store
from models.kernel.fields.vin import check_digit
from models.kernel.verify import verify
from models.outlook.demo import make_demo
from models.outlook.exchange.importing import import_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ORDERS = int(os.environ.get("KESUTONG_BENCH_ORDERS", "100000"))
CARS = max(1, ORDERS // 5)
MOST_SECONDS = 90


def vin(number: int) -> str:
    plain = f"LSVAA49J0320{number:05}"
    return f"{plain[:8]}{check_digit(plain)}{plain[9:]}"


def lists() -> dict[str, Iterable[Sequence[object]]]:
    cars, orders = range(CARS), range(ORDERS)
    return {
        "customers": (
            ("姓名", "手机", "地址"),
            *((f"王小明{n}", f"138{n:08}", f"建设路{n}号") for n in cars),
        ),
        "vehicles": (
            ("车架号", "车牌", "车型", "车主", "车主电话"),
            *((vin(n), f"京A{n:05}", "帕萨特", f"王小明{n}", f"138{n:08}") for n in cars),
        ),
        "repair_orders": (
            ("车架号", "工单号", "送修时间", "故障描述", "里程"),
            *(
                (vin(n % CARS), f"R{n:07}", f"2025-0{1 + n // CARS}-01 10:00", "异响", 1000 + n)
                for n in orders
            ),
        ),
    }


def written(file: Path, rows: Iterable[Sequence[object]]) -> Path:
    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return file


def test_lists_come_in_and_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    make_demo(store, render=reports.render, cases=0)
    actor = actor_for("wangmin")
    for kind, rows in lists().items():
        file = written(tmp_path / f"{kind}.xlsx", rows)
        for fate in ("added", "unchanged"):
            begun = time.process_time()
            taken = import_file(actor, kind, file)
            took = time.process_time() - begun
            assert taken.count(fate) == len(taken.outcomes) == len(taken.table.rows)
            assert took < MOST_SECONDS
            sys.stdout.write(f"\n{len(taken.outcomes):,} {kind} {fate} in {took:.1f} s")
    begun = time.process_time()
    found = directory.find(actor, vin(CARS // 2))
    sys.stdout.write(f"\none of them found in {(time.process_time() - begun) * 1000:.0f} ms\n")
    assert len(found) == 1
    assert verify(store).ok
    store.close()
