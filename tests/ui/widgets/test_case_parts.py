"""Side panel, timeline, attachments and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QListView, QPushButton, QScrollArea, QSpinBox, QTabBar, QWidget

from tests.ui.gallery.case import encoded, two_pages
from ui.widgets.attachment_strip import Attachment, AttachmentStrip
from ui.widgets.guide import guide_section
from ui.widgets.label import label
from ui.widgets.layout import row, surface
from ui.widgets.pdf_view import PageModel, PdfView
from ui.widgets.side_panel import SidePanel, case_tabs
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

ENTRIES = (
    TimelineEntry("c3", "今天 10:32", "王敏", "客户来电，同意先看检测报告，17:00 前等答复" * 3),
    TimelineEntry("c2", "昨天 16:05", "李强", "制动助力模块内部泄漏"),
    TimelineEntry("c1", "11-18 09:12", "王敏", "上门沟通，未达成一致"),
)


def panel_on_page(texts: Texts, qtbot: QtBot) -> tuple[QWidget, SidePanel]:
    panel = SidePanel(case_tabs(texts))
    page = surface(row((label("表单"), 1), panel), "page")
    page.resize(900, 500)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page, panel


def test_the_panel_has_a_container_for_each_tab(texts: Texts, qtbot: QtBot) -> None:
    page, panel = panel_on_page(texts, qtbot)
    panel.set_content("guide", guide_section("ask", "先问", ["哪里不方便"], quotes=["请您说说"]))
    panel.set_content("guide", first := label("新的引导"))
    panel.set_count("history", 14)
    assert panel.findChild(QTabBar).tabText(2) == "经过 14"
    for name in ("guide", "similar", "history"):
        assert page.findChild(QScrollArea, f"case.side.{name}") is not None
    with qtbot.waitSignal(panel.shown) as told:
        panel.show_tab("similar")
    assert told.args == ["similar"]
    assert not first.isVisible()


def test_folded_it_is_a_rail_that_opens_over_the_page(texts: Texts, qtbot: QtBot) -> None:
    page, panel = panel_on_page(texts, qtbot)
    panel.set_folded(True)
    tabs = page.findChild(QTabBar)
    assert not tabs.isVisible()
    page.findChild(QPushButton, "case.side.history.open").click()
    assert tabs.isVisible()
    assert panel.shown_name() == "history"
    page.findChild(QPushButton, "case.side.history.open").click()
    assert not tabs.isVisible()
    page.findChild(QPushButton, "case.side.guide.open").click()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not tabs.isVisible()
    panel.set_folded(False)
    assert tabs.isVisible()


def test_the_history_is_a_list_that_opens(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    line = Timeline(name="case.history.table", title="经过")
    qtbot.addWidget(line)
    line.resize(300, 400)
    line.set_entries(ENTRIES)
    qtmodeltester.check(line.entries)
    line.show()
    heights = [line.sizeHintForIndex(line.entries.index(i)).height() for i in range(3)]
    assert heights[0] > heights[1] == heights[2]
    line.setCurrentIndex(line.entries.index(1))
    with qtbot.waitSignal(line.opened) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["c2"]
    words = line.entries.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "昨天 16:05 李强 制动助力模块内部泄漏"
    assert not line.grab().isNull()


def strip_of_two(texts: Texts, qtbot: QtBot) -> AttachmentStrip:
    photo = QImage(60, 40, QImage.Format.Format_RGB32)
    photo.fill(QColor("#7a9bb5"))
    strip = AttachmentStrip(texts, name="evidence.file")
    qtbot.addWidget(strip)
    strip.resize(500, 200)
    strip.set_items(
        [
            Attachment("1", "仪表.png", "11-16 王敏", encoded(photo)),
            Attachment("2", "录音.m4a", icon="speaker_2"),
        ]
    )
    strip.show()
    return strip


def test_attachments_are_opened_and_removed_by_key(
    texts: Texts, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    strip = strip_of_two(texts, qtbot)
    table = strip.findChild(QListView, "evidence.file.table")
    qtmodeltester.check(table.model())
    remove = strip.findChild(QPushButton, "evidence.file.remove")
    assert not remove.isEnabled()
    table.setCurrentIndex(table.model().index(1, 0))
    with qtbot.waitSignal(strip.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["2"]
    with qtbot.waitSignal(strip.remove_asked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == ["2"]
    with qtbot.waitSignal(strip.remove_asked):
        remove.click()
    assert not strip.grab().isNull()


def test_files_can_be_dropped(texts: Texts, qtbot: QtBot) -> None:
    strip = strip_of_two(texts, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/仪表.jpg")])
    no = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no)
    with qtbot.waitSignal(strip.dropped) as told:
        strip.dropEvent(drop)
    assert told.args == [["/tmp/仪表.jpg"]]
    strip.set_editable(False)
    assert not strip.acceptDrops()
    assert not strip.findChild(QPushButton, "evidence.file.add").isVisible()


def test_a_paper_is_turned_and_zoomed(
    texts: Texts, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    view = PdfView(texts)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    assert view.show_pdf(two_pages())
    qtmodeltester.check(view.findChild(PageModel))
    assert (view.page_count(), view.page()) == (2, 1)
    with qtbot.waitSignal(view.page_changed) as told:
        view.findChild(QSpinBox, "print.preview.page").setValue(2)
    assert told.args == [2]
    fitted = view.zoom()
    view.findChild(QPushButton, "print.preview.larger").click()
    assert view.zoom() > fitted
    view.findChild(QPushButton, "print.preview.smaller").click()
    view.findChild(QPushButton, "print.preview.whole").click()
    assert view.zoom() < fitted
    assert view.findChild(QPdfView, "print.preview") is not None


def test_what_is_no_paper_is_refused(texts: Texts, qtbot: QtBot) -> None:
    view = PdfView(texts)
    qtbot.addWidget(view)
    assert not view.show_pdf(b"not a paper")
    assert view.page_count() == 0
