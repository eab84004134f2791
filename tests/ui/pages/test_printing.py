"""The print preview: a draft first, a version only when nothing lacks, real pages on a printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from models.casework.case.editing import rows_of
from models.casework.case.tables import Case
from models.casework.case.tasks import add_task
from models.casework.documents.queries import papers_of
from models.casework.documents.tables import PrintEvent
from models.stages.agreement.terms import change_term
from reports import render
from tests.papercase import desk
from tests.ui.pages.answering import button, press
from tests.ui.pages.sheets import NoPrinter, OnePrinter, ink, pages
from ui.pages.case.desk import CaseDesk
from ui.pages.printing.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.papercase import Desk
    from ui.pages.printing.printers import Printers
    from ui.shell.context import AppContext

__all__ = ["desk"]

pytestmark = pytest.mark.windows
A4 = (595, 842)


def drafts_of(case_id: int) -> list[dict[str, Any]]:
    return [row for row in rows_of(PrintEvent, case_id) if row["draft"]]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "sheets.pdf"


@pytest.fixture
def preview(
    ctx_of: Callable[..., AppContext], qtbot: QtBot, out: Path
) -> Callable[..., PrintDialog]:
    """Return the preview of a paper, showing its draft."""

    def opened(
        case: Case, kind: str = "settlement_agreement", printers: Printers | None = None
    ) -> PrintDialog:
        ctx = replace(ctx_of("liumin"), render=render)
        about = CaseDesk(ctx)
        about.open(case.id)
        dialog = PrintDialog(about, kind, None, printers=printers or OnePrinter(out))
        qtbot.addWidget(dialog)
        dialog.show_draft()
        dialog.show()
        dialog.ctx = ctx  # type: ignore[attr-defined]
        return dialog

    return opened


def test_a_draft_is_shown_first_and_keeps_nothing(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    case = desk.ready()
    dialog = preview(case)
    assert dialog.findChild(QWidget, "print.state").look.text == "草稿"
    assert dialog.view.page_count() == 3
    assert papers_of(case.id) == []
    assert len(drafts_of(case.id)) == 1
    assert dialog.findChild(QLabel, "print.history.empty").text() == "还没有打印过。"


def test_what_is_missing_is_listed_and_leads_to_the_case(
    desk: Desk, preview: Callable[..., PrintDialog], qtbot: QtBot
) -> None:
    case = desk.agreed()
    dialog = preview(case)
    assert not button(dialog, "print.final").isEnabled()
    with qtbot.waitSignal(dialog.ctx.events.case_wanted) as told:
        press(dialog, "print.missing.1")
    assert told.args == [case.case_no, "agreement.facts_confirmed"]
    assert not dialog.isVisible()


def test_the_version_to_sign_is_frozen_with_a_copy_for_each_side(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    case = desk.ready()
    dialog = preview(case)
    press(dialog, "print.final")
    paper = papers_of(case.id)[0]
    assert (paper.version, paper.printed_copies) == (1, 0)
    assert dialog.findChild(QWidget, "print.state").look.text == "正式版"
    marks = dialog.findChild(QComboBox, "print.mark")
    assert [marks.itemText(i) for i in range(marks.count())] == ["全部 2 联", "甲方存", "乙方存"]
    assert not button(dialog, "print.final").isVisibleTo(dialog)


def test_every_copy_is_printed_and_noted(
    desk: Desk, preview: Callable[..., PrintDialog], out: Path, qtbot: QtBot
) -> None:
    case = desk.ready()
    dialog = preview(case)
    press(dialog, "print.final")
    dialog.findChild(QSpinBox, "print.copies").setValue(2)
    press(dialog, "print.print")
    qtbot.waitUntil(lambda: papers_of(case.id)[0].printed_copies == 4)
    assert pages(out) == [A4] * 6
    assert all(0.01 < ink(out, page) < 0.5 for page in range(6))
    assert dialog.findChild(QWidget, "print.version.1").text() == "第 1 版，4 份"
    assert button(dialog, "print.print").isEnabled()
    assert dialog.ctx.preferences.read("print.printer", "") == "前台激光打印机"


def test_one_side_s_copy_can_be_printed_alone(
    desk: Desk, preview: Callable[..., PrintDialog], out: Path, qtbot: QtBot
) -> None:
    case = desk.ready()
    dialog = preview(case)
    press(dialog, "print.final")
    marks = dialog.findChild(QComboBox, "print.mark")
    marks.setCurrentIndex(2)
    marks.activated.emit(2)
    press(dialog, "print.print")
    qtbot.waitUntil(lambda: papers_of(case.id)[0].printed_copies == 1)
    assert pages(out) == [A4] * 3


def test_a_printed_draft_is_noted_as_a_draft(
    desk: Desk, preview: Callable[..., PrintDialog], out: Path, qtbot: QtBot
) -> None:
    case = desk.agreed()
    dialog = preview(case)
    press(dialog, "print.print")
    qtbot.waitUntil(lambda: len(drafts_of(case.id)) == 2)
    assert drafts_of(case.id)[1]["via"] == "printer"
    assert len(pages(out)) == 3
    assert papers_of(case.id) == []


def test_saving_writes_the_frozen_bytes_of_each_copy(
    desk: Desk, preview: Callable[..., PrintDialog], tmp_path: Path
) -> None:
    case = desk.ready()
    dialog = preview(case)
    press(dialog, "print.final")
    dialog.ctx.ask.target = str(tmp_path / "协议.pdf")
    press(dialog, "print.save")
    written = [(tmp_path / f"协议-{mark}.pdf").read_bytes() for mark in ("甲方存", "乙方存")]
    assert written == [copy.pdf for copy in dialog.shown.copies]
    assert papers_of(case.id)[0].printed_copies == 2


def test_a_file_that_cannot_be_written_is_told_and_not_noted(
    desk: Desk, preview: Callable[..., PrintDialog], tmp_path: Path
) -> None:
    case = desk.ready()
    dialog = preview(case, "complaint_register")
    press(dialog, "print.final")
    dialog.ctx.ask.target = str(tmp_path / "no folder" / "登记表.pdf")
    press(dialog, "print.save")
    assert dialog.findChild(QLabel, "print.problem").isVisibleTo(dialog)
    assert papers_of(case.id)[0].printed_copies == 0


def test_without_a_printer_it_says_so_and_a_pdf_can_be_saved(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    dialog = preview(desk.ready(), printers=NoPrinter())
    assert dialog.findChild(QLabel, "print.no_printer").isVisibleTo(dialog)
    assert not button(dialog, "print.print").isEnabled()
    assert button(dialog, "print.save").isEnabled()


def test_an_earlier_version_is_shown_again_and_handed_out_only_after_a_question(
    desk: Desk, preview: Callable[..., PrintDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    case = desk.ready()
    desk.print(case, render=render)
    desk.complete(case)
    dialog = preview(case)
    change_amount(desk, case)
    dialog.show_draft()
    press(dialog, "print.final")
    assert dialog.shown.version == 2
    qtbot.waitUntil(lambda: button(dialog, "print.version.1").isVisibleTo(dialog))
    press(dialog, "print.version.1")
    assert (dialog.shown.version, dialog.shown.valid) == (1, False)
    assert dialog.findChild(QWidget, "print.state").look.text == "已作废"
    dialog.ctx.ask.yes = False
    dialog.ctx.ask.target = str(tmp_path / "a.pdf")
    press(dialog, "print.save")
    assert dialog.ctx.ask.asked == ["第 1 版已作废，仍要输出吗？"]
    assert not list(tmp_path.glob("a*.pdf"))


def change_amount(desk: Desk, case: Case) -> None:
    change_term(desk.house.person("liumin"), case.id, {"no": 1, "amount": "160"})


def test_the_task_of_a_dispatch_slip_is_chosen(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    case = desk.ready()
    for title in ("检查燃油泵", "联系拖车公司"):
        told = {"kind": "repair", "department": "workshop", "title": title}
        add_task(desk.house.person("liumin"), case.id, told)
    dialog = preview(case, "dispatch_slip")
    which = dialog.findChild(QComboBox, "print.which")
    assert [which.itemData(i) for i in range(which.count())] == [1, 2]
    assert dialog.shown.doc_no.endswith("-1")
    which.setCurrentIndex(1)
    which.activated.emit(1)
    assert dialog.shown.doc_no.endswith("-2")
    assert button(dialog, "print.missing.1").accessibleName() == "请填写任务 2 的完成期限。"


def test_a_paper_that_cannot_be_shown_says_why(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    dialog = preview(desk.ready(), "dispatch_slip")
    assert dialog.findChild(QWidget, "print.nothing").isVisibleTo(dialog)
    for name in ("print.print", "print.save", "print.open", "print.final"):
        assert not button(dialog, name).isEnabled()


class Opened(QObject):
    """Stands for the program that shows PDF files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


def test_another_program_gets_the_shown_copy(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    case = desk.ready()
    dialog = preview(case, "complaint_register")
    press(dialog, "print.final")
    reader = Opened()
    QDesktopServices.setUrlHandler("file", reader, "take")
    try:
        press(dialog, "print.open")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert len(reader.urls) == 1
    assert reader.urls[0].endswith("-v1.pdf")
    assert papers_of(case.id)[0].printed_copies == 1


def test_a_signed_agreement_opens_as_it_was_signed(
    desk: Desk, preview: Callable[..., PrintDialog]
) -> None:
    case = desk.ready()
    desk.print(case, render=render)
    Case.update(state="CLOSED").where(Case.id == case.id).execute()
    dialog = preview(case)
    dialog.open_newest()
    assert (dialog.shown.draft, dialog.shown.version) == (False, 1)
