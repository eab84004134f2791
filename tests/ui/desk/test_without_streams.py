"""The window as the desktop starts it, with no stream to write to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import main
from models.kernel.errors import Forbidden
from resources.texts import Message, Texts
from tests.consoles import SECRET
from tests.scenarios.window_teller.answers import ScriptedAsk
from ui.desk.crash import CrashTeller
from ui.desk.opening import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.windows


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, SECRET)
    monkeypatch.setattr(CrashTeller, "install", lambda _teller: None)


def mute(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{stream}", None)


def test_the_window_opens_and_works(
    real_store: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as patch:
        mute(patch)
        window = main.open_window(["--data", str(real_store), "--as", "liumin"])
        try:
            assert window.frame is not None  # type: ignore[attr-defined]
            for page in ("cases", "register", "settings"):
                window.frame.open_page(page)  # type: ignore[attr-defined]
            assert window.frame.shown() == "settings"  # type: ignore[attr-defined]
        finally:
            window.close()
            window.deleteLater()


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (RuntimeError("nobody foresaw it"), True),
        (Forbidden(Message("access", "Refused.")), True),
        (KeyboardInterrupt(), False),
    ],
    ids=["fault", "refusal", "Ctrl+C"],
)
def test_what_nobody_foresaw_is_told_without_a_stream(
    problem: BaseException,
    told: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ask = ScriptedAsk()
    teller = CrashTeller(ask, Texts("en"), tmp_path)  # type: ignore[arg-type]
    with monkeypatch.context() as patch:
        mute(patch)
        assert sys.stderr is None
        teller.tell(type(problem), problem, None)
    assert bool(ask.told) is told
