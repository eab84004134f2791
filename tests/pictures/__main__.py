"""Draws the pictures: python -m tests.pictures OUT [light|dark] [150] [NAME …]."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from models.kernel.db import open_store
from models.kernel.zone import moment_of
from models.outlook.demo import make_demo
from reports.catalogue import render
from resources.texts import Texts
from tests.pictures.papers import papers
from tests.pictures.saving import from_qt, save
from tests.pictures.window import Painter, file_name
from ui.desk import session
from ui.desk.opening import application
from ui.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.db import Store

MONDAY = datetime(2026, 11, 16, 9, 40)
LOGIN, CASES, STORY = "wangmin", 300, "3"


class Sheet:
    """Where the pictures go and which of them are wanted."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Read the arguments of the command line."""
        folder, *rest = arguments
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.theme = "dark" if "dark" in rest else "light"
        self.scale = next((int(word) / 100 for word in rest if word.isdigit()), 1.0)
        self.names = [word for word in rest if not word.isdigit() and word not in {"light", "dark"}]
        self.suffix = "" if self.theme == "light" else "-dark"
        self.suffix += "" if self.scale == 1 else f"-{round(self.scale * 100)}"

    def wants(self, name: str) -> bool:
        """Tell whether a picture was asked for: all of them when none was named."""
        return not self.names or any(name.startswith(wanted) for wanted in self.names)

    def file(self, name: str) -> Path:
        """Return the file of a picture."""
        return file_name(self.folder, name, self.suffix)


def main(arguments: Sequence[str]) -> None:
    """Draw everything asked for from a demo store made for it."""
    sheet = Sheet(arguments)
    theme = Theme(application())
    theme.apply(sheet.theme)
    with TemporaryDirectory(prefix="kesutong-pictures-") as folder:
        store = open_store(Path(folder) / "demo", create=True)
        made = make_demo(store, render=render, cases=CASES, now=_now())
        _draw_window(sheet, theme, store, made.stories[STORY])
        if sheet.theme == "light" and sheet.scale == 1:
            _draw_papers(sheet, made.stories[STORY])
        store.close()
        empty = open_store(Path(folder) / "empty", create=True)
        _draw_outside(sheet, theme, empty, "first-run")
        empty.close()


def _draw_window(sheet: Sheet, theme: Theme, store: Store, story: str) -> None:
    _draw_outside(sheet, theme, store, "login")
    painter = _painter(sheet, theme, store)
    for name, picture in painter.pages(LOGIN, story):
        if sheet.wants(name):
            save(from_qt(picture), sheet.file(name))
    painter.close()


def _draw_outside(sheet: Sheet, theme: Theme, store: Store, name: str) -> None:
    painter = _painter(sheet, theme, store)
    for _name, picture in painter.outside(name):
        if sheet.wants(name):
            save(from_qt(picture), sheet.file(name))
    painter.close()


def _draw_papers(sheet: Sheet, story: str) -> None:
    actor = session.enter(LOGIN, None, _now)
    for name, picture in papers(actor, story, render):
        if sheet.wants(name):
            save(picture, sheet.file(name))


def _painter(sheet: Sheet, theme: Theme, store: Store) -> Painter:
    return Painter(store, Texts("zh_CN"), theme, render, _now, scale=sheet.scale)


def _now() -> int:
    return moment_of(MONDAY)


if __name__ == "__main__":
    main(sys.argv[1:])
