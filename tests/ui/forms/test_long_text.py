"""A long text takes a whole story at once and lets Tab go on to the next field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.forms.record_form import RecordForm


def story(page: QWidget) -> QPlainTextEdit:
    """Return the long text of the trial form."""
    return page.findChild(QPlainTextEdit, "trial.story")


def test_tab_leaves_the_field(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    text = story(page)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()
    assert form.values()["story"] == ""


def test_lines_and_blanks_come_back_as_they_were_typed(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    told = "第一行\n  第二行　全角\n\n第四行 𬭎"
    form.load({"story": told})
    assert form.values()["story"] == told
    assert story(page).textCursor().atEnd()


def test_a_hundred_thousand_characters_are_taken_and_can_be_typed_on(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    pasted = QMimeData()
    pasted.setText("高速上踩制动踏板踩不下去，" * 7693)
    text = story(page)
    text.insertFromMimeData(pasted)
    qtbot.keyClicks(text, "ok")
    QApplication.processEvents()
    value = str(form.values()["story"])
    assert len(value) > 100_000
    assert value.endswith("ok")
    assert page.findChild(QLabel, "trial.story.note").text() == "100,011 字，最多 5,000 字"


def test_the_count_is_silent_while_there_is_room(page: QWidget, form: RecordForm) -> None:
    form.load({"story": "短"})
    assert not page.findChild(QLabel, "trial.story.note").isVisible()


def test_a_locked_text_can_be_read_only(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    form.load({"story": "已有"})
    form.set_editable(["story"], False, "已经打印")
    qtbot.keyClicks(story(page), "x")
    assert form.values()["story"] == "已有"
    assert story(page).property("state") == "locked"
