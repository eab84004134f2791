"""A form knows what was typed, what was loaded, and where a problem is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from models.kernel.fields.validation import validate
from resources.texts import Message
from ui.forms.layout import grid
from ui.forms.mnemonics import Mnemonics
from ui.forms.record_form import RecordForm
from ui.forms.sections import Section

from .conftest import KEYS, NOW, SPECS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.forms.choices import Choices

STORED: dict[str, object] = {
    "phone": "13800001234",
    "name": "张伟",
    "plate_no": "京A12345",
    "vin": "LSVAA49J132047371",
    "id_no": "11010519491231002X",
    "credit": "",
    "mail": "a@example.com",
    "story": "第一行\n第二行",
    "level": "MAJOR",
    "channel": "MINOR",
    "way": "w2",
    "parts": "w1,w3",
    "told": True,
    "odometer_km": 12_400,
    "mood": 3,
    "share": 30,
    "amount": 960_000,
    "bought": "2025-09-28",
    "done_by": "2026-11-25",
    "promised_at": 1_795_338_000_000,
    "owner": "wang",
    "department": "sales",
}


def test_what_was_loaded_comes_back_the_same(form: RecordForm) -> None:
    form.load(STORED)
    assert validate(SPECS, form.values(), now=NOW) == STORED
    assert not form.dirty
    assert form.changes() == {}


def test_an_empty_form_gives_empty_values(form: RecordForm) -> None:
    assert set(form.values().values()) == {"", False}


def test_leaving_every_field_makes_nothing_dirty(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.load(STORED)
    form.jump("phone")
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not form.dirty


def test_typing_makes_a_form_dirty_and_typing_back_makes_it_clean(
    qtbot: QtBot, page: QWidget, form: RecordForm
) -> None:
    form.load({"name": "张伟"})
    told: list[bool] = []
    form.changed.connect(lambda: told.append(form.dirty))
    line = page.findChild(QLineEdit, "trial.name")
    line.setFocus()
    line.end(False)
    qtbot.keyClicks(line, "a")
    assert form.dirty
    assert line.property("state") == "changed"
    assert form.changes() == {"name": "张伟a"}
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not form.dirty
    assert line.property("state") == "ok"
    assert told == [True, False]


def test_a_draft_is_put_back_and_still_counts_as_unsaved(form: RecordForm) -> None:
    form.load({"name": "张伟"})
    form.restore({"name": "张卫", "amount": "9,600.00", "told": True, "gone": "x"})
    assert form.changes() == {"name": "张卫", "amount": "9,600.00", "told": True}


def test_the_cursor_goes_to_the_first_problem(page: QWidget, form: RecordForm) -> None:
    others = form.show_problems(
        {
            "trial.amount": Message("forms", "{count} missing", count=2),
            "trial.name": "请填写姓名。",
            "": "另一位同事刚改过。",
        }
    )
    assert page.findChild(QLineEdit, "trial.name").hasFocus()
    assert page.findChild(QLabel, "trial.amount.problem").text() == "还缺 2 项"
    assert others == ("",)
    form.show_problems({})
    assert not page.findChild(QLabel, "trial.amount.problem").isVisible()


def test_a_jump_opens_the_section_around_a_field(
    page: QWidget, texts: Texts, choices: Choices
) -> None:
    memory: dict[str, bool] = {}
    section = Section("trial.rare", "其他情况", memory=memory)
    form = RecordForm(SPECS[:2], texts, choices, page)
    section.set_content(grid(form, [["phone", "name"]]))
    page.layout().addWidget(section)
    QApplication.processEvents()
    assert not form.row("name").isVisible()
    form.show_problems({"trial.name": "请填写姓名。"})
    assert form.row("name").isVisible()
    assert memory == {"trial.rare": True}
    assert Section("trial.rare", "其他情况", memory=memory).is_open


def test_a_form_that_is_locked_as_a_whole_does_not_repeat_its_reason(
    page: QWidget, form: RecordForm
) -> None:
    form.set_editable("all", False, "已归档")
    name, note = page.findChild(QLineEdit, "trial.name"), page.findChild(QLabel, "trial.name.note")
    assert not note.isVisible()
    assert form.row("name").toolTip() == name.accessibleDescription() == "已归档"
    form.set_editable(["name"], False, "只有经理能改")
    assert note.text() == "只有经理能改"
    form.set_editable("all", True)
    assert not note.isVisible()


def test_unknown_keys_raise(form: RecordForm, texts: Texts, choices: Choices) -> None:
    for call in (
        lambda: form.row("nothing"),
        lambda: form.editor("nothing"),
        lambda: form.load({"nothing": 1}),
        lambda: form.set_editable(["nothing"], False),
        lambda: RecordForm(SPECS, texts, choices, QWidget(), letters={"nothing": "P"}),
    ):
        with pytest.raises(KeyError, match="nothing"):
            call()


def test_every_field_has_a_name_a_label_and_a_place_for_its_problem(
    page: QWidget, form: RecordForm
) -> None:
    for key in KEYS:
        editor = page.findChild(QWidget, f"trial.{key}")
        assert editor.accessibleName()
        assert editor.property("state") == "ok"
        assert page.findChild(QLabel, f"trial.{key}.label").buddy() is editor
        assert not page.findChild(QLabel, f"trial.{key}.problem").isVisible()


def test_alt_letters_are_there_and_differ(page: QWidget, form: RecordForm) -> None:
    labels = [page.findChild(QLabel, f"trial.{key}.label").text() for key in KEYS]
    assert labels[0] == "&Phone"
    letters = [text.split("&")[1][0].upper() for text in labels if "&" in text]
    assert len(letters) == len(set(letters)) > 15


def test_a_letter_that_is_not_in_the_word_stands_behind_it(
    page: QWidget, texts: Texts, choices: Choices
) -> None:
    form = RecordForm(SPECS[:1], texts, choices, page, letters={"phone": "Q"})
    assert form.row("phone").label.text() == "Phone (&Q)"


def test_two_forms_of_a_page_share_their_letters(
    page: QWidget, texts: Texts, choices: Choices
) -> None:
    letters = Mnemonics("S")
    first = RecordForm(SPECS[:2], texts, choices, page, mnemonics=letters)
    second = RecordForm(SPECS[2:8], texts, choices, page, mnemonics=letters)
    assert first.row("phone").label.text() == "&Phone"
    assert second.row("plate_no").label.text() == "P&late"
    assert second.row("story").label.text() == "S&tory"
    with pytest.raises(ValueError, match="Alt\\+P"):
        RecordForm(SPECS[:1], texts, choices, page, letters={"phone": "P"}, mnemonics=letters)


def test_a_field_that_is_not_placed_is_not_seen_but_kept(
    page: QWidget, texts: Texts, choices: Choices
) -> None:
    form = RecordForm(SPECS[:3], texts, choices, page)
    form.load({"phone": "13800001234", "plate_no": "京A12345"})
    form.row("phone")
    assert form.values()["plate_no"] == "京A12345"
    assert not page.findChild(QLineEdit, "trial.plate_no").isVisible()
    assert form.show_problems({"trial.plate_no": "车牌不对。"}) == ("trial.plate_no",)


def test_labels_that_begin_at_the_same_place_are_equally_wide(
    page: QWidget, texts: Texts, choices: Choices
) -> None:
    form = RecordForm(SPECS, texts, choices, page)
    inner = QVBoxLayout()
    inner.addLayout(grid(form, [["phone", "name"], [("plate_no", 2), "vin"], ["told"]]))
    page.layout().addLayout(inner)
    QApplication.processEvents()
    left = {form.editor(key).mapTo(page, form.editor(key).rect().topLeft()).x() for key in (
        "phone", "plate_no", "told",
    )}  # fmt: skip
    assert len(left) == 1
    assert form.row("plate_no").width() > 1.8 * form.row("vin").width()
