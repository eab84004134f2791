"""The real window over a real store: a house with people and one complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

import main
from models.dealership.access.queries import actor_for
from models.flow.registration import register_complaint
from models.kernel.db import open_store
from tests.consoles import STORY, _demo, _staffed, real_store
from tests.scenarios.window_teller.answers import ScriptedAsk
from ui.desk.window import DeskWindow
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.kernel.db import Store
    from resources.texts import Texts
    from ui.shell.theme import Theme

__all__ = ["_demo", "_staffed", "real_store"]


@pytest.fixture
def store(real_store: Path) -> Iterator[Store]:
    opened = open_store(real_store)
    yield opened
    opened.close()


@pytest.fixture
def case_no(store: Store) -> str:
    return register_complaint(actor_for("liumin"), dict(STORY)).case_no


@pytest.fixture
def window_over(
    texts: Texts, look: Theme, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[Store], DeskWindow]]:
    """Return what shows the window of a store; questions are answered by a script."""
    made: list[DeskWindow] = []

    def show(store: Store) -> DeskWindow:
        likes = Preferences(str(tmp_path / "likes.ini"))
        window = DeskWindow(store, texts, likes, main._render, look)
        window.ask = ScriptedAsk()  # type: ignore[assignment]
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield show
    for window in made:
        window.ask = ScriptedAsk()  # type: ignore[assignment]
        window.close()
        window.deleteLater()


@pytest.fixture
def window(store: Store, window_over: Callable[[Store], DeskWindow]) -> DeskWindow:
    """The window before anybody logged in."""
    return window_over(store)


@pytest.fixture
def entered(window: DeskWindow, case_no: str) -> DeskWindow:
    """The window of an agent who logged in; one complaint is registered."""
    window.enter(actor_for("liumin"))
    QApplication.processEvents()
    return window
