"""Every page: whatever takes the focus has a name of its own, and no part flashes as a window."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from models.casework.case.rules import STAGES
from ui.desk.pages import NAVIGATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.desk.window import DeskWindow

PAGES = (*(page.name for page in NAVIGATED), "register", "customers")
CASE_PLACES = tuple(f"case.{stage}" for stage in STAGES)
PARTS_OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Names that Qt itself gives to parts of its widgets."""


class Watch(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, QMenu):
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def opened(window: DeskWindow, place: str, case_no: str) -> QWidget:
    """Open a page, or a stage of a case, and return the page."""
    assert window.frame is not None
    name, _, stage = place.partition(".")
    if stage:
        window.frame.open_case(case_no, stage)
    else:
        window.frame.open_page(place)
    QApplication.processEvents()
    page = window.frame.page(name)
    assert page is not None
    return page


def named(page: QWidget) -> list[QWidget]:
    """Return what can be seen of a page, without the parts that Qt makes."""
    seen = [w for w in page.findChildren(QWidget) if w.isVisible()]
    return [w for w in seen if not w.objectName().startswith(PARTS_OF_QT)]


@pytest.mark.parametrize("place", [*PAGES, *CASE_PLACES])
def test_names_are_given_once(entered: DeskWindow, case_no: str, watch: Watch, place: str) -> None:
    page = opened(entered, place, case_no)
    nameless = [w for w in named(page) if takes_focus(w) and not w.objectName()]
    assert nameless == []
    counted = Counter(w.objectName() for w in named(page) if w.objectName())
    assert [name for name, times in counted.items() if times > 1] == []
    assert watch.windows == []


def takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
