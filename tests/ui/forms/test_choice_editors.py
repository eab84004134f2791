"""Choices are one key away, can be taken back, and keep what is no longer offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from ui.forms.record_form import RecordForm

from .conftest import SPECS, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts

    from .conftest import TrialChoices

LEFT = Qt.MouseButton.LeftButton


def part(page: QWidget, name: str) -> QPushButton:
    """Return a value of a choice by its objectName."""
    return page.findChild(QPushButton, f"trial.{name}")


def test_a_digit_chooses_and_one_value_excludes_the_others(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    qtbot.keyClick(page.findChild(QWidget, "trial.level"), Qt.Key.Key_3)
    assert form.values()["level"] == "MAJOR"
    qtbot.keyClick(part(page, "level.MAJOR"), Qt.Key.Key_1)
    assert form.values()["level"] == "MINOR"
    assert not part(page, "level.MAJOR").isChecked()
    qtbot.keyClick(part(page, "level.MINOR"), Qt.Key.Key_9)
    assert form.values()["level"] == "MINOR"


def test_a_second_click_takes_a_choice_back_unless_it_is_required(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    for key in ("level", "channel"):
        for _ in range(2):
            qtbot.mouseClick(part(page, f"{key}.GENERAL"), LEFT)
    assert form.values()["level"] == ""
    assert form.values()["channel"] == "GENERAL"
    assert part(page, "channel.GENERAL").isChecked()


def test_delete_takes_a_choice_back(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    form.load({"level": "MAJOR"})
    qtbot.keyClick(part(page, "level.MAJOR"), Qt.Key.Key_Delete)
    assert form.values()["level"] == ""
    assert form.dirty


def test_a_code_that_is_no_longer_offered_is_kept_and_said(page: QWidget, form: RecordForm) -> None:
    form.load({"level": "OLD", "way": "w99", "owner": "chen", "parts": "w2,w77"})
    assert page.findChild(QLabel, "trial.level.note").text() == "OLD（已停用）"
    assert page.findChild(QComboBox, "trial.way").currentText() == "w99（已停用）"
    kept = form.values()
    assert [kept[key] for key in ("level", "way", "owner", "parts")] == [
        "OLD",
        "w99",
        "chen",
        "w2,w77",
    ]
    form.editor("level").choose("MINOR")
    assert form.values()["level"] == "MINOR"
    assert not page.findChild(QLabel, "trial.level.note").isVisible()


def test_marks_from_one_to_five_are_segments(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    form.load({"mood": 3})
    assert part(page, "mood.3").isChecked()
    qtbot.keyClick(part(page, "mood.3"), Qt.Key.Key_5)
    assert form.values()["mood"] == "5"


def test_more_values_stand_in_a_list_that_can_be_searched(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    combo = page.findChild(QComboBox, "trial.owner")
    combo.setFocus()
    write(combo.lineEdit(), "客户关系")
    assert combo.completer().completionCount() == 1
    combo.completer().popup().hide()
    combo.lineEdit().clear()
    write(combo.lineEdit(), "王敏 客户关系经理")
    combo.completer().popup().hide()
    assert form.values()["owner"] == "wang"
    combo.lineEdit().selectAll()
    write(combo.lineEdit(), "无此人")
    combo.completer().popup().hide()
    assert form.values()["owner"] == "无此人"


def test_leaving_a_list_chooses_the_only_value_that_fits(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    combo = page.findChild(QComboBox, "trial.owner")
    combo.setFocus()
    qtbot.keyClicks(combo.lineEdit(), "lq")
    assert combo.completer().currentCompletion() == "李强 售后总监"
    combo.completer().popup().hide()
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Tab)
    assert form.values()["owner"] == "li"
    combo.setFocus()
    combo.lineEdit().selectAll()
    write(combo.lineEdit(), "赵")
    combo.completer().popup().hide()
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Tab)
    words = page.findChild(QLabel, "trial.owner.problem")
    assert words.text() == "名单里没有“赵”，请从名单里选一个。"


def test_two_values_with_the_same_words_stay_apart(
    page: QWidget, texts: Texts, choices: TrialChoices
) -> None:
    choices.people = lambda: [("wang", "王敏"), ("wang2", "王敏")]  # type: ignore[method-assign]
    form = RecordForm([spec for spec in SPECS if spec.key == "owner"], texts, choices, page)
    form.load({"owner": "wang2"})
    assert form.values() == {"owner": "wang2"}


def test_the_entry_for_none_empties_a_list(page: QWidget, form: RecordForm) -> None:
    form.load({"department": "sales"})
    combo = page.findChild(QComboBox, "trial.department")
    combo.setCurrentIndex(combo.findText("不选"))
    assert form.values()["department"] == ""
    assert combo.currentText() == ""


def test_scrolling_past_a_list_changes_nothing(page: QWidget, form: RecordForm) -> None:
    form.load({"way": "w3"})
    combo = page.findChild(QComboBox, "trial.way")
    combo.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert form.values()["way"] == "w3"


def test_locked_choices_stay_as_they_are(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    form.load({"level": "MINOR", "way": "w2", "parts": "w1", "told": True})
    before = form.values()
    form.set_editable("all", False, "已归档")
    qtbot.keyClick(page.findChild(QWidget, "trial.level"), Qt.Key.Key_3)
    qtbot.mouseClick(part(page, "level.MAJOR"), LEFT)
    qtbot.keyClick(page.findChild(QComboBox, "trial.way"), Qt.Key.Key_Down)
    page.findChild(QComboBox, "trial.way").showPopup()
    qtbot.mouseClick(part(page, "parts.w2"), LEFT)
    qtbot.mouseClick(page.findChild(QCheckBox, "trial.told"), LEFT)
    assert form.values() == before
    assert page.findChild(QComboBox, "trial.way").property("state") == "locked"


def test_several_values_are_joined_in_their_order(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    qtbot.mouseClick(part(page, "parts.w3"), LEFT)
    qtbot.mouseClick(part(page, "parts.w1"), LEFT)
    assert form.values()["parts"] == "w1,w3"
    qtbot.mouseClick(part(page, "parts.w3"), LEFT)
    assert form.values()["parts"] == "w1"


def test_a_flag_says_its_own_words_and_space_checks_it(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    box = page.findChild(QCheckBox, "trial.told")
    assert box.text().startswith("Told the customer")
    assert not page.findChild(QLabel, "trial.told.label").isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert form.values()["told"] is True


def test_a_problem_of_a_choice_is_shown_and_goes_with_the_next_choice(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.show_problems({"trial.channel": "还没有选。"})
    field = page.findChild(QWidget, "trial.channel")
    assert field.property("state") == "problem"
    assert part(page, "channel.MINOR").hasFocus()
    qtbot.keyClick(part(page, "channel.MINOR"), Qt.Key.Key_2)
    assert field.property("state") == "changed"
    assert not page.findChild(QLabel, "trial.channel.problem").isVisible()
