"""What holds for every part of the window: Chinese texts and the light theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from resources.texts import Texts
from ui.shell.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.apply("light")
    return made


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> None:
    """Every test starts in the light theme."""
    if look.choice != "light":
        look.apply("light")


@pytest.fixture
def texts() -> Texts:
    return Texts("zh_CN")
