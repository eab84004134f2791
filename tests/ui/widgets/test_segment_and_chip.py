"""Segments are one keystroke away; chips are on, off or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.widgets.chip import Chip, MenuChip
from ui.widgets.segment import Option, Segment, SegmentField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEVELS = [Option("MINOR", "轻微", 1), Option("GENERAL", "一般", 2), Option("CRISIS", "危机", 5)]


@pytest.fixture
def field(qtbot: QtBot) -> SegmentField:
    made = SegmentField(LEVELS, name="intake.level")
    made.resize(500, 32)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def part(field: SegmentField, code: str) -> Segment:
    return field.findChild(Segment, f"intake.level.{code}")


def test_a_digit_chooses(field: SegmentField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(part(field, "MINOR"), Qt.Key.Key_3)
    assert told.args == ["CRISIS"]
    assert field.value() == "CRISIS"
    assert part(field, "CRISIS").isChecked()
    qtbot.keyClick(part(field, "CRISIS"), Qt.Key.Key_9)
    assert field.value() == "CRISIS"


def test_arrows_go_round(field: SegmentField, qtbot: QtBot) -> None:
    field.set_value("MINOR")
    qtbot.keyClick(part(field, "MINOR"), Qt.Key.Key_Left)
    assert field.value() == "CRISIS"
    qtbot.keyClick(part(field, "CRISIS"), Qt.Key.Key_Right)
    assert field.value() == "MINOR"


def test_a_click_chooses_and_a_second_one_keeps_it(field: SegmentField, qtbot: QtBot) -> None:
    told = []
    field.changed.connect(told.append)
    for _ in range(2):
        qtbot.mouseClick(part(field, "GENERAL"), Qt.MouseButton.LeftButton)
        assert part(field, "GENERAL").isChecked()
    assert told == ["GENERAL"]


def test_delete_takes_it_back_unless_it_may_not(field: SegmentField, qtbot: QtBot) -> None:
    field.set_value("GENERAL")
    qtbot.keyClick(part(field, "GENERAL"), Qt.Key.Key_Delete)
    assert field.value() == ""
    fixed = SegmentField(LEVELS, name="intake.level", clear=False)
    qtbot.addWidget(fixed)
    fixed.set_value("GENERAL")
    qtbot.keyClick(part(fixed, "GENERAL"), Qt.Key.Key_Delete)
    assert fixed.value() == "GENERAL"


def test_setting_a_value_is_silent_and_unknown_means_none(field: SegmentField) -> None:
    told = []
    field.changed.connect(told.append)
    field.set_value("CRISIS")
    field.set_value("NOBODY")
    assert field.value() == ""
    assert told == []


def test_one_stop_for_tab(field: SegmentField) -> None:
    field.set_value("GENERAL")
    stops = [o.code for o in LEVELS if part(field, o.code).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["GENERAL"]


def test_it_is_locked_and_marked(field: SegmentField, qtbot: QtBot) -> None:
    field.set_spoken_name("级别")
    assert part(field, "CRISIS").accessibleName() == "级别 危机"
    field.set_editable(False)
    qtbot.mouseClick(part(field, "CRISIS"), Qt.MouseButton.LeftButton)
    assert field.value() == ""
    field.set_problem(True)
    assert field.property("state") == "problem"
    assert not field.grab().isNull()


def test_a_chip_counts_and_holds_still(qtbot: QtBot) -> None:
    chip = Chip("未结案", name="cases.filter.open")
    qtbot.addWidget(chip)
    chip.set_count(1284)
    assert chip.text() == "未结案 1,284"
    wide = chip.sizeHint().width()
    chip.setChecked(True)
    assert chip.sizeHint().width() == wide
    chip.set_count(None)
    assert chip.text() == "未结案"


def test_a_menu_chip_says_what_is_chosen(qtbot: QtBot) -> None:
    chip = MenuChip("部门", options=[("a", "售后"), ("b", "销售")], name="cases.filter.department")
    qtbot.addWidget(chip)
    told = []
    chip.picked.connect(told.append)
    first, second = chip.menu().actions()
    first.trigger()
    assert chip.text() == "售后"
    second.trigger()
    assert (chip.text(), chip.isChecked()) == ("部门 2", True)
    assert told == [["a"], ["a", "b"]]
    chip.set_value([])
    assert (chip.text(), chip.isChecked()) == ("部门", False)


def test_a_menu_chip_of_one_value(qtbot: QtBot) -> None:
    chip = MenuChip("渠道", options=[("a", "电话"), ("b", "到店")], many=False)
    qtbot.addWidget(chip)
    for action in chip.menu().actions():
        action.trigger()
    assert chip.value() == ["b"]
