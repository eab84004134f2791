"""Every part in every state on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QLineEdit, QWidget

from ui.widgets.badge import LevelBadge, StateBadge, Tag
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.chip import Chip, MenuChip
from ui.widgets.clock import Clock, ClockState, ClockTile, ListClock
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, row, surface
from ui.widgets.problem import ProblemLabel, caption_below
from ui.widgets.segment import Option, SegmentField
from ui.widgets.stage_strip import Stage, StageStatus, StageStrip

if TYPE_CHECKING:
    from resources.texts import Texts

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
