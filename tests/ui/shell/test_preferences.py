"""Likes survive the program, and a damaged file never stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    file = str(tmp_path / "likes.ini")
    Preferences(file).write("list/cases/columns", ["level", "车牌"])
    Preferences(file).write("wide", {"x": 1, "on": True})
    assert Preferences(file).read("list/cases/columns", []) == ["level", "车牌"]
    assert Preferences(file).read("wide", None) == {"x": 1, "on": True}


def test_what_cannot_be_read_is_the_default(tmp_path: Path) -> None:
    file = tmp_path / "likes.ini"
    file.write_text("[General]\ntheme=dark{{\n", encoding="utf-8")
    assert Preferences(str(file)).read("theme", "light") == "light"
    assert Preferences(str(file)).read("none", 3) == 3


def test_a_forgotten_value_is_the_default(tmp_path: Path) -> None:
    likes = Preferences(str(tmp_path / "likes.ini"))
    likes.write("theme", "dark")
    likes.forget("theme")
    assert likes.read("theme", "light") == "light"
