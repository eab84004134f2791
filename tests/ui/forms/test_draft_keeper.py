"""Nothing that was typed is lost, and it is offered when the form is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from ui.forms.draft_keeper import DELAY, DraftKeeper, DraftOffer

from .conftest import NOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from resources.texts import Texts
    from ui.forms.record_form import RecordForm


@pytest.fixture
def kept() -> list[dict[str, object]]:
    return []


@pytest.fixture
def keeper(page: QWidget, form: RecordForm, kept: list[dict[str, object]]) -> DraftKeeper:
    form.load({"name": "张伟"})

    def save(values: dict[str, object]) -> int:
        kept.append(values)
        return NOW

    return DraftKeeper(form, save, page)


@pytest.fixture
def banner(page: QWidget, texts: Texts) -> DraftOffer:
    made = DraftOffer(texts)
    page.layout().insertWidget(0, made)
    return made


def type_name(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Type into the name."""
    line = page.findChild(QLineEdit, "trial.name")
    line.clear()
    qtbot.keyClicks(line, words)


def test_a_draft_is_kept_one_second_after_the_last_key(
    qtbot: QtBot, page: QWidget, keeper: DraftKeeper, kept: list[dict[str, object]]
) -> None:
    assert not keeper.timer.isActive()
    type_name(qtbot, page, "Wei")
    assert keeper.timer.isActive()
    assert keeper.timer.interval() == DELAY == 1000
    assert kept == []
    with qtbot.waitSignal(keeper.saved) as saved:
        keeper.timer.timeout.emit()
    assert saved.args == [NOW]
    assert [values["name"] for values in kept] == ["Wei"]
    assert not keeper.timer.isActive()


def test_what_was_typed_back_needs_no_draft(
    form: RecordForm, page: QWidget, keeper: DraftKeeper, kept: list[dict[str, object]]
) -> None:
    line = page.findChild(QLineEdit, "trial.name")
    line.setText("x")
    line.setText("张伟")
    assert not keeper.timer.isActive()
    keeper.keep()
    assert kept == []


def test_a_saved_form_waits_for_nothing(qtbot: QtBot, page: QWidget, keeper: DraftKeeper) -> None:
    type_name(qtbot, page, "Wei")
    keeper.forget()
    assert not keeper.timer.isActive()


def test_a_draft_is_offered_with_its_time_and_restored(
    qtbot: QtBot, page: QWidget, form: RecordForm, keeper: DraftKeeper, banner: DraftOffer
) -> None:
    assert not banner.isVisible()
    keeper.offer({"name": "张卫", "amount": "9,600.00"}, NOW, banner)
    offer = page.findChild(QFrame, "draft.offer")
    words = [label.text() for label in offer.findChildren(QLabel)]
    assert words == ["11-22 10:00 填写的内容还没有保存。"]
    qtbot.mouseClick(page.findChild(QPushButton, "draft.restore"), Qt.MouseButton.LeftButton)
    assert form.changes() == {"name": "张卫", "amount": "9,600.00"}
    assert not offer.isVisible()


def test_a_draft_that_is_dropped_leaves_the_form_alone(
    qtbot: QtBot, page: QWidget, form: RecordForm, keeper: DraftKeeper, banner: DraftOffer
) -> None:
    keeper.offer({"name": "张卫"}, NOW, banner)
    with qtbot.waitSignal(banner.discard_wanted):
        qtbot.mouseClick(page.findChild(QPushButton, "draft.discard"), Qt.MouseButton.LeftButton)
    assert not form.dirty
    assert banner.isHidden()


def test_typing_beside_an_open_offer_loses_neither_text(
    qtbot: QtBot,
    page: QWidget,
    form: RecordForm,
    keeper: DraftKeeper,
    banner: DraftOffer,
    kept: list[dict[str, object]],
) -> None:
    keeper.offer({"name": "张卫", "amount": "9,600.00"}, NOW, banner)
    type_name(qtbot, page, "Wei")
    keeper.keep()
    assert (kept[0]["name"], kept[0]["amount"]) == ("Wei", "9,600.00")
    banner.restore_wanted.emit()
    assert form.changes() == {"name": "Wei", "amount": "9,600.00"}
