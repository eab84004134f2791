"""The agreement on the screen: what it lacks leads to its field, printed versions stay, signing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from models.casework.approval.queries import of_case
from models.stages.agreement import queries
from tests.papercase import SCAN, desk, plain_render
from tests.ui.pages.answering import button, fill, press
from ui.pages.case.agreement_panel import AgreementPanel
from ui.pages.case.desk import CaseDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.casework.case.tables import Case
    from tests.papercase import Desk
    from ui.shell.context import AppContext

__all__ = ["desk"]


@pytest.fixture
def panel_of(ctx_of: Callable[..., AppContext], qtbot: QtBot) -> Callable[..., AgreementPanel]:
    """Return the panel of a case for somebody; it follows what is written."""

    def opened(case: Case, login: str = "liumin") -> AgreementPanel:
        ctx = replace(ctx_of(login), render=plain_render)
        about = CaseDesk(ctx)
        about.open(case.id)
        panel = AgreementPanel(about)
        qtbot.addWidget(panel)
        panel.resize(860, 600)
        panel.show()
        panel.load()
        ctx.events.data_changed.connect(panel.load)
        return panel

    return opened


def cells(panel: QWidget, name: str) -> list[list[str]]:
    model = panel.findChild(QTableView, f"{name}.table").model()
    columns = range(model.columnCount())
    return [[str(model.index(r, c).data()) for c in columns] for r in range(model.rowCount())]


def missing(panel: QWidget) -> list[str]:
    found = []
    while link := panel.findChild(QWidget, f"agreement.missing.{len(found) + 1}"):
        found.append(link.accessibleName())
    return found


def type_in(panel: QWidget, **values: str) -> None:
    for key, value in values.items():
        panel.findChild(QWidget, f"agreement.{key}").set_value(value)


def test_without_an_agreement_it_says_what_comes_first(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    panel = panel_of(desk.register())
    assert panel.findChild(QWidget, "agreement.empty").isVisibleTo(panel)
    assert not button(panel, "agreement.print").isVisibleTo(panel)
    assert not panel.findChild(QWidget, "agreement.customer_name").isVisibleTo(panel)


def test_what_is_missing_leads_to_its_place(
    desk: Desk, panel_of: Callable[..., AgreementPanel], qtbot: QtBot
) -> None:
    panel = panel_of(desk.agreed())
    assert missing(panel) == [
        "请写明双方确认的事实。",
        "第 1 项约定没有完成期限。",
        "第 2 项约定没有完成期限。",
    ]
    with qtbot.waitActive(panel):
        panel.activateWindow()
    press(panel, "agreement.missing.1")
    assert QApplication.focusWidget().objectName() == "agreement.facts_confirmed"
    press(panel, "agreement.missing.2")
    table = panel.findChild(QTableView, "agreement.term.table")
    assert QApplication.focusWidget() is table
    assert table.currentIndex().row() == 0


def test_terms_are_changed_and_add_up_in_figures_and_capitals(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    panel = panel_of(desk.agreed())
    panel.findChild(QTableView, "agreement.term.table").selectRow(0)
    changed = {"amount": "160.5", "due_on": "2026-08-05", "responsible": "qianyi"}
    assert not fill(lambda: press(panel, "agreement.term.edit"), **changed)
    row = cells(panel, "agreement.term")[0]
    assert row == ["1", "拖车费", "承担拖车费", "¥ 160.50", "财务部", "钱怡", "2026-08-05"]
    assert panel.findChild(QLabel, "agreement.total").text() == "¥ 160.50"
    capitals = panel.findChild(QLabel, "agreement.total.capitals").text()
    assert capitals == "人民币壹佰陆拾元零伍角"


def test_a_term_before_the_day_of_signing_is_refused_at_its_field(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    panel = panel_of(desk.agreed())
    panel.findChild(QTableView, "agreement.term.table").selectRow(0)
    words = fill(lambda: press(panel, "agreement.term.edit"), due_on="2026-07-01")
    assert any("早于签订日期" in sentence for sentence in words)


def test_the_document_number_is_asked_for_here_and_checked(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    case = desk.agreed()
    panel = panel_of(case)
    type_in(panel, id_kind="id_card", id_no="110101199003070000")
    press(panel, "agreement.save")
    problem = panel.findChild(QLabel, "agreement.id_no.problem")
    assert problem.isVisibleTo(panel)
    assert panel.findChild(QWidget, "agreement.id_no").value() == "110101199003070000"
    type_in(panel, id_kind="passport", id_no="E00000000")
    press(panel, "agreement.save")
    assert queries.agreement(case.id)["id_no"] == "E00000000"


def test_beyond_authority_the_approval_is_asked_for_with_the_sum(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    case = desk.ready("8600")
    panel = panel_of(case)
    assert missing(panel) == ["协议金额 8,600.00 元超出您的权限，须经总经理审批。"]
    assert not fill(lambda: press(panel, "agreement.approval"), text="按协商结果")
    view = of_case(case.id)[0]
    assert (view.subject_kind, view.amount, view.needs_role) == (
        "agreement",
        860_000,
        "general_manager",
    )
    assert missing(panel) == ["协议的审批尚未完成。"]
    assert cells(panel, "approval")[0][0].startswith("和解协议")


def test_nothing_is_signed_before_it_is_printed(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    panel = panel_of(desk.ready())
    assert not button(panel, "agreement.sign").isVisibleTo(panel)
    assert panel.findChild(QWidget, "agreement.signed_on").property("state") == "locked"


def test_a_signed_paper_is_recorded_with_its_scan_dropped_on_the_card(
    desk: Desk, panel_of: Callable[..., AgreementPanel], tmp_path: Path
) -> None:
    case = desk.ready()
    desk.print(case)
    panel = panel_of(case)
    assert panel.findChild(QWidget, "agreement.signatory_customer").value() == "陈晓"
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(SCAN)
    drop(panel, scan)
    type_in(panel, signed_on="2026-08-01", original_place="档案柜 3 号")
    press(panel, "agreement.sign")
    row = queries.agreement(case.id)
    assert (row["state"], row["original_place"]) == ("signed", "档案柜 3 号")
    assert panel.findChild(QWidget, "agreement.state").look.text == "已签署"
    assert cells(panel, "documents.paper")[0][-1] == "今天 09:00 收回"


def drop(panel: QWidget, file: Path) -> None:
    """Drop a file on the card of the signatures."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target = panel.findChild(QWidget, "agreement.scan")
    while not target.acceptDrops() or target.objectName() == "agreement.scan":
        target = target.parentWidget()
    target.dropEvent(event)


