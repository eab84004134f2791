"""The stories told twice, by commands and through the window, end in the same business facts."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

import main
from models.dealership.access.queries import actor_for
from models.kernel import db
from models.kernel.zone import DAY, moment_of
from models.outlook.demo.lines import STORIES, day_of_telling, story
from models.outlook.demo.staff import open_house
from models.outlook.demo.telling import telling
from models.outlook.dossier import dossier
from resources.texts import Message
from tests.scenarios.window_teller import telling_through_window
from ui.shell.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from models.outlook.demo.telling import Teller

pytestmark = pytest.mark.scenario

READER = "wangmin"
TOLD_AT = moment_of(datetime.fromisoformat("2026-08-03T12:00:00"))
OPENED_AT = TOLD_AT - 3 * 365 * DAY
OTHERWISE = {
    "version": "a form saves a record in other portions than a script",
    "history": "looking at a draft and sending it to the printer are acts of their own",
    "printed_copies": "the window sends every marked copy, a script prints the paper once",
    "registration.owner": "the form proposes whoever answers the telephone",
}
"""What may differ, by its key or place, each with its reason."""
SETS = {"kinds", "covers", "felt", "told", "changed_setting"}
"""Values chosen together: their order says nothing."""
SHORTEST = "2"
NUMBERS = [pytest.param(n, marks=pytest.mark.windows if n == SHORTEST else ()) for n in STORIES]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    Theme(qapp).apply("light")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_story_ends_the_same_through_the_window(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _house(tmp_path / "commands"), telling(main._render) as teller:
        by_commands = _told(teller, number)
    with _house(tmp_path / "window") as store, telling_through_window(store, monkeypatch) as teller:
        through_window = _told(teller, number)
    assert through_window == by_commands


@contextmanager
def _house(folder: Path) -> Iterator[db.Store]:
    """Open a store with the people of the stories."""
    store = db.open_store(folder, create=True)
    open_house(lambda: OPENED_AT)
    yield store
    store.close()


def _told(teller: Teller, number: str) -> dict[str, Any]:
    """Tell a story and return what is known of its case in the end, a fact a line."""
    teller.tell(story(number, day_of_telling(TOLD_AT)))
    actor = actor_for(READER, clock=lambda: TOLD_AT)
    return dict(_facts("", dossier(actor, teller.named["c1"]["case_no"])))


def _facts(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    key = place.rpartition(".")[2]
    if key in OTHERWISE or place in OTHERWISE:
        return
    if not isinstance(value, Message) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _facts(f"{place}.{name}" if place else name, one)
    elif isinstance(value, list | tuple) and not isinstance(value, Message):
        for number, one in enumerate(value):
            yield from _facts(f"{place}.{number}", one)
    else:
        yield place, sorted(value.split(",")) if key in SETS and value else value
