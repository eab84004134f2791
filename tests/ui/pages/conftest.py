"""A context for pages over a real store: the answers to questions are given beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.casefile import dealership
from tests.stores import clock, store
from ui.shell.context import AppContext
from ui.shell.events import Events
from ui.shell.jobs import Jobs
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.kernel.db import Store
    from resources.texts import Texts
    from tests.casefile import Dealership

__all__ = ["clock", "dealership", "store"]


class Answers:
    """Answers for the person: notes every sentence, says yes unless told otherwise."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.asked: list[str] = []
        self.yes = True
        self.words = ""
        self.chosen: list[str] = []
        self.target = ""

    def tell(self, text: str) -> None:
        self.told.append(text)

    def confirm(self, text: str, yes: str, *, no: str = "", danger: bool = False) -> bool:
        self.asked.append(text)
        return self.yes

    def choose(self, text: str, yes: str, no: str) -> str:
        self.asked.append(text)
        return "yes" if self.yes else "no"

    def reason(self, text: str, yes: str, *, hint: str = "") -> str:
        self.asked.append(text)
        return self.words

    def files(self, title: str, kinds: str = "") -> list[str]:
        return self.chosen

    def save_file(self, title: str, name: str, kinds: str = "") -> str:
        return self.target


@pytest.fixture
def likes(tmp_path: Path) -> Preferences:
    return Preferences(str(tmp_path / "likes.ini"))


@pytest.fixture
def ctx_of(
    dealership: Dealership, store: Store, texts: Texts, likes: Preferences
) -> Iterator[Callable[..., AppContext]]:
    """Return the context of somebody by login."""
    made: list[AppContext] = []

    def context(login: str = "liumin") -> AppContext:
        events = Events()
        ctx = AppContext(
            actor=dealership.person(login),
            store=store,
            texts=texts,
            preferences=likes,
            ask=Answers(),  # type: ignore[arg-type]
            render=lambda *_: None,
            jobs=Jobs(events),
            events=events,
        )
        made.append(ctx)
        return ctx

    yield context
    for ctx in made:
        ctx.jobs.close()
