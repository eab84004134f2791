"""Draws every part in every state: python -m tests.ui.gallery OUT [light] [dark] [NAME …]."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLayout, QLineEdit, QWidget

from models.dealership.access.fields import FIRST_ADMINISTRATOR_FIELDS
from models.dealership.office.fields import BRANCH_FIELDS
from resources.texts import Texts
from tests.ui.sample_rows import COLUMNS, pages
from ui.lists.list_page import ListPage
from ui.shell.preferences import Preferences
from ui.shell.theme import Theme
from ui.shell.tokens import SCHEMES
from ui.widgets.badge import LevelBadge, StateBadge, Tag
from ui.widgets.banner import Banner
from ui.widgets.button import button, menu_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip, MenuChip
from ui.widgets.clock import Clock, ClockState, ClockTile, ListClock
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, row, surface
from ui.widgets.problem import ProblemLabel, caption_below
from ui.widgets.segment import Option, SegmentField
from ui.widgets.stage_strip import Stage, StageStatus, StageStrip
from ui.window.first_run import FirstRunView
from ui.window.frame import Count, Frame
from ui.window.login import LoginView

if TYPE_CHECKING:
    from ui.lists.columns import Column

NAMES = ("登记", "首次响应", "调查分析", "协商", "协议", "实施", "回访", "总结")
LEVELS = ("轻微", "一般", "升级", "重大", "危机")


def titled(title: str, *items: QWidget | QLayout) -> Card:
    """Return a card of the gallery."""
    card = Card(margins=(16, 12, 16, 14))
    return card.add(label(title, "strong"), *items)


def badges(texts: Texts) -> Card:
    """Return levels, states and tags."""
    tags = (
        Tag("大客户 5 台", icon="star"),
        Tag("首选"),
        Tag("缓和", "ok"),
        Tag("待签回", "warn"),
        Tag("激动", "danger"),
        Tag("已作废", "quiet"),
    )
    states = (StateBadge(1, "已登记"), StateBadge(4, "协商中"), StateBadge(6, "实施中"))
    levels = [LevelBadge(texts, level) for level in range(1, 6)]
    return titled("级别、状态、标记", row(*levels, 12, *states, 12, *tags, None))


def clocks() -> Card:
    """Return the six states of a clock, small and large."""
    small = (
        Clock(ClockState.DONE, 1, "12 分"),
        Clock(ClockState.RUNNING, 0.3, "3 天"),
        Clock(ClockState.SOON, 0.8, "2:13"),
        Clock(ClockState.LATE, 1, "超 1 天"),
        Clock(ClockState.PAUSED, 0, "待件"),
        Clock(ClockState.NONE, 0, "不适用"),
    )
    large = (
        ("完成", Clock(ClockState.DONE, 1, "12 分钟"), "要求 1 小时"),
        ("进行中", Clock(ClockState.RUNNING, 0.4, "剩 3 天"), ""),
        ("将到期", Clock(ClockState.SOON, 0.8, "剩 2 小时 13 分"), "17:00"),
        ("超时", Clock(ClockState.LATE, 1, "超 1 天 3 小时"), ""),
        ("暂停", Clock(ClockState.PAUSED, 0, "待件"), ""),
        ("不适用", Clock(ClockState.NONE, 0, "无需答复"), ""),
    )
    tiles = [(ClockTile(*tile), 1) for tile in large]
    return titled("时钟", row(*[ListClock(clock) for clock in small], None, gap=24), row(*tiles))


def strip(texts: Texts) -> Card:
    """Return the stages of a case that is read at another stage than it stands."""
    notes = ("11-16 09:12", "12 分钟", "责任在产品", "缺 2 项")
    stages = []
    for number, title in enumerate(NAMES, 1):
        status, note = StageStatus.LATER, "未开始"
        if number <= len(notes):
            last = number == len(notes)
            status = StageStatus.MISSING if last else StageStatus.DONE
            note = notes[number - 1]
        stages.append(Stage(f"s{number}", number, title, status, note))
    made = StageStrip(texts, stages)
    made.choose("s3")
    return titled("阶段条", made)


def buttons() -> Card:
    """Return buttons, chips and segments."""
    plain = [
        button("主要", "primary", icon="checkmark"),
        button("普通"),
        button("带图标", icon="print"),
        menu_button("菜单", []),
        button("焦点", name="focus"),
        button("不可用"),
        button("不可用", "primary"),
        button("删除", "danger"),
        button("链接", "link"),
        button("小", "small"),
        button("", "icon", icon="more_horizontal", tip="更多"),
    ]
    for dead in plain[5:7]:
        dead.setEnabled(False)
    chip = Chip("选中的筛选", checked=True)
    chip.set_count(46)
    mood = [Option(text, text) for text in ("平静", "着急", "激动", "愤怒")]
    level = [Option(str(n), text, n) for n, text in enumerate(LEVELS, 1)]
    first, second = SegmentField(mood), SegmentField(level)
    first.set_value("着急")
    second.set_value("4")
    chips = row(chip, Chip("筛选"), MenuChip("部门"), None)
    return titled("按钮", row(*plain, None), chips, first, second)


def field_row(title: str, editor: QWidget, *below: QWidget) -> QFrame:
    """Return a label, an editor and what stands below it."""
    name = label(title, "label")
    name.setFixedSize(76, 32)
    return surface(row(column(name, None), column(editor, *below, None, gap=3)))


def fields() -> Card:
    """Return form rows in their states."""
    plain, hint, bad, locked, dead = (QLineEdit() for _ in range(5))
    plain.setText("张伟")
    hint.setPlaceholderText("提示文字")
    bad.setText("9,600")
    bad.setProperty("state", "problem")
    locked.setText("审批后不能改")
    locked.setReadOnly(True)
    dead.setText("无权限")
    dead.setEnabled(False)
    problem = ProblemLabel()
    problem.set_sentence("比批准的 8,600 元多 1,000 元")
    combo = QComboBox()
    combo.addItem("下拉选择")
    lock = surface(row(locked, Glyph("lock_closed", "text3", 16)))
    hinted = field_row("必填", hint, caption_below("说明写在下面"))
    return titled(
        "表单行",
        row((field_row("普通", plain), 1), (hinted, 1)),
        row(
            (field_row("有问题", bad, problem), 1),
            (field_row("锁定", lock, caption_below("退回审批后可以改")), 1),
        ),
        row((field_row("选择", combo), 1), (field_row("不可用", dead), 1)),
    )


def banners() -> QLayout:
    """Return the four banners."""
    said = {
        "info": "另一位同事正在看这件投诉",
        "ok": "备份完成 08:30",
        "warn": "3 处需要改",
        "danger": "磁盘空间不足",
    }
    return row(*[(Banner(kind, text), 1) for kind, text in said.items()])


def components(texts: Texts) -> QFrame:
    """Return the page of all parts."""
    parts = (badges(texts), clocks(), strip(texts), buttons(), fields(), banners())
    return surface(column(*parts, None, margins=(16, 10, 16, 8)), "page")


def framed(texts: Texts) -> Frame:
    """Return the frame with an empty page in it."""
    made = Frame(texts)
    made.set_user("王敏", "客户关系经理")
    made.set_branch("星澜汽车一店")
    made.set_backup_age(360)
    made.set_saved("14:46:58")
    counts = {"today": Count(9, 2), "approvals": Count(2), "tasks": Count(7)}
    made.set_counts({**counts, "follow_ups": Count(5)})
    page = EmptyState(
        "library",
        "还没有案例",
        "结案的投诉可以写成案例，以后遇到相似的情况，会自动列出来。\n先从一件处理得好的投诉开始。",
        note="也可以在任一案件里按“更多”，写成案例",
    )
    page.add_button("从已结案的投诉挑选", "primary")
    page.add_button("导入案例")
    card = Card().add(page, factor=1)
    made.add_page("library", surface(column(card, margins=(20, 12, 16, 14))))
    made.show_page("library")
    return made


def listing(texts: Texts) -> ListPage:
    """Return a list of complaints with a chosen row."""
    likes = Preferences(str(Path(tempfile.mkdtemp()) / "likes.ini"))
    empty = EmptyState("chat_warning", "没有符合条件的投诉")
    made = ListPage(texts, "cases", "投诉", titled_columns(), likes, empty=empty)
    made.setProperty("surface", "page")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.add_chip("open", "未结案", checked=True).set_count(46)
    made.add_chip("mine", "我负责")
    made.add_chip_rule()
    made.add_menu_chip("department", "部门", [("service", "售后"), ("sales", "销售")])
    made.load(pages(200))
    made.set_total(46, 1284)
    made.table.show_sort("reply", descending=False)
    made.table.selectRow(1)
    made.set_preview(Card("张伟").add(label("制动踏板踩不下去", wrap=True), None))
    return made


def titled_columns() -> list[Column]:
    """Return the sample columns under titles that every catalogue has."""
    titles = dict(zip(("level", "who", "subject"), ("Slight", "Ordinary", "Raised"), strict=True))
    return [replace(c, title=titles.get(c.key, "Serious")) for c in COLUMNS]


def first_run(texts: Texts) -> FirstRunView:
    """Return the first step of the first run."""
    return FirstRunView(texts, BRANCH_FIELDS, FIRST_ADMINISTRATOR_FIELDS)


def login(texts: Texts) -> LoginView:
    """Return the log-in with a wrong password."""
    made = LoginView(texts, [("wangmin", "王敏  客户关系经理")], "星澜汽车一店")
    made.set_foot("最近备份 今天 08:30    版本 1.0.0")
    made.set_problem("密码不对，还可以再试 4 次。")
    return made


def draw(page: QWidget, file: Path, width: int = 1366, height: int = 768) -> None:
    """Show a page offscreen and save its picture."""
    page.resize(width, height)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    focus = page.findChild(QWidget, "focus")
    if focus is not None:
        focus.setFocus()
    QApplication.processEvents()
    page.grab().save(str(file))
    page.hide()
    page.deleteLater()


PICTURES = {
    "09-components": (components, 1366, 768),
    "02-list": (listing, 1190, 690),
    "07a-frame": (framed, 1366, 768),
    "11-narrow": (framed, 1024, 680),
    "08a-login": (login, 1366, 768),
    "08b-first-run": (first_run, 1366, 768),
}


def main(arguments: list[str]) -> None:
    """Draw the pictures into the folder given first, for the themes given after it."""
    app = QApplication.instance() or QApplication([])
    folder, *chosen = arguments
    schemes = [scheme for scheme in SCHEMES if scheme in chosen] or list(SCHEMES)
    wanted = [name for name in chosen if name not in SCHEMES]
    texts, theme = Texts("zh_CN"), Theme(app)
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    suffix = "" if scale == "1" else f"-{round(float(scale) * 100)}"
    for scheme in schemes:
        theme.apply(scheme)
        for name, (make, width, height) in PICTURES.items():
            if set(wanted) <= {name} or not wanted:
                draw(make(texts), Path(folder) / f"{name}-{scheme}{suffix}.png", width, height)


if __name__ == "__main__":
    main(sys.argv[1:])
