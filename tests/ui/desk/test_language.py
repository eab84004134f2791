"""The first start speaks the language of the system, and keeps to it until another is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import main
from ui.desk import opening
from ui.desk.crash import CrashTeller
from ui.desk.language import spoken_of
from ui.desk.opening import LANGUAGE, PREFERENCES_FILE
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk.window import DeskWindow

pytestmark = pytest.mark.windows


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hans-SG", "zh-SG", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "zh_TW"),
        (["zh-HK"], "zh_TW"),
        (["zh-MO"], "zh_TW"),
        (["zh-Hans-HK"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["en-Latn-US", "en-US", "en-Latn", "en"], "en"),
        (["de-DE", "de", "en-GB", "en"], "en"),
        (["de-DE", "de"], "zh_CN"),
        (["C"], "zh_CN"),
        ([], "zh_CN"),
    ],
)
def test_the_first_language_of_the_person_that_is_spoken_is_taken(
    wanted: list[str], spoken: str
) -> None:
    assert spoken_of(wanted) == spoken


@pytest.fixture
def start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Callable[..., DeskWindow]]:
    """Return what starts the program on a system of a language."""
    monkeypatch.setattr(CrashTeller, "install", lambda _teller: None)
    opened: list[DeskWindow] = []

    def begin(system: str, *options: str) -> DeskWindow:
        monkeypatch.setattr(opening, "system_language", lambda: system)
        if opened:
            opened[-1].close()
        opened.append(main.open_window(["--data", str(tmp_path / "new"), *options]))  # type: ignore[arg-type]
        return opened[-1]

    yield begin
    for window in opened:
        window.close()
        window.deleteLater()


def kept(folder: Path) -> object:
    return Preferences(str(folder / "new" / PREFERENCES_FILE)).read(LANGUAGE, None)


def test_the_first_run_comes_in_the_language_of_the_system(
    start: Callable[..., DeskWindow], tmp_path: Path
) -> None:
    assert start("zh_TW").windowTitle() == "客訴通"
    assert kept(tmp_path) == "zh_TW"
    assert start("en").windowTitle() == "客訴通"


def test_a_language_that_was_asked_for_is_not_kept(
    start: Callable[..., DeskWindow], tmp_path: Path
) -> None:
    assert start("en", "--lang", "zh_TW").windowTitle() == "客訴通"
    assert kept(tmp_path) is None
    assert start("en").windowTitle() == "Kesutong"


def test_a_kept_language_that_is_not_known_is_no_obstacle(
    start: Callable[..., DeskWindow], tmp_path: Path
) -> None:
    start("en").close()
    Preferences(str(tmp_path / "new" / PREFERENCES_FILE)).write(LANGUAGE, "tlh")
    assert start("zh_CN").windowTitle() == "客诉通"
