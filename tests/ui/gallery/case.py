"""What a case page has beside its form, and the preview of its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPdfWriter

from ui.widgets.attachment_strip import Attachment, AttachmentStrip
from ui.widgets.authority_bar import AuthorityBar, AuthorityStep
from ui.widgets.card import Card
from ui.widgets.guide import guide_section
from ui.widgets.layout import column, row, surface
from ui.widgets.pdf_view import PdfView
from ui.widgets.side_panel import SidePanel, case_tabs
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from resources.texts import Texts


ASK = ("停驶期间最不方便的是什么", "检测报告出来后，哪一点最重要")
SAY = ("“您看怎么处理比较好？我把您的意思原样写下来。”",)
AVOID = ("超出权限的承诺，如“肯定能退”", "只说“这是规定”，不讲理由")
CALL, FOUND, VISIT = (
    "客户来电，同意先看检测报告，17:00 前等答复",
    "技术总监：制动助力模块内部泄漏，非使用原因",
    "上门沟通，未达成一致",
)
PAST = (
    TimelineEntry("1", "今天 10:32", "王敏", CALL, "call"),
    TimelineEntry("2", "昨天 16:05", "李强", FOUND, "wrench"),
    TimelineEntry("3", "11-18 09:12", "王敏", VISIT, "people"),
)


def case_parts(texts: Texts) -> QFrame:
    """Return what a case page has beside its form."""
    bar = AuthorityBar()
    steps = (
        AuthorityStep("客服专员", "≤ 200", 20_000),
        AuthorityStep("经理（我）", "≤ 1,000", 100_000),
        AuthorityStep("售后总监", "≤ 3,000", 300_000),
        AuthorityStep("总经理", "≤ 20,000", 2_000_000),
        AuthorityStep("厂家 / 集团", "以上", None),
    )
    bar.show_cost(steps, mine=1, cost=860_000, sentence="首选方案 ¥ 8,600，需总经理审批")
    files = AttachmentStrip(texts, name="evidence")
    picture = QImage(200, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("#7a9bb5"))
    both = [Attachment("2", "通话录音 03:42.m4a", "11-16 李强", icon="speaker_2")]
    files.set_items([Attachment("1", "仪表照片.jpg", "11-16 王敏", encoded(picture)), *both])
    plan = Card("方案", caption="按优先顺序，客户有异议再给下一个")
    plan.add_link("加方案", icon="add")
    plan.add(bar)
    evidence = Card("附件").add(files)
    side = SidePanel(case_tabs(texts))
    guide = column(
        guide_section("ask", "先问", ["停驶期间最不方便的是什么", "检测报告出来后，哪一点最重要"]),
        guide_section(
            "say", "可以说", [], quotes=["“您看怎么处理比较好？我把您的意思原样写下来。”"]
        ),
        guide_section(
            "avoid", "避免", ["超出权限的承诺，如“肯定能退”", "只说“这是规定”，不讲理由"]
        ),
        None,
        gap=12,
    )
    side.set_content("guide", surface(guide))
    side.set_count("history", 14)
    line = Timeline(name="history", title="经过")
    line.set_entries(PAST)
    past = Card("经过").add(line, factor=1)
    left = surface(column(plan, evidence, (past, 1)))
    return surface(row((left, 1), side, margins=(16, 16, 16, 16)), "page")


def encoded(image: QImage) -> bytes:
    """Return an image as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def paper(texts: Texts) -> PdfView:
    """Return the preview of two printed pages."""
    made = PdfView(texts)
    made.setProperty("surface", "page")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.layout().setContentsMargins(16, 16, 16, 16)
    made.show_pdf(two_pages())
    return made


def two_pages() -> bytes:
    """Return a PDF of two pages with a line of text on each."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.setFont(QFont("Noto Sans SC", 20))
    painter.drawText(1000, 1000, "客户投诉处理协议")
    writer.newPage()
    painter.drawText(1000, 1000, "第二页")
    painter.end()
    return bytes(buffer.data().data())
