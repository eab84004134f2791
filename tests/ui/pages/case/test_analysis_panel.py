"""Assessing, gathering evidence, naming causes and shares, concluding and telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from models.casework.case.queries import contacts, tasks
from models.casework.evidence.queries import evidence_of
from models.stages.analysis.queries import causes, finding, severity
from tests.stores import PNG
from ui.widgets.banner import Banner

from .complaints import SCALES, assess, register, respond

if TYPE_CHECKING:
    from pathlib import Path

    from tests.casefile import Dealership

    from .complaints import Desk, Dialogs


@pytest.fixture
def case_no(dealership: Dealership) -> str:
    actor = dealership.person("liumin")
    made = register(actor)
    respond(actor, made)
    return made


@pytest.fixture
def open_case(desk: Desk, dealership: Dealership, case_no: str) -> Desk:
    """The analysis of a case that is being investigated."""
    assess(dealership.person("liumin"), case_no)
    desk.open(case_no, "analysis")
    return desk


def picture(folder: Path, name: str) -> str:
    path = folder / name
    path.write_bytes(PNG)
    return str(path)


def test_five_scales_are_saved_at_once_and_propose_a_level(desk: Desk, case_no: str) -> None:
    desk.open(case_no, "analysis")
    for key, mark in list(SCALES.items())[:4]:
        desk.find(f"analysis.{key}").choose(str(mark))
    desk.press("analysis.severity.save")
    assert desk.find("analysis.urgency.problem", QLabel).text()
    desk.find("analysis.urgency").choose("4")
    desk.press("analysis.severity.save")
    assert severity(desk.page.desk.head.id)["score"] == 18
    shown = [made.text() for made in desk.page._panels["analysis"].findChildren(QLabel)]
    assert "18 分（满分 25），建议级别：重大" in shown


def test_a_cause_is_chosen_by_class_first(open_case: Desk, dialogs: Dialogs) -> None:
    dialogs.answers = [{"code": "unclear_explanation", "detail": "没讲清进度", "is_root": True}]
    open_case.press("analysis.cause.add")
    assert open_case.rows("analysis.cause")[0][1:5] == [
        "人员诱因",
        "说明解释不清",
        "根本",
        "没讲清进度",
    ]
    dialogs.answers = [{"is_root": False}]
    open_case.choose("analysis.cause", 0)
    open_case.press("analysis.cause.edit")
    assert not causes(open_case.page.desk.head.id)[0]["is_root"]
    open_case.press("analysis.cause.remove")
    assert open_case.rows("analysis.cause") == []


def test_shares_add_up_in_the_heading_and_never_beyond_the_whole(
    open_case: Desk, dialogs: Dialogs
) -> None:
    dialogs.answers = [
        {"side": "maker", "share_percent": "80", "reason": "零件", "pays": True},
        {"side": "dealer", "share_percent": "30", "reason": "告知不足"},
    ]
    open_case.press("analysis.responsibility.add")
    open_case.press("analysis.responsibility.add")
    assert "20%" in dialogs.problems[0]["share_percent"]
    shown = [made.text() for made in open_case.page._panels["analysis"].findChildren(QLabel)]
    assert "已划分 80%，还剩 20%" in shown
    assert open_case.rows("analysis.responsibility")[0][2:4] == ["80%", "承担费用"]


def test_the_finding_is_saved_and_hints_follow_it(open_case: Desk) -> None:
    assert open_case.find("analysis.hints", Banner).isHidden()
    open_case.find("analysis.checked_facts").set_value("助力模块泄漏")
    open_case.find("analysis.complaint_stands").choose("stands")
    open_case.press("analysis.save")
    assert finding(open_case.page.desk.head.id)["complaint_stands"] == "stands"
    assert "相反的事实" in open_case.find("analysis.hints", Banner).text()


def test_one_file_is_described_and_several_are_added_at_once(
    open_case: Desk, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answers = [{"title": "仪表故障灯", "place": "机场高速"}]
    open_case.ctx.ask.chosen = [picture(tmp_path, "IMG_1.png")]
    open_case.press("evidence.file.add")
    assert dialogs.seen[0]["title"] == "IMG_1"
    assert dialogs.seen[0]["kind"] == "photo_scene"
    two = [picture(tmp_path, "左前轮.png"), picture(tmp_path, "制动盘.png")]
    drop(open_case, two)
    titles = [item.title for item in evidence_of(open_case.page.desk.head.id)]
    assert titles == ["仪表故障灯", "左前轮", "制动盘"]
    assert open_case.find("evidence.file.table").model().rowCount() == 3


def drop(desk: Desk, paths: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.find("evidence.file").dropEvent(event)


def test_a_part_without_a_file_needs_to_say_where_it_is(open_case: Desk, dialogs: Dialogs) -> None:
    dialogs.answers = [
        {"title": "旧件", "kind": "photo_part"},
        {"title": "旧件", "kind": "photo_part", "custody": "配件库 3 号柜"},
        {"to_whom": "鉴定所", "purpose": "检测"},
    ]
    open_case.press("evidence.item.add")
    assert evidence_of(open_case.page.desk.head.id) == []
    open_case.press("evidence.item.add")
    open_case.choose("evidence.item", 0)
    open_case.press("evidence.item.hand_over")
    assert open_case.rows("evidence.item")[0][4] == "鉴定所"


def test_evidence_is_taken_back_after_a_question(
    open_case: Desk, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answers = [{}]
    open_case.ctx.ask.chosen = [picture(tmp_path, "a.png")]
    open_case.press("evidence.file.add")
    open_case.find("evidence.file").remove_asked.emit("1")
    assert open_case.ctx.ask.asked
    assert evidence_of(open_case.page.desk.head.id) == []


def test_a_department_gets_a_task(open_case: Desk, dialogs: Dialogs) -> None:
    dialogs.answers = [{"kind": "inspection", "department": "workshop", "title": "检测助力模块"}]
    open_case.press("case.task.add")
    row = open_case.rows("case.task")[0]
    assert (row[1], row[2], row[-1]) == ("检测助力模块", "维修车间", "待签收")


def test_handing_over_needs_department_and_reason(open_case: Desk, dialogs: Dialogs) -> None:
    dialogs.answers = [
        {"handling": "transfer"},
        {"handling": "transfer", "transfer_department": "service", "transfer_reason": "涉及退车"},
    ]
    open_case.press("analysis.judge_handling")
    assert set(dialogs.problems[0]) == {"transfer_department", "transfer_reason"}
    open_case.press("analysis.judge_handling")
    told = open_case.find("analysis.judge_handling.told", QLabel).text()
    assert "涉及退车" in told
    assert "刘敏" in told
    assert tasks(open_case.page.desk.head.id)[0]["kind"] == "take_over"


def test_reporting_explaining_and_ordering_an_apology_are_told(
    open_case: Desk, dialogs: Dialogs
) -> None:
    dialogs.answers = [
        {"leader": "wugang", "report_text": "大客户，已上媒体"},
        {"explained_text": "模块内部泄漏", "explained_mood": 2},
        {"employee": "zhaolei", "department": "service", "order": "当面道歉"},
    ]
    for verb in ("report", "explain", "order_apology"):
        open_case.press(f"analysis.{verb}")
    assert "吴刚" in open_case.find("analysis.report.told", QLabel).text()
    assert "模块内部泄漏" in open_case.find("analysis.explain.told", QLabel).text()
    assert contacts(open_case.page.desk.head.id)[0]["purpose"] == "explain"
    found = tasks(open_case.page.desk.head.id)
    assert [task["kind"] for task in found] == ["apology_order"]
    assert not finding(open_case.page.desk.head.id)["finding_side"]


def test_before_the_receipt_is_confirmed_only_the_handling_is_open(
    desk: Desk, dealership: Dealership
) -> None:
    desk.open(register(dealership.person("liumin")), "analysis")
    assert "已受理" in desk.find("analysis.severity.locked", QLabel).text()
    assert desk.find("analysis.cause.add").isHidden()
    assert desk.find("analysis.judge_handling").isEnabled()
    assert not desk.find("analysis.order_apology").isEnabled()


def test_what_is_missing_is_found_wherever_the_page_stands(open_case: Desk) -> None:
    for step in open_case.page._steps:
        for missing in step.missing:
            open_case.page.jump(missing.place)
            here = open_case.page._panels[open_case.stage]
            assert here.jump(missing.place), missing.place
