"""A demo store with many cases: whole, searchable, numbered without gaps, sound in its steps."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from models.casework.case import listing
from models.casework.case.fields import STATES
from models.casework.case.finding import find
from models.casework.case.tables import Case
from models.dealership.access.log_in import log_in, log_in_to_demo
from models.dealership.access.queries import system_actor
from models.flow.registration import register_complaint
from models.flow.steps import STEPS
from models.flow.tick import tick
from models.kernel import audit
from models.kernel.db import open_store
from models.kernel.verify import verify
from models.outlook.demo import make_demo
from models.outlook.demo.ledger.world import page_pdf
from models.outlook.dossier import dossier
from tests.unit.models.outlook.demo.twins import NOW, OnePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from models.outlook.demo import DemoReport

CASES = 400
LEADING_TO = {step.target: step for step in STEPS.values() if step.forward}
ENDS = {"REJECTED_EXPLAINED": "reject_explained"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, DemoReport]]:
    store = open_store(tmp_path_factory.mktemp("demo"), create=True)
    yield store, make_demo(store, render=one_page, cases=CASES, now=NOW)
    store.close()


def one_page(*_: object) -> OnePage:
    return OnePage(page_pdf())


@pytest.fixture
def reader(demo: tuple[Store, DemoReport]) -> Actor:
    return log_in_to_demo("wangmin", clock=lambda: NOW)


def test_the_store_is_whole(demo: tuple[Store, DemoReport]) -> None:
    found = verify(demo[0])
    assert found.ok
    assert not found.files.orphans


def test_all_cases_are_there_in_every_state(demo: tuple[Store, DemoReport]) -> None:
    states = Counter(case.state for case in Case.select())
    assert sum(states.values()) == CASES + len(demo[1].stories)
    assert set(states) == set(STATES)
    assert min(states.values()) >= CASES / 100


@pytest.mark.usefixtures("demo")
def test_numbers_run_with_the_dates_and_without_gaps() -> None:
    numbered = Case.select().where(~Case.case_no.startswith("DRAFT")).order_by(Case.received_at)
    by_year: dict[str, list[int]] = {}
    for case in numbered:
        _series, year, number = case.case_no.split("-")
        by_year.setdefault(year, []).append(int(number))
    assert len(by_year) >= 2
    for numbers in by_year.values():
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_next_case_gets_the_next_number(demo: tuple[Store, DemoReport], reader: Actor) -> None:
    last = Case.select().where(Case.case_no.startswith("KS-2026")).count()
    told = {"phone": "13800009999", "customer_name": "测试客户", "channel": "phone"}
    with demo[0].database.atomic() as transaction:
        done = register_complaint(reader, told | {"object_kind": "other", "story": "想问一件事。"})
        transaction.rollback()
    assert done.case_no == f"KS-2026-{last + 1:06}"


@pytest.mark.usefixtures("demo")
def test_nothing_was_missing_for_the_state_a_case_is_in() -> None:
    for case in Case.select():
        step = LEADING_TO.get(case.state) or STEPS.get(ENDS.get(case.state, ""))
        if step is not None and step.name != "receive":
            assert step.guard(case) == [], (case.case_no, case.state)


@pytest.mark.usefixtures("demo")
def test_a_generated_case_is_found_by_what_was_said(reader: Actor) -> None:
    assert find(reader, "异响").total > 0
    case = Case.select().where(Case.state == "CLOSED", Case.created_by == "chenjie").first()
    assert case.case_no in {hit.case_no for hit in find(reader, case.customer_name).hits}


@pytest.mark.usefixtures("demo")
def test_the_history_of_a_generated_case_says_who_told_it() -> None:
    case = Case.select().where(Case.state == "ARCHIVED").first()
    entry = audit.history(case.id)[-1]
    assert entry.actor == case.created_by
    assert entry.values["customer_name"] == (None, case.customer_name)


@pytest.mark.usefixtures("demo")
def test_every_state_can_be_looked_at_as_a_whole(reader: Actor) -> None:
    for state in STATES:
        case = Case.select().where(Case.state == state).first()
        whole = dossier(reader, case.id)
        assert whole["case"]["state"] == state


@pytest.mark.usefixtures("demo")
def test_open_cases_have_clocks_and_few_are_late(reader: Actor) -> None:
    opened = listing.page(reader, listing.Filter(open_only=True), limit=CASES).rows
    running = [case for case in opened if case.state not in ("DRAFT",) and case.next_due_at]
    assert running
    late = tick(system_actor(clock=lambda: NOW)).raised
    assert len(late) < len(opened) / 2


@pytest.mark.usefixtures("demo")
def test_cases_are_in_the_order_of_their_dates() -> None:
    received = [case.received_at for case in Case.select().order_by(Case.id)]
    assert sum(a > b for a, b in pairwise(received)) == 0


def test_everybody_can_log_in_with_the_password(demo: tuple[Store, DemoReport]) -> None:
    account = demo[1].accounts[0]
    assert log_in(account.login, account.password, clock=lambda: NOW).role == account.role
