"""A new holiday calendar: told before, and then every running clock moves with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case import clock
from models.casework.case.calendar_change import effect_of, take_over
from models.casework.case.queries import head
from models.dealership.access.roles import permissions_of
from models.kernel.actor import Actor
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, Invalid
from models.kernel.tables import CalendarDay
from tests.stores import BRANCH

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.casefile import Dealership

FILE = "2026-08-01,holiday,测试假\n2026-08-03,holiday,测试假\n"


@pytest.fixture
def admin(dealership: Dealership) -> Actor:
    role = "administrator"
    rights = permissions_of(role)
    return Actor("admin", "管理员", role, BRANCH, "management", rights, clock=dealership.clock)


def started(dealership: Dealership, level: str = "GENERAL") -> Case:
    case = dealership.case("RECEIVED", level=level)
    with unit_of_work(dealership.person("liumin"), "test.start") as work:
        clock.start(work, case)
    return case


def ends(dealership: Dealership, case: Case) -> dict[str, int]:
    return {due.kind: due.due_at for due in head(dealership.person("liumin"), case.id).dues}


def test_the_effect_is_told_and_nothing_changed(dealership: Dealership, admin: Actor) -> None:
    case = started(dealership)
    before = ends(dealership, case)
    effect = effect_of(admin, FILE)
    assert effect.imported.days == 2
    assert {move.kind for move in effect.moves} == set(before)
    assert all(move.before == before[move.kind] < move.after for move in effect.moves)
    assert ends(dealership, case) == before
    assert not CalendarDay.select().exists()


def test_taking_it_over_does_what_was_told(dealership: Dealership, admin: Actor) -> None:
    case = started(dealership)
    told = {move.kind: move.after for move in effect_of(admin, FILE).moves}
    assert take_over(admin, {"content": FILE}).imported.days == 2
    assert ends(dealership, case) == told
    assert head(admin, case.id).next_due_at == min(told.values())
    assert effect_of(admin, FILE).moves == [], "a second time nothing moves"


def test_clocks_that_run_day_and_night_stay(dealership: Dealership, admin: Actor) -> None:
    case = started(dealership, "MAJOR")
    before = ends(dealership, case)
    assert take_over(admin, {"content": FILE}).moves == []
    assert ends(dealership, case) == before


def test_a_bad_file_and_a_stranger_are_refused(dealership: Dealership, admin: Actor) -> None:
    with pytest.raises(Invalid):
        effect_of(admin, "2026-13-01,holiday,x")
    with pytest.raises(Forbidden):
        effect_of(dealership.person("liumin"), FILE)
