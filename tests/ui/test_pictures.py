"""The pictures can be drawn: every page in Chinese, one dark, one at 150 %, and every paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize

from models.casework.case.rules import STAGES
from models.flow.papers import PAPERS
from models.kernel.db import open_store
from models.kernel.zone import moment_of
from models.outlook.demo.lines import day_of_telling, story
from models.outlook.demo.staff import open_house
from models.outlook.demo.telling import telling
from reports.catalogue import render
from tests.pictures.papers import papers
from tests.pictures.saving import from_qt, save
from tests.pictures.window import Painter
from ui.desk import session
from ui.desk.pages import NAVIGATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from models.kernel.db import Store
    from resources.texts import Texts
    from ui.shell.theme import Theme

LOGIN, STORY = "wangmin", "3"
PATIENCE = 120
NOW = moment_of(datetime(2026, 11, 16, 9, 40))
PLAIN_COLOURS = 24
"""A picture with fewer colours than this shows nothing but empty ground."""


def clock() -> int:
    return NOW


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    store = open_store(tmp_path_factory.mktemp("pictures") / "demo", create=True)
    open_house(clock)
    with telling(render) as teller:
        teller.tell(story(STORY, day_of_telling(NOW)))
        yield store, teller.named["c1"]["case_no"]
    store.close()


@pytest.fixture
def painter_of(
    told: tuple[Store, str], texts: Texts, look: Theme, qtbot: QtBot
) -> Iterator[Callable[..., Painter]]:
    made: list[Painter] = []

    def paint(**how: Any) -> Painter:
        made.append(Painter(told[0], texts, look, render, clock, patience=PATIENCE, **how))
        return made[-1]

    yield paint
    for painter in made:
        painter.close()


def shows_something(picture: QImage) -> bool:
    """Tell whether a picture is more than empty ground."""
    found = from_qt(picture.scaledToWidth(400)).convert("RGB").getcolors(maxcolors=1 << 20) or []
    return len(found) > PLAIN_COLOURS


def test_every_page_is_drawn(painter_of: Callable[..., Painter], told: tuple[Store, str]) -> None:
    drawn = set()
    for name, picture in painter_of().pages(LOGIN, told[1]):
        assert shows_something(picture), name
        assert name == "print" or picture.size() == QSize(1366, 768)
        drawn.add(name)
    stages = {f"case-{number}-{stage}" for number, stage in enumerate(STAGES, 1)}
    assert drawn == {page.name for page in NAVIGATED} | stages | {"register", "customers", "print"}


def test_the_log_in_is_drawn(painter_of: Callable[..., Painter], tmp_path: Path) -> None:
    ((name, picture),) = painter_of().outside("login")
    assert shows_something(picture)
    file = tmp_path / f"{name}.png"
    save(from_qt(picture), file)
    assert 0 < file.stat().st_size < 60_000


def test_a_page_is_drawn_dark(
    painter_of: Callable[..., Painter], told: tuple[Store, str], look: Theme
) -> None:
    look.apply("dark")
    _name, picture = next(painter_of().pages(LOGIN, told[1]))
    assert shows_something(picture)
    assert picture.pixelColor(5, 400).lightness() < 100


def test_a_page_is_drawn_at_150_percent(
    painter_of: Callable[..., Painter], told: tuple[Store, str]
) -> None:
    painter = painter_of(scale=1.5, size=QSize(1920, 1080))
    _name, picture = next(painter.pages(LOGIN, told[1]))
    assert shows_something(picture)
    assert picture.size() == QSize(1920, 1080)


def test_every_paper_is_drawn(told: tuple[Store, str]) -> None:
    actor = session.enter(LOGIN, None, clock)
    pages = list(papers(actor, told[1], render))
    assert {name.split("-")[1] for name, _ in pages} == set(PAPERS)
    for name, picture in pages:
        assert len(picture.getcolors(maxcolors=1 << 24) or []) > PLAIN_COLOURS, name
