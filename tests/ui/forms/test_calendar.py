"""A day can be picked from a month or from the usual ones instead of being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.forms.record_form import RecordForm


def popup_of(key: str) -> QWidget:
    """Return the calendar that is open for a field."""
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == f"trial.{key}.popup"]
    assert len(found) == 1
    return found[0]


def test_alt_down_opens_the_month_of_the_day_that_stands_there(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.load({"done_by": "2026-05-01"})
    line = page.findChild(QWidget, "trial.done_by")
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = popup_of("done_by").findChild(QCalendarWidget)
    assert month.selectedDate() == QDate(2026, 5, 1)
    month.clicked.emit(QDate(2026, 5, 6))
    assert form.values()["done_by"] == "2026-05-06"


def test_picking_a_day_keeps_the_time_that_was_typed(page: QWidget, form: RecordForm) -> None:
    form.load({"promised_at": 1_795_338_000_000})
    form.editor("promised_at").open_calendar()
    popup_of("promised_at").findChild(QCalendarWidget).clicked.emit(QDate(2026, 11, 30))
    assert form.values()["promised_at"] == "2026-11-30 17:00"


@pytest.mark.parametrize(
    ("key", "number", "words", "value"),
    [
        ("promised_at", 2, "今天 17:00", "2026-11-22 17:00"),
        ("promised_at", 3, "明天 09:00", "2026-11-23 09:00"),
        ("done_by", 4, "1 周后", "2026-11-29"),
        ("bought", 2, "昨天", "2026-11-21"),
    ],
)
def test_the_usual_times_are_one_click_away(
    qtbot: QtBot, page: QWidget, form: RecordForm, key: str, number: int, words: str, value: str
) -> None:
    form.editor(key).open_calendar()
    pick = popup_of(key).findChild(QPushButton, f"trial.{key}.pick.{number}")
    assert pick.text() == words
    qtbot.mouseClick(pick, Qt.MouseButton.LeftButton)
    assert form.values()[key] == value


def test_esc_leaves_the_field_as_it_was(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    form.editor("done_by").open_calendar()
    qtbot.keyClick(popup_of("done_by"), Qt.Key.Key_Escape)
    assert form.values()["done_by"] == ""
