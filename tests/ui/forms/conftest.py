"""A form with a field of every kind, on the morning of Sunday 22 November 2026."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.kernel.fields import FieldSpec, Kind
from resources.texts import Texts
from ui.forms.layout import grid
from ui.forms.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NOW = 1_795_312_800_000
"""2026-11-22 10:00 at the desk."""

_spec = partial(FieldSpec, "trial")
SPECS = (
    _spec("phone", "Phone", Kind.PHONE),
    _spec("name", "Name", required=True),
    _spec("plate_no", "Plate", Kind.PLATE),
    _spec("vin", "VIN", Kind.VIN),
    _spec("id_no", "Identity number", Kind.ID_CARD, note="Not needed for a call"),
    _spec("credit", "Credit code", Kind.CREDIT_CODE),
    _spec("mail", "Mail", Kind.EMAIL),
    _spec("story", "Story", Kind.LONG_TEXT, max_length=5000),
    _spec("level", "Level", Kind.CHOICE, codes="level"),
    _spec("channel", "Channel", Kind.CHOICE, required=True, codes="level"),
    _spec("way", "Way", Kind.CHOICE, codes="way"),
    _spec("parts", "Parts", Kind.CHOICES, codes="way"),
    _spec("told", "Told the customer", Kind.FLAG),
    _spec("odometer_km", "Mileage", Kind.INTEGER, note="km"),
    _spec("mood", "Mood", Kind.INTEGER, minimum=1, maximum=5),
    _spec("share", "Share", Kind.PERCENT),
    _spec("amount", "Amount", Kind.MONEY),
    _spec("bought", "Bought on", Kind.DATE, past=True),
    _spec("done_by", "Done by", Kind.DATE),
    _spec("promised_at", "Promised by", Kind.MOMENT),
    _spec("owner", "Responsible", Kind.PERSON),
    _spec("department", "Department", Kind.DEPARTMENT),
)
KEYS = tuple(spec.key for spec in SPECS)


class TrialTexts(Texts):
    """Chinese everywhere, but for the labels of the trial fields."""

    def __call__(self, room: str, msgid: str, **values: object) -> str:
        return msgid if room == "trial" else super().__call__(room, msgid, **values)


class TrialChoices:
    """The lists of the trial fields."""

    def choices(self, list_name: str) -> list[tuple[str, str]]:
        if list_name == "way":
            return [(f"w{n}", f"第 {n} 种") for n in range(1, 9)]
        if list_name == "tree":
            return [
                ("a", "甲"),
                ("a1", "甲一"),
                ("a2", "甲二"),
                ("b", "乙"),
                ("b1", "乙一"),
                ("c", "丙"),
            ]
        return [("MINOR", "轻微"), ("GENERAL", "一般"), ("MAJOR", "重大")]

    def parents(self, list_name: str) -> dict[str, str]:
        return {"a1": "a", "a2": "a", "b1": "b"} if list_name == "tree" else {}

    def people(self) -> list[tuple[str, str]]:
        return [("wang", "王敏 客户关系经理"), ("li", "李强 售后总监")]

    def departments(self) -> list[tuple[str, str]]:
        return [("service", "售后部"), ("sales", "销售部")]


def write(widget: QWidget, words: str) -> None:
    """Write as an input method does: it commits whole words."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def texts() -> Texts:
    return TrialTexts()


@pytest.fixture
def choices() -> TrialChoices:
    return TrialChoices()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """Show an empty page and look for windows that stay behind."""
    made = QWidget()
    made.setLayout(QVBoxLayout())
    made.resize(900, 1000)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not made]
    assert not left, f"windows left open: {left}"


@pytest.fixture
def form(page: QWidget, texts: Texts, choices: TrialChoices) -> RecordForm:
    """Place every field on the page, one below the other."""
    made = RecordForm(SPECS, texts, choices, page, letters={"phone": "P"}, clock=lambda: NOW)
    page.layout().addLayout(grid(made, [[key] for key in KEYS]))
    made.load({})
    return made
