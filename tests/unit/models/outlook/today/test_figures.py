"""The figures and the moments of the day, for one person and for the whole store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case import clock as clocks
from models.casework.case.contacts import add_contact
from models.kernel.command import unit_of_work
from models.kernel.zone import DAY, HOUR
from models.outlook.today.figures import figures, moments
from models.outlook.today.queries import MINE, STORE, default_scope, waiting
from tests.casefile import dealership
from tests.stores import clock, store

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.casefile import Dealership

__all__ = ["clock", "dealership", "store"]

CONTACT = {"way": "phone", "direction": "out", "purpose": "first_response", "reached": True}


def received(dealership: Dealership, **columns: object) -> Case:
    case = dealership.case("RECEIVED", **columns)
    with unit_of_work(dealership.person("liumin"), "test.start") as work:
        clocks.start(work, case)
    return case


def call(dealership: Dealership, case: Case, **other: object) -> None:
    add_contact(dealership.person("liumin"), case.id, CONTACT | {"summary": "已联系"} | other)


def test_open_and_grave_cases_are_counted_by_scope(dealership: Dealership) -> None:
    received(dealership, level="MAJOR", level_rank=4)
    received(dealership, owner="zhaolei")
    dealership.case("DRAFT", case_no="DRAFT-1")
    dealership.case("CLOSED", closed_at=dealership.clock.now)
    actor, now = dealership.person("liumin"), dealership.clock.now
    assert figures(actor, now, MINE)[:2] == (1, 1)
    assert figures(actor, now, STORE)[:2] == (2, 1)


def test_kept_promises_in_percent(dealership: Dealership) -> None:
    actor = dealership.person("liumin")
    kept, late = received(dealership), received(dealership)
    assert figures(actor, dealership.clock.now).on_time is None, "nothing was due yet"
    dealership.clock.forward(minutes=30)
    call(dealership, kept)
    assert figures(actor, dealership.clock.now).on_time == 100
    dealership.clock.forward(hours=3)
    assert figures(actor, dealership.clock.now).on_time == 50, "an overdue one counts as broken"
    call(dealership, late)
    assert figures(actor, dealership.clock.now).on_time == 50
    assert figures(actor, dealership.clock.now + 40 * DAY).on_time is None


def test_the_day_in_its_order(dealership: Dealership) -> None:
    case = received(dealership)
    dealership.clock.forward(minutes=10)
    call(dealership, case, next_at=dealership.clock.now + 2 * HOUR)
    dealership.clock.forward(minutes=5)
    other = received(dealership)
    actor, now = dealership.person("liumin"), dealership.clock.now
    found = moments(actor, now, waiting(actor, now), MINE)
    assert [(one.done, one.what, one.case_no) for one in found] == [
        (True, "first_response", case.case_no),
        (False, "agreed", case.case_no),
        (False, "due_today", other.case_no),
    ]
    assert moments(dealership.person("sunqi"), now, [], MINE) == []


def test_yesterday_is_over(dealership: Dealership) -> None:
    call(dealership, received(dealership))
    now = dealership.clock.now + DAY
    assert moments(dealership.person("liumin"), now, [], MINE) == []


def test_who_leads_looks_at_the_store(dealership: Dealership) -> None:
    assert default_scope(dealership.person("zhaolei")) == STORE
    assert default_scope(dealership.person("liumin")) == MINE
