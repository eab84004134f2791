"""What a store already has when cases are reckoned: people, limits, calendar, numbers, words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.casework.approval.authority import deciding_limits
from models.casework.documents.words import Words
from models.dealership.access.queries import actor_for, people
from models.dealership.office.queries import branch, calendar_of
from models.dealership.parties.spelling import Spelling, spelling
from models.kernel import files, settings
from models.kernel.bulk import next_id, uids
from models.kernel.command import unit_of_work
from models.kernel.numbering import CASE_SERIES, year_of
from models.kernel.tables import Counter
from models.outlook.demo import pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.casework.documents.content import Letterhead
    from models.kernel.actor import Actor
    from models.kernel.calendar.work_calendar import WorkCalendar
    from models.kernel.db import Record

PAGE = "本页代表一份批量演示案件的协议书，内容见存档记录。"
"""What the shared page of all papers of generated cases says."""


@dataclass(slots=True)
class Known:
    """A case that others follow: whose customer and car it is, and what it is called."""

    case_id: int
    case_no: str
    customer_id: int
    vehicle_id: int
    links: int = 0


@dataclass(slots=True)
class World:
    """The store as far as reckoning needs it; numbers are drawn here and stored later."""

    branch_id: int
    actors: dict[str, Actor]
    limits: dict[str, Any]
    periods: int
    follow_up_hours: list[int]
    calendar: WorkCalendar
    deciding: dict[str, int]
    words: Words
    letterhead: Letterhead
    place: str
    page_sha256: str
    scan_sha256: dict[str, str]
    uids: Iterator[str]
    hosts: frozenset[int] = frozenset()
    known: dict[int, Known] = field(default_factory=dict)
    ids: dict[type[Record], int] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def draw_id(self, table: type[Record]) -> int:
        """Return the number that the next row of a table will have."""
        found = self.ids.get(table) or next_id(table)
        self.ids[table] = found + 1
        return found

    def draw_case_no(self, at: int) -> str:
        """Return the next case number of the year, behind those already drawn."""
        year = year_of(at)
        if year not in self.numbers:
            self.numbers[year] = last_number(self.branch_id, year)
        self.numbers[year] += 1
        return f"{CASE_SERIES}-{year}-{self.numbers[year]:06d}"

    def forget_numbers(self) -> None:
        """Read the numbers anew next time: somebody else wrote meanwhile."""
        self.ids.clear()
        self.numbers.clear()


def last_number(branch_id: int, year: int) -> int:
    """Return the last case number drawn in a year."""
    where = (Counter.branch_id == branch_id, Counter.series == CASE_SERIES, Counter.year == year)
    return int(Counter.select(Counter.last).where(*where).scalar() or 0)


def look_around(branch_id: int, scans: tuple[str, ...], hosts: frozenset[int]) -> World:
    """Return the world of a branch; the pictures that papers need are kept in the store first."""
    actors = {p.login: actor_for(p.login, branch_id=branch_id) for p in people(branch_id)}
    words = Words(branch_id, settings.get(branch_id, "document.language"))
    keeper = next(iter(actors.values()))
    with unit_of_work(keeper, "demo.keep_pictures") as work:
        page = files.put(work, page_pdf(), "page.pdf").sha256
        kept = {
            caption: files.put(work, pictures.drawn(caption), pictures.file_name(caption)).sha256
            for caption in scans
        }
    house = branch(branch_id)
    return World(
        branch_id=branch_id,
        actors=actors,
        limits=settings.get(branch_id, "clock.limits"),
        periods=sum(end - begin for begin, end in settings.get(branch_id, "clock.periods")),
        follow_up_hours=settings.get(branch_id, "follow_up.hours"),
        calendar=calendar_of(branch_id),
        deciding=deciding_limits(branch_id),
        words=words,
        letterhead=words.letterhead(),
        place=house.place,
        page_sha256=page,
        scan_sha256=kept,
        uids=uids(),
        hosts=hosts,
    )


@cache
def page_pdf() -> bytes:
    """Return the page that stands for the papers of all generated cases."""
    return pictures.page(PAGE)


@cache
def spelled(name: str) -> Spelling:
    """Return how a name sounds; the same few names come again and again."""
    return spelling(name)


def scan_name(path: str) -> str:
    """Return the name under which a drawn picture is kept."""
    return Path(pictures.file_name(path)).name
