"""What holds for every part of the window: Chinese texts and the light theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from resources.texts import Texts
from ui.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.apply("light")
    return made


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> Iterator[None]:
    """Every test starts in the light theme and leaves no widget that lives on with its timers.

    Outside an event loop Qt never deletes by itself what was asked to be deleted later.
    """
    if look.choice != "light":
        look.apply("light")
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def texts() -> Texts:
    return Texts("zh_CN")
