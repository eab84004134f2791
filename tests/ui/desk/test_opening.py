"""Opening the window from the command line: who enters, and one window a person and store."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

import main
from models.kernel import drafts
from models.kernel.db import open_store
from models.kernel.errors import EnvironmentTrouble, Forbidden
from tests.consoles import SECRET
from ui.desk import opening
from ui.desk.crash import CrashTeller
from ui.desk.opening import PASSWORD, already_open

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk.window import DeskWindow

pytestmark = pytest.mark.windows


@pytest.fixture(autouse=True)
def _own_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave unforeseen problems to the test."""
    monkeypatch.setattr(CrashTeller, "install", lambda _teller: None)
    monkeypatch.setenv(PASSWORD, SECRET)
    monkeypatch.setattr(opening, "system_language", lambda: "zh_CN")


@pytest.fixture
def opened(real_store: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    window = main.open_window(["--data", str(real_store), "--as", "liumin", "--theme", "light"])
    yield window  # type: ignore[misc]
    window.close()
    window.deleteLater()


def test_it_opens_and_enters_as_asked(opened: DeskWindow) -> None:
    assert opened.isVisible()
    assert opened.frame is not None
    assert opened.frame.ctx.actor.login == "liumin"
    assert opened.windowTitle() == "客诉通"


def test_a_wrong_password_opens_nothing(
    real_store: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv(PASSWORD, "guessed wrong")
    told: list[str] = []
    monkeypatch.setattr(opening.Ask, "tell", lambda _ask, text: told.append(text))
    argv = ["--data", str(real_store), "--as", "liumin"]
    with pytest.raises(Forbidden):
        main.open_window(argv)
    assert opening.run_window(argv, render=main._render) == 1
    assert len(told) == 1


def test_a_second_start_brings_the_first_window_forward(
    opened: DeskWindow, real_store: Path, qtbot: QtBot
) -> None:
    argv = ["--data", str(real_store)]
    opened.hide()
    assert already_open(argv)
    qtbot.waitUntil(opened.isVisible)
    assert not already_open(["--data", str(real_store.with_name("another"))])


def other_spellings(folder: Path) -> list[str]:
    """Name a folder in other ways: with a detour, through a link, in capitals where these count."""
    spelled = [f"{folder / '..' / folder.name}{os.sep}"]
    if sys.platform == "win32":
        return [*spelled, str(folder).upper(), folder.as_posix()]
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    return [*spelled, str(link)]


def test_a_store_is_the_same_however_it_is_spelled(opened: DeskWindow, real_store: Path) -> None:
    for spelled in other_spellings(real_store):
        assert already_open(["--data", spelled]), spelled
        QApplication.processEvents()


def test_logging_off_keeps_what_was_typed(opened: DeskWindow) -> None:
    assert opened.frame is not None
    actor = opened.frame.ctx.actor
    opened.frame.open_register()
    opened.findChild(QPlainTextEdit, "intake.story").setPlainText("高速上熄火。")
    opened.end_session()
    draft = drafts.load(actor, "intake")
    assert draft is not None
    assert draft.content["story"] == "高速上熄火。"


def test_a_demo_store_is_thrown_away_although_it_is_open(tmp_path: Path) -> None:
    store = open_store(tmp_path / "demo", create=True)
    opening._throw_away(store)
    assert not (tmp_path / "demo").exists()


def test_a_store_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(opening.Ask, "tell", lambda _ask, text: told.append(text))
    (tmp_path / "kesutong.db").write_bytes(b"no store at all" * 100)
    argv = ["--data", str(tmp_path)]
    with pytest.raises(EnvironmentTrouble):
        main.open_window(argv)
    assert opening.run_window(argv, render=main._render) == 3
    assert len(told) == 1
