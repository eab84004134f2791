"""What waits for whom: own cases, leaders, deputies, departments; what breaks first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from models.casework.approval.commands import ask_approval
from models.casework.case.contacts import add_contact
from models.casework.case.tables import Case
from models.casework.case.tasks import acknowledge_task, add_task, finish_task
from models.dealership.access.absences import add_absence
from models.dealership.access.queries import actor_for
from models.flow.registration import register_complaint
from models.kernel.command import unit_of_work
from models.kernel.db import Store, open_store
from models.kernel.zone import DAY, HOUR, moment_of
from models.outlook.today.queries import waiting
from models.stages.followup.tables import FollowUp
from models.stages.review.tables import Rectification
from tests.consoles import STORY
from tests.stores import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.kernel.actor import Actor

MONDAY = moment_of(datetime(2026, 8, 3, 9, 0))
CONTACT = {"way": "phone", "direction": "out", "purpose": "progress", "reached": True}
TASK = {"kind": "inspection", "department": "service", "title": "检查燃油泵"}


class Desk:
    """A demo dealership whose clock stands where the test puts it."""

    def __init__(self) -> None:
        self.clock = Clock(MONDAY)
        done = register_complaint(self.person("liumin"), dict(STORY))
        self.case_no = done.case_no
        self.case_id = done.id

    def person(self, login: str) -> Actor:
        return actor_for(login, clock=self.clock)

    def waits(self, login: str) -> list[tuple[str, bool]]:
        return [(line.kind, line.late) for line in waiting(self.person(login), self.clock.now)]

    def insert(self, table: Any, **values: Any) -> None:
        with unit_of_work(self.person("liumin"), "test") as work:
            work.insert(table, case=self.case_id, no=1, **values)


@pytest.fixture
def desk(demo_store: Path) -> Iterator[Desk]:
    store: Store = open_store(demo_store)
    yield Desk()
    store.close()


def test_todays_clocks_then_late_ones_for_the_owner(desk: Desk) -> None:
    assert desk.waits("liumin") == [("due_today", False)]
    desk.clock.forward(hours=5)
    assert desk.waits("liumin") == [("overdue", True)]


def test_others_do_not_see_the_case_but_leaders_do(desk: Desk) -> None:
    desk.clock.forward(hours=5)
    assert desk.waits("chenjie") == []
    assert desk.waits("sunqi") == [("overdue", True)]


def test_a_deputy_sees_the_cases_of_whoever_is_away(desk: Desk) -> None:
    away = {"login": "liumin", "deputy": "chenjie"}
    days = {"first_day": "2026-08-04", "last_day": "2026-08-05"}
    add_absence(desk.person("sunqi"), away | days)
    assert desk.waits("chenjie") == []
    desk.clock.forward(hours=24)
    assert desk.waits("chenjie") != []


def test_silence_counts_from_the_last_contact_by_level(desk: Desk) -> None:
    desk.clock.forward(hours=47)
    assert ("silence", True) not in desk.waits("liumin")
    desk.clock.forward(hours=2)
    assert ("silence", True) in desk.waits("liumin")
    add_contact(desk.person("liumin"), desk.case_no, CONTACT | {"summary": "进展"})
    assert ("silence", True) not in desk.waits("liumin")


def test_a_promise_outranks_the_clocks_behind_it(desk: Desk) -> None:
    promised = CONTACT | {"summary": "下午回复", "promised_at": desk.clock.now + 2 * HOUR}
    add_contact(desk.person("liumin"), desk.case_no, promised)
    [line] = waiting(desk.person("liumin"), desk.clock.now)
    assert str(line.text) == "The promised answer is due."
    assert (line.at, line.place) == (desk.clock.now + 2 * HOUR, "case.contact.add")


def test_a_task_waits_for_its_department_then_for_its_person_then_for_the_owner(
    desk: Desk,
) -> None:
    due = desk.clock.now + DAY
    add_task(desk.person("liumin"), desk.case_no, TASK | {"due_at": due})
    assert ("task", False) in desk.waits("zhouhao")
    assert ("task", False) not in desk.waits("qianyi")
    acknowledge_task(desk.person("zhouhao"), desk.case_no, {"no": 1})
    finish_task(desk.person("zhouhao"), desk.case_no, {"no": 1, "result": "油泵损坏"})
    assert ("task", False) not in desk.waits("zhouhao")
    assert ("verify", False) in desk.waits("liumin")


def test_a_task_for_somebody_does_not_wait_for_the_others(desk: Desk) -> None:
    add_task(desk.person("liumin"), desk.case_no, TASK | {"assignee": "qianyi"})
    assert ("task", False) in desk.waits("qianyi")
    assert ("task", False) not in desk.waits("zhouhao")


def test_an_approval_waits_for_whoever_may_decide(desk: Desk) -> None:
    with unit_of_work(desk.person("liumin"), "test") as work:
        asked = {"subject_kind": "payment", "subject_no": 0, "amount": 90_000, "text": "拖车费"}
        ask_approval(work, Case.get_by_id(desk.case_id), asked)
    assert ("approval", False) in desk.waits("sunqi")
    assert ("approval", False) not in desk.waits("liumin")


def test_a_follow_up_never_waits_for_whoever_handled_the_case(desk: Desk) -> None:
    Case.update(state="VERIFIED").where(Case.id == desk.case_id).execute()
    desk.insert(FollowUp, due_at=desk.clock.now + HOUR)
    assert ("follow_up", False) in desk.waits("chenjie")
    assert ("follow_up", False) not in desk.waits("liumin")
    assert ("follow_up", False) not in desk.waits("qianyi")


def test_a_rectification_waits_for_its_owner_when_it_is_due_soon(desk: Desk) -> None:
    item = {"what": "建立备件预警", "kind": "process", "priority": "high", "owner": "zhouhao"}
    desk.insert(Rectification, **item, due_on="2026-08-10")
    assert ("rectification", False) not in desk.waits("zhouhao")
    desk.clock.forward(hours=24 * 5)
    assert ("rectification", False) in desk.waits("zhouhao")
    desk.clock.forward(hours=24 * 5)
    assert ("rectification", True) in desk.waits("zhouhao")


def test_a_limit_holds_for_each_kind(desk: Desk) -> None:
    for n in range(3):
        told = dict(STORY) | {"phone": f"1380000002{n}", "plate_no": ""}
        register_complaint(desk.person("liumin"), told)
    found = waiting(desk.person("liumin"), desk.clock.now, limit=2)
    assert len(found) == 2
