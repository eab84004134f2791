"""The empty form that is filled in and imported, stopping, and what the report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from models.dealership.access.queries import actor_for
from models.dealership.parties.tables import Customer
from models.kernel.db import open_store
from models.kernel.progress import Progress
from models.outlook.exchange.importing import import_file
from models.outlook.exchange.report import write_report
from resources.texts import LANGUAGES, Texts
from tests.unit.models.outlook.exchange.lists import fates, taken, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console

pytestmark = pytest.mark.windows

KINDS = ("customers", "vehicles", "repair_orders", "complaints")


def sheets(file: Path) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_path(str(file))
    return [book.get_sheet_by_index(n).to_python() for n in range(len(book.sheet_names))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_of_the_form_is_known(
    console: Console, demo_store: Path, kind: str, language: str
) -> None:
    form = demo_store.parent / "form.xlsx"
    common = ("--data", demo_store, "--as", "sunqi", "--json")
    assert console("--lang", language, "import", kind, form, "--template", *common).code == 0
    [headings], guide = sheets(form)
    assert len(set(headings)) == len(headings) >= 10
    assert [line[0] for line in guide[1 : len(headings) + 1]] == headings
    filled = workbook(form, [headings, ["?"] * len(headings)])
    assert console("import", kind, filled, *common).json["unknown_columns"] == []


def test_a_filled_form_comes_in(console: Console, demo_store: Path) -> None:
    form = demo_store.parent / "form.xlsx"
    console("import", "customers", form, "--template", "--data", demo_store, "--as", "sunqi")
    [headings], _ = sheets(form)
    say = Texts("zh_CN")
    told = {
        say("parties", "Name"): "王小明",
        say("parties", "Telephone"): "13800000001",
        say("parties", "Key customer"): "是",
        say("parties", "Why a key customer"): "有五台车",
    }
    row = [told.get(str(heading), "") for heading in headings]
    assert fates(taken(console, demo_store, "customers", [headings, row])) == (1, 0, 0, 0)
    store = open_store(demo_store)
    assert Customer.get().key_customer is True
    store.close()


def test_stopped_in_the_middle_it_goes_on_with_the_same_list(demo_store: Path) -> None:
    rows = [("姓名", "手机"), *((f"客户{n}", f"1380000{n:04}") for n in range(1_200))]
    file = workbook(demo_store.parent / "list.xlsx", rows)
    store = open_store(demo_store)
    actor, told = actor_for("sunqi"), []
    stop = Progress(lambda done, _total: told.append(done), lambda: len(told) == 2)
    stopped = import_file(actor, "customers", file, progress=stop)
    assert stopped.stopped
    assert Customer.select().count() == stopped.count("added") == 1_000
    report = demo_store.parent / "report.xlsx"
    write_report(stopped, report, Texts("zh_CN"))
    assert [line[1] for line in sheets(report)[0]].count("未处理") == 200
    again = import_file(actor, "customers", file)
    assert (again.count("added"), again.count("unchanged")) == (200, 1_000)
    store.close()


def test_the_report_says_which_fields_changed(console: Console, demo_store: Path) -> None:
    rows = [("姓名", "手机", "地址"), ("王小明", "13800000001", "建设路1号")]
    taken(console, demo_store, "customers", rows)
    report = demo_store.parent / "report.xlsx"
    rows[1] = ("王小明", "13800000001", "人民路2号")
    taken(console, demo_store, "customers", rows, "--report", report)
    assert sheets(report)[0][1][1:3] == ["已更新", "更新内容：地址。"]
