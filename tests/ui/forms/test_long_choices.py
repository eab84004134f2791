"""Long lists: the first values are a key away, a menu has the others; trees open in two steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from models.kernel.fields import FieldSpec, Kind
from ui.forms.layout import grid
from ui.forms.record_form import RecordForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.widgets.more_segment import MoreSegment

    from .conftest import TrialChoices

_spec = partial(FieldSpec, "trial")
SPECS = (
    _spec("way", "Way", Kind.CHOICE, codes="way"),
    _spec("object", "Object", Kind.CHOICE, codes="tree"),
    _spec("cause", "Cause", Kind.CHOICE, codes="tree"),
    _spec("mood", "Mood", Kind.INTEGER, minimum=1, maximum=5, note="1 calm"),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(page: QWidget, texts: Texts, choices: TrialChoices) -> RecordForm:
    made = RecordForm(SPECS, texts, choices, page, segments={"way": 4, "object": 3})
    page.layout().addLayout(grid(made, [[spec.key] for spec in SPECS]))
    made.load({})
    return made


def more_of(page: QWidget, key: str) -> MoreSegment:
    return cast("MoreSegment", page.findChild(QPushButton, f"trial.{key}.more"))


def test_the_first_values_are_segments_and_the_others_in_the_menu(
    page: QWidget, form: RecordForm
) -> None:
    shown = [made.objectName() for made in page.findChildren(QPushButton)]
    assert [name for name in shown if name.startswith("trial.way.w")] == [
        "trial.way.w1",
        "trial.way.w2",
        "trial.way.w3",
    ]
    assert list(more_of(page, "way").actions_by_code()) == ["w4", "w5", "w6", "w7", "w8"]


def test_a_value_of_the_menu_stands_in_the_last_segment(page: QWidget, form: RecordForm) -> None:
    more = more_of(page, "way")
    more.actions_by_code()["w7"].trigger()
    assert form.values()["way"] == "w7"
    assert more.text() == "第 7 种"
    assert more.isChecked()
    page.findChild(QPushButton, "trial.way.w2").click()
    assert form.values()["way"] == "w2"
    assert more.text() == "更多"


def test_a_stored_value_of_the_menu_is_shown_and_taken_back(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.load({"way": "w5"})
    assert more_of(page, "way").text() == "第 5 种"
    assert not form.dirty
    qtbot.keyClick(more_of(page, "way"), Qt.Key.Key_Delete)
    assert form.values()["way"] == ""
    assert form.dirty


def test_the_key_of_the_last_segment_opens_the_menu(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    more = more_of(page, "way")
    qtbot.keyClick(page.findChild(QPushButton, "trial.way.w1"), Qt.Key.Key_4)
    assert more.menu_is_open()
    assert form.values()["way"] == ""
    more.close_menu()


def test_classes_are_segments_and_what_is_in_them_a_submenu(
    page: QWidget, form: RecordForm
) -> None:
    more = more_of(page, "object")
    assert list(more.actions_by_code()) == ["a1", "a2", "b1", "c"]
    more.actions_by_code()["a2"].trigger()
    assert form.values()["object"] == "a2"


def test_a_class_is_chosen_first_then_what_is_in_it(page: QWidget, form: RecordForm) -> None:
    group = page.findChild(QComboBox, "trial.cause.class")
    detail = page.findChild(QComboBox, "trial.cause.detail")
    assert not detail.isEnabled()
    group.setCurrentIndex(group.findData("a"))
    assert form.values()["cause"] == "a"
    detail.setCurrentIndex(detail.findData("a2"))
    assert form.values()["cause"] == "a2"
    group.setCurrentIndex(group.findData("b"))
    assert form.values()["cause"] == "b"
    assert detail.findData("a2") < 0


def test_a_tree_shows_a_stored_value_and_keeps_a_retired_one(
    page: QWidget, form: RecordForm
) -> None:
    form.load({"cause": "b1"})
    assert page.findChild(QComboBox, "trial.cause.class").currentData() == "b"
    assert page.findChild(QComboBox, "trial.cause.detail").currentData() == "b1"
    assert not form.dirty
    form.load({"cause": "gone"})
    assert form.values()["cause"] == "gone"
    assert "已停用" in page.findChild(QComboBox, "trial.cause.class").currentText()


def test_a_locked_tree_and_menu_cannot_be_changed(page: QWidget, form: RecordForm) -> None:
    form.load({"cause": "a1", "way": "w5"})
    form.set_editable(["cause", "way"], editable=False, reason="已结案")
    assert not page.findChild(QComboBox, "trial.cause.class").isEnabled()
    assert not page.findChild(QComboBox, "trial.cause.detail").isEnabled()
    assert not more_of(page, "way").isEnabled()


def test_the_marks_of_a_mood_have_words(page: QWidget, form: RecordForm) -> None:
    words = [page.findChild(QPushButton, f"trial.mood.{mark}").text() for mark in range(1, 6)]
    assert words == ["平静", "不满", "着急", "激动", "愤怒"]
    assert page.findChild(QWidget, "trial.mood.note").isHidden()
