"""Lists of other programs in the window: looked at first, then taken in, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from python_calamine import CalamineWorkbook

from models.dealership.access.commands import add_account
from models.dealership.parties.tables import Customer, Vehicle
from tests.unit.models.outlook.exchange.lists import workbook
from ui.pages.settings.imports import ImportSection
from ui.widgets.banner import Banner

from .settings_parts import PASSWORD, dealership, opened, press, rows

__all__ = ["dealership"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.pages.settings.settings_page import SettingsPage
    from ui.shell.context import AppContext

    from .settings_parts import Staff

    Contexts = Callable[..., AppContext]

CUSTOMERS = (
    ("姓名", "手机", "会员等级"),
    ("王小明", "13800000001", "金"),
    ("李雷", "12", ""),
)


STAFF = (("liumin", "刘敏", "care_agent"), ("qianyi", "钱怡", "finance"))


@pytest.fixture
def staffed(dealership: Staff) -> None:
    for login, name, role in STAFF:
        person = {"login": login, "name": name, "role": role, "department": "customer_care"}
        add_account(dealership.person("admin"), person | {"password": PASSWORD})


@pytest.fixture
def page(staffed: None, ctx_of: Contexts, qtbot: QtBot) -> SettingsPage:
    return opened(ctx_of("liumin"), qtbot, "imports")


def figures(page: SettingsPage) -> dict[str, str]:
    names = ("added", "changed", "unchanged", "refused")
    return {name: page.findChild(QLabel, f"import.count.{name}").text() for name in names}


def said(page: SettingsPage) -> str:
    return page.findChild(Banner, "import.banner").text()


def tried(page: SettingsPage, qtbot: QtBot, file: Path) -> None:
    """Choose a file and wait until it was looked at."""
    page.ctx.ask.chosen = [str(file)]
    press(page, "import.choose")
    finished(page, qtbot)


def finished(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.findChild(QWidget, "import.stop").isVisible())


def test_a_list_is_looked_at_before_anything_is_stored(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    tried(page, qtbot, workbook(tmp_path / "list.xlsx", CUSTOMERS))
    assert figures(page) == {"added": "1", "changed": "0", "unchanged": "0", "refused": "1"}
    assert "会员等级" in page.findChild(QLabel, "import.unknown").text()
    [problem] = [rows(page, "import.problem").model.row(0)]
    assert (problem["row"], problem["result"]) == (3, "未导入")
    assert Customer.select().count() == 0


def test_then_it_is_taken_in_and_the_report_kept(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    changed: list[object] = []
    page.ctx.events.data_changed.connect(changed.append)
    tried(page, qtbot, workbook(tmp_path / "list.xlsx", CUSTOMERS))
    press(page, "import.start")
    finished(page, qtbot)
    assert (said(page), Customer.get().name) == ("导入完成。", "王小明")
    assert not page.findChild(QPushButton, "import.start").isVisible()
    assert len(changed) == 1
    page.ctx.ask.target = str(tmp_path / "report.xlsx")
    press(page, "import.report")
    qtbot.waitUntil(lambda: bool(page.ctx.ask.told))
    sheet = CalamineWorkbook.from_path(page.ctx.ask.target).get_sheet_by_index(0).to_python()
    assert [line[1] for line in sheet[1:]] == ["已新增", "未导入"]


def test_the_same_list_again_has_nothing_new(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "list.xlsx", CUSTOMERS[:2])
    tried(page, qtbot, file)
    press(page, "import.start")
    finished(page, qtbot)
    tried(page, qtbot, file)
    assert figures(page)["unchanged"] == "1"
    assert not page.findChild(QPushButton, "import.start").isEnabled()


def test_a_file_is_dropped_on_the_page(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    kind = page.findChild(QComboBox, "import.kind")
    kind.setCurrentIndex(kind.findData("vehicles"))
    file = workbook(tmp_path / "cars.xlsx", (("VIN",), ("LSVAA49J132047371",)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.findChild(ImportSection).dropEvent(event)
    finished(page, qtbot)
    assert figures(page)["added"] == "1"
    press(page, "import.start")
    finished(page, qtbot)
    assert Vehicle.get().vin == "LSVAA49J132047371"


def test_it_can_be_stopped(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.outlook.exchange.importing._ROWS_A_STEP", 1)
    lines = [(f"客户{n}", f"1380000{n:04}") for n in range(400)]
    tried(page, qtbot, workbook(tmp_path / "list.xlsx", [("姓名", "手机"), *lines]))
    press(page, "import.start")
    press(page, "import.stop")
    finished(page, qtbot)
    assert said(page).startswith("已停止")
    assert Customer.select().count() < 400


def test_what_is_no_list_is_said(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"PK\x03\x04 broken")
    tried(page, qtbot, file)
    assert "list.xlsx" in said(page)
    assert not page.findChild(QPushButton, "import.start").isVisible()


def test_the_empty_form_is_saved(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.ctx.ask.target = str(tmp_path / "form.xlsx")
    press(page, "import.template")
    qtbot.waitUntil(lambda: bool(page.ctx.ask.told))
    assert CalamineWorkbook.from_path(page.ctx.ask.target).sheet_names == ["数据", "填写说明"]


def test_who_may_not_is_told_who_may(staffed: None, ctx_of: Contexts, qtbot: QtBot) -> None:
    page = opened(ctx_of("qianyi"), qtbot, "imports")
    assert page.findChild(Banner, "settings.imports.locked").isVisible()
    assert not page.findChild(QPushButton, "import.choose").isEnabled()
    assert not page.findChild(ImportSection).acceptDrops()
