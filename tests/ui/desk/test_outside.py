"""What scripts ask of the window is answered, or refused in words, and never with a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.consoles import SECRET, console
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.consoles import Console

__all__ = ["console"]


@pytest.fixture
def asking(
    console: Console, real_store: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> tuple[str, ...]:
    """Return the options that log an agent in; nobody is there to press a button."""
    monkeypatch.setenv(PASSWORD, SECRET)
    return ("--data", str(real_store), "--as", "liumin")


def test_a_store_without_a_case_names_the_other_pages(
    console: Console, asking: tuple[str, ...]
) -> None:
    ran = console("names", "--json", *asking)
    assert ran.code == 0
    pages = {row["page"] for row in ran.json}
    assert {"today", "cases", "register", "settings"} <= pages
    assert "case" not in pages


@pytest.mark.parametrize("wanted", [(), ("--case", "KS-2026-999999")])
def test_a_picture_of_no_case_is_refused(
    console: Console, asking: tuple[str, ...], wanted: tuple[str, ...], tmp_path: Path
) -> None:
    ran = console("shot", "case", tmp_path / "case.png", "--json", *wanted, *asking)
    assert ran.code == 1
    assert ran.error["kind"] == "not_possible"
    assert not (tmp_path / "case.png").exists()


@pytest.mark.windows
def test_a_page_is_drawn_in_the_size_that_was_asked_for(
    console: Console, asking: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "today.png"
    ran = console("shot", "today", file, "--size", "1024x680", "--json", *asking)
    assert (ran.code, ran.json["width"]) == (0, 1024)
    assert file.read_bytes().startswith(b"\x89PNG")
