"""The stage strip is the navigation of a case: by mouse, keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.widgets.stage_strip import Stage, StageButton, StageStatus, StageStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

STAGES = (
    Stage("intake", 1, "登记", StageStatus.DONE, "11-16 09:12"),
    Stage("analysis", 2, "调查分析", StageStatus.DONE, "责任在产品"),
    Stage("negotiation", 3, "协商", StageStatus.MISSING, "缺 2 项"),
    Stage("agreement", 4, "协议", StageStatus.LATER, "未开始"),
)


@pytest.fixture
def strip(texts: Texts, qtbot: QtBot) -> StageStrip:
    made = StageStrip(texts, STAGES)
    made.resize(1000, 48)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def stage(strip: StageStrip, name: str) -> StageButton:
    return strip.findChild(StageButton, f"case.stage.{name}")


def test_names_and_status_are_kept(strip: StageStrip) -> None:
    status = {s.name: stage(strip, s.name).property("status") for s in STAGES}
    assert status == {
        "intake": "done",
        "analysis": "done",
        "negotiation": "missing",
        "agreement": "later",
    }


def test_it_opens_where_the_case_stands(strip: StageStrip) -> None:
    assert strip.chosen_name() == "negotiation"


def test_it_is_spoken_whole(strip: StageStrip) -> None:
    assert stage(strip, "negotiation").accessibleName() == "③ 协商, 当前, 缺 2 项"
    assert stage(strip, "agreement").accessibleName() == "④ 协议, 未开始, 未开始"


def test_a_click_chooses_and_the_case_stays_where_it_is(strip: StageStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.mouseClick(stage(strip, "intake"), Qt.MouseButton.LeftButton)
    assert told.args == ["intake"]
    assert strip.chosen_name() == "intake"
    assert stage(strip, "negotiation").is_here


def test_arrows_move_and_enter_opens(strip: StageStrip, qtbot: QtBot) -> None:
    start = stage(strip, "negotiation")
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Left)
    moved = stage(strip, "analysis")
    assert moved.hasFocus()
    assert strip.chosen_name() == "negotiation"
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.keyClick(moved, Qt.Key.Key_Return)
    assert told.args == ["analysis"]
    qtbot.keyClick(moved, Qt.Key.Key_Left)
    qtbot.keyClick(stage(strip, "intake"), Qt.Key.Key_Left)
    assert stage(strip, "intake").hasFocus()


def test_only_the_chosen_stage_is_a_stop_for_tab(strip: StageStrip) -> None:
    stops = [s.name for s in STAGES if stage(strip, s.name).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["negotiation"]


def test_new_states_keep_what_is_read(strip: StageStrip) -> None:
    strip.choose("intake")
    moved = [s._replace(status=StageStatus.DONE, note="") for s in STAGES[:3]]
    strip.set_stages([*moved, STAGES[3]._replace(status=StageStatus.HERE)])
    assert strip.chosen_name() == "intake"
    assert stage(strip, "agreement").property("status") == "here"


def test_other_stages_replace_them(strip: StageStrip) -> None:
    strip.set_stages(STAGES[:2])
    assert strip.chosen_name() == "intake"
    assert not strip.grab().isNull()
