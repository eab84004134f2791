"""Numbers have no gaps, begin anew each local year, and hold between processes."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from models.kernel.command import unit_of_work
from models.kernel.numbering import draw, draw_case_no, paper_no
from models.kernel.tables import Counter
from tests.project_files import ROOT

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from tests.stores import Clock

pytestmark = pytest.mark.windows


def drawn(actor: Actor) -> str:
    with unit_of_work(actor, "test") as work:
        return draw_case_no(work)


def test_numbers_follow_each_other(store: Store, actor: Actor) -> None:
    assert [drawn(actor) for _ in range(3)] == [
        "KS-2026-000001",
        "KS-2026-000002",
        "KS-2026-000003",
    ]


def test_a_year_begins_at_local_midnight(store: Store, actor: Actor, clock: Clock) -> None:
    clock.set(datetime(2026, 12, 31, 23, 59, 59))
    assert drawn(actor) == "KS-2026-000001"
    clock.forward(minutes=1)
    assert drawn(actor) == "KS-2027-000001"
    clock.forward(minutes=-2)
    assert drawn(actor) == "KS-2026-000002"


def test_a_failed_command_draws_no_number(store: Store, actor: Actor) -> None:
    def fail() -> None:
        with unit_of_work(actor, "test") as work:
            draw_case_no(work)
            raise KeyError

    drawn(actor)
    with pytest.raises(KeyError):
        fail()
    assert drawn(actor) == "KS-2026-000002"


def test_each_series_counts_for_itself(store: Store, actor: Actor) -> None:
    with unit_of_work(actor, "test") as work:
        assert [draw(work, "A"), draw(work, "B"), draw(work, "A")] == [1, 1, 2]


def test_a_paper_carries_the_number_of_its_case() -> None:
    assert paper_no("HJ", "KS-2026-000123", 2) == "HJ-2026-000123-2"


DRAWER = """
import sys
from models.kernel import db
from models.kernel.actor import Actor
from models.kernel.command import unit_of_work
from models.kernel.numbering import draw
db.open_store(sys.argv[1])
actor = Actor(sys.argv[2], "", "care_agent", 1, clock=lambda: 1_785_546_000_000)
print(0, flush=True)
sys.stdin.read()
for _ in range(40):
    with unit_of_work(actor, "test") as work:
        print(draw(work, "KS"))
"""


def test_two_processes_draw_without_gaps_or_doubles(store: Store) -> None:
    store.close()
    command = [sys.executable, "-c", DRAWER, str(store.folder)]
    running = [
        subprocess.Popen(
            [*command, login],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for login in ("chenjie", "lina")
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "0\n"
    for process in running:
        assert process.stdin
        process.stdin.close()
    numbers = []
    for process in running:
        assert process.stdout
        numbers += [int(line) for line in process.stdout.read().split()]
        assert process.wait() == 0
    assert sorted(numbers) == list(range(1, 81))
    assert Counter.get().last == 80
