"""Making a demo: the house, the stories told by commands, and as many more cases as wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.actor import system_clock
from models.kernel.progress import SILENT, Progress
from models.kernel.zone import DAY

from .lines import STORIES, day_of_telling, story
from .staff import DemoAccount, open_house
from .telling import telling

if TYPE_CHECKING:
    from models.casework.documents.papers import Render
    from models.kernel.db import Store

YEARS_OPEN = 3 * 365 * DAY
"""How long the invented dealership has been using the program."""


class DemoReport(NamedTuple):
    """What was made: whom to log in as, which case tells which story, and how long it took."""

    branch: str
    accounts: tuple[DemoAccount, ...]
    stories: dict[str, str]
    cases: int
    seconds: float


def make_demo(
    store: Store,
    *,
    render: Render,
    cases: int = 0,
    seed: int = 1,
    now: int | None = None,
    progress: Progress = SILENT,
) -> DemoReport:
    """Fill an empty store with the dealership, the five stories and ``cases`` more."""
    begun = time.perf_counter()
    moment = system_clock() if now is None else now
    house = open_house(lambda: moment - YEARS_OPEN)
    told = _tell_stories(moment, render)
    return DemoReport(
        house.branch, house.accounts, told, cases, round(time.perf_counter() - begun, 1)
    )


def _tell_stories(now: int, render: Render) -> dict[str, str]:
    today = day_of_telling(now)
    numbers = {}
    for number in STORIES:
        with telling(render) as teller:
            teller.tell(story(number, today))
            numbers[number] = teller.named["c1"]["case_no"]
    return numbers