def test_a_scan_can_be_chosen_by_dialog(
    desk: Desk, panel_of: Callable[..., AgreementPanel], tmp_path: Path
) -> None:
    case = desk.ready()
    desk.print(case)
    panel = panel_of(case)
    panel.desk.ctx.ask.chosen = [str(tmp_path / "a.pdf")]
    press(panel, "agreement.scan.choose")
    assert panel.findChild(QWidget, "agreement.scan").value() == str(tmp_path / "a.pdf")


def test_a_change_after_printing_makes_the_next_version_and_keeps_the_earlier_one(
    desk: Desk, panel_of: Callable[..., AgreementPanel]
) -> None:
    case = desk.ready()
    desk.print(case)
    panel = panel_of(case)
    assert panel.findChild(QWidget, "agreement.state").look.text == "待签署"
    type_in(panel, our_title="客服主管")
    press(panel, "agreement.save")
    assert panel.findChild(QWidget, "agreement.state").look.text == "起草中"
    assert [row[1] for row in cells(panel, "agreement.version")] == ["起草中", "待签署"]
    panel.findChild(QTableView, "agreement.version.table").selectRow(1)
    detail = panel.findChild(QLabel, "agreement.version.detail").text()
    assert detail.splitlines()[0] == "1. 承担拖车费  ¥ 150.00  2026-08-05"


def test_the_papers_of_the_case_tell_who_printed_what_and_take_the_scan(
    desk: Desk, panel_of: Callable[..., AgreementPanel], tmp_path: Path
) -> None:
    case = desk.ready()
    desk.print(case, "complaint_register")
    panel = panel_of(case)
    assert cells(panel, "documents.paper")[0] == [
        "客户投诉登记表",
        "DJ-2026-000001-1",
        "第 1 版",
        "今天 09:00  刘敏",
        "1",
        "待收回",
    ]
    scan = tmp_path / "登记表.pdf"
    scan.write_bytes(SCAN)
    panel.findChild(QTableView, "documents.paper.table").selectRow(0)
    panel.desk.ctx.ask.chosen = [str(scan)]
    press(panel, "documents.paper.attach_scan")
    assert cells(panel, "documents.paper")[0][-1] == "今天 09:00 收回"
