"""One-line fields take what people write, show it the usual way and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from models.kernel.fields.validation import validate

from .conftest import NOW, SPECS, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.forms.record_form import RecordForm


def field(page: QWidget, key: str) -> QLineEdit:
    """Return the line of a field by its objectName."""
    found = page.findChild(QLineEdit, f"trial.{key}")
    assert found is not None
    return found


def type_and_leave(qtbot: QtBot, page: QWidget, key: str, typed: str) -> QLineEdit:
    """Type into a field and press Tab."""
    line = field(page, key)
    line.setFocus()
    line.selectAll()
    write(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    return line


@pytest.mark.parametrize(
    ("key", "typed", "shown", "value", "stored"),
    [
        ("phone", "138-0000-1234", "138 0000 1234", "13800001234", "13800001234"),
        ("plate_no", "京a12345", "京A·12345", "京A12345", "京A12345"),
        ("amount", "1,234.5", "1,234.50", "1,234.50", 123_450),
        ("odometer_km", "12400", "12,400", "12,400", 12_400),
        ("share", "30", "30", "30", 30),
        ("done_by", "2026-5-1", "2026-05-01", "2026-05-01", "2026-05-01"),
        ("done_by", "20260501", "2026-05-01", "2026-05-01", "2026-05-01"),
        ("done_by", "5-1", "2026-05-01", "2026-05-01", "2026-05-01"),
        ("done_by", "今天", "2026-11-22", "2026-11-22", "2026-11-22"),
        ("done_by", "明天", "2026-11-23", "2026-11-23", "2026-11-23"),
        ("bought", "昨天", "2026-11-21", "2026-11-21", "2026-11-21"),
        ("bought", "12-31", "2025-12-31", "2025-12-31", "2025-12-31"),
        ("promised_at", "今天 17:00", "2026-11-22 17:00", "2026-11-22 17:00", 1_795_338_000_000),
        ("promised_at", "明天下午3点半", "2026-11-23 15:30", "2026-11-23 15:30", 1_795_419_000_000),
        ("promised_at", "17点", "2026-11-22 17:00", "2026-11-22 17:00", 1_795_338_000_000),
        ("promised_at", "现在", "2026-11-22 10:00", "2026-11-22 10:00", NOW),
        ("mail", "a@example.com", "a@example.com", "a@example.com", "a@example.com"),
        ("name", " 张伟 ", " 张伟 ", " 张伟 ", " 张伟 "),
    ],
)
def test_what_is_typed_is_shown_the_usual_way_and_can_be_stored(
    qtbot: QtBot, page: QWidget, form: RecordForm, key: str, typed: str, shown: str, value: str,
    stored: object,
) -> None:  # fmt: skip
    line = type_and_leave(qtbot, page, key, typed)
    assert line.text() == shown
    assert form.values()[key] == value
    assert validate(SPECS, {key: form.values()[key]}, now=NOW, partial=True) == {key: stored}


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("amount", "十万左右"),
        ("amount", "1234.567"),
        ("phone", "138"),
        ("done_by", "过两天"),
        ("done_by", "2026-2-30"),
        ("promised_at", "17"),
        ("plate_no", "新车"),
    ],
)
def test_what_cannot_be_read_stays_as_it_was_typed(
    qtbot: QtBot, page: QWidget, form: RecordForm, key: str, typed: str
) -> None:
    assert type_and_leave(qtbot, page, key, typed).text() == typed
    assert form.values()[key] == typed


def test_numbers_of_vehicles_and_people_are_written_in_capitals(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    for key in ("vin", "plate_no", "id_no", "credit"):
        line = field(page, key)
        qtbot.keyClicks(line, "lsvaab12x")
        assert line.text() == "LSVAAB12X"


def test_capitals_do_not_move_the_cursor(qtbot: QtBot, page: QWidget, form: RecordForm) -> None:
    line = field(page, "vin")
    qtbot.keyClicks(line, "LV123")
    line.setCursorPosition(1)
    qtbot.keyClicks(line, "sa")
    assert line.text() == "LSAV123"
    assert line.cursorPosition() == 3


@pytest.mark.parametrize(
    ("key", "stored", "shown", "value"),
    [
        ("phone", "13800001234", "138 0000 1234", "13800001234"),
        ("phone", "010-12345678", "010-12345678", "010-12345678"),
        ("plate_no", "京AD12345", "京A·D12345", "京AD12345"),
        ("amount", 123_450, "1,234.50", "1,234.50"),
        ("amount", None, "", ""),
        ("odometer_km", 9_999, "9999", "9999"),
        ("promised_at", 1_795_338_000_000, "2026-11-22 17:00", "2026-11-22 17:00"),
        ("promised_at", 1_795_338_012_345, "2026-11-22 17:00", 1_795_338_012_345),
        ("done_by", "2026-05-01", "2026-05-01", "2026-05-01"),
        ("done_by", "", "", ""),
    ],
)
def test_a_stored_value_is_shown_humanly_and_comes_back(
    page: QWidget, form: RecordForm, key: str, stored: object, shown: str, value: object
) -> None:
    form.load({key: stored})
    line = field(page, key)
    line.tidy()
    assert (line.text(), form.values()[key]) == (shown, value)
    assert not form.dirty


def test_the_problem_stands_below_until_the_field_is_worked_on(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.editor("amount").set_problem("金额不是数字，请写成 1234.50。")
    line, words = field(page, "amount"), page.findChild(QLabel, "trial.amount.problem")
    assert line.property("state") == "problem"
    assert words.isVisible()
    assert words.text() == "金额不是数字，请写成 1234.50。"
    assert line.accessibleDescription() == words.text()
    qtbot.keyClicks(line, "5")
    assert not words.isVisible()
    assert line.property("state") == "changed"


def test_a_locked_line_can_be_read_and_says_why(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.load({"amount": 500})
    form.set_editable(["amount", "promised_at"], False, "审批通过后不能改")
    line = field(page, "amount")
    qtbot.keyClicks(line, "9")
    assert line.text() == "5.00"
    assert line.property("state") == "locked"
    assert page.findChild(QLabel, "trial.amount.note").text() == "审批通过后不能改"
    assert page.findChild(QWidget, "trial.amount.lock").isVisible()
    form.editor("promised_at").open_calendar()
    form.set_editable("all", True)
    assert line.property("state") == "ok"
    assert not page.findChild(QLabel, "trial.amount.note").isVisible()


def test_a_note_is_shown_and_a_unit_is_not_part_of_the_value(
    page: QWidget, form: RecordForm
) -> None:
    assert page.findChild(QLabel, "trial.id_no.note").text() == "Not needed for a call"
    assert not page.findChild(QLabel, "trial.odometer_km.note").isVisible()
    page.grab()
