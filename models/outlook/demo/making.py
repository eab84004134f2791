"""Making a demo: the house, the stories told by commands, and as many more cases as wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from models.dealership.office.queries import home_branch_id
from models.kernel.actor import system_clock
from models.kernel.bulk import filling
from models.kernel.progress import SILENT, Progress
from models.kernel.zone import DAY

from .chapters import history
from .filling import Filling
from .ledger.reckoning import reckon
from .ledger.world import look_around
from .lines import STORIES, day_of_telling, story
from .outline import outlines
from .settling import SCANS
from .staff import DemoAccount, open_house
from .telling import telling

if TYPE_CHECKING:
    from models.casework.documents.papers import Render
    from models.kernel.db import Store

    from .ledger.world import World
    from .lines import Line
    from .outline import Outline

DAYS_OPEN = 3 * 365
"""How long the invented dealership has been using the program."""

_BATCH = 2000
_REGISTERING = "intake.register_complaint"


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
    """Fill an empty store with the dealership, the five stories and ``cases`` more.

    Cases and stories are stored in the order in which their complaints came in, so that their
    numbers run with their dates.
    """
    begun = time.perf_counter()
    moment = system_clock() if now is None else now
    house = open_house(lambda: moment - DAYS_OPEN * DAY)
    found = outlines(cases, seed, moment)
    world = look_around(home_branch_id(), SCANS, frozenset(one.host for one in found))
    told, done = {}, 0
    for received_at, number, lines in _stories(moment):
        before = [one for one in found[done:] if one.received_at < received_at]
        done = _fill(world, before, (seed, moment), (done, cases), progress)
        told[number] = _tell(lines, render)
        world.forget_numbers()
    done = _fill(world, found[done:], (seed, moment), (done, cases), progress)
    seconds = round(time.perf_counter() - begun, 1)
    return DemoReport(house.branch, house.accounts, dict(sorted(told.items())), cases, seconds)


def _stories(now: int) -> list[tuple[int, str, list[Line]]]:
    """Return when each story was registered, its name and its lines, the oldest first."""
    today, found = day_of_telling(now), []
    for number in STORIES:
        lines = story(number, today)
        received = next(line.at for line in lines if line.do == _REGISTERING)
        found.append((received, number, lines))
    return sorted(found, key=lambda entry: entry[0])


def _tell(lines: list[Line], render: Render) -> str:
    with telling(render) as teller, filling():
        teller.tell(lines)
        return str(teller.named["c1"]["case_no"])


def _fill(
    world: World,
    wanted: list[Outline],
    chance: tuple[int, int],
    progressed: tuple[int, int],
    progress: Progress,
) -> int:
    """Store cases in batches; return how many of all are done then."""
    done, total = progressed
    for start in range(0, len(wanted), _BATCH):
        filling = Filling(world)
        for one in wanted[start : start + _BATCH]:
            filling.take(reckon(world, history(one, *chance)))
        filling.store()
        progress.step(min(done + start + _BATCH, done + len(wanted)), total)
    return done + len(wanted)
