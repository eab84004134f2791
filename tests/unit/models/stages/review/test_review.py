"""The lesson of a case, what has to be put right, and what a case came to in figures."""

from __future__ import annotations

import pytest

from models.casework.case import contacts, queries
from models.casework.case.tables import Case, Demand
from models.flow.queries import next_steps
from models.kernel.errors import Forbidden, Invalid, NotPossible, Stale
from models.kernel.zone import HOUR
from models.stages.review import commands
from models.stages.review.figures import figures
from models.stages.review.queries import (
    missing_to_archive,
    missing_to_close,
    rectifications,
    review,
)

ITEM = {
    "what": "新车型常用配件列入安全库存",
    "kind": "parts_stock",
    "priority": "urgent_important",
    "owner": "zhouhao",
    "due_on": "2026-08-31",
}
DONE = {"result": "已建立安全库存", "finished_on": "2026-08-01"}
CALL = {"way": "phone", "direction": "out", "purpose": "progress", "summary": "进度"}


@pytest.fixture
def clerk(dealership):
    return dealership.person("liumin")


@pytest.fixture
def case(dealership):
    return dealership.case("FOLLOW_UP")


def test_an_unwritten_review_is_empty_and_needs_a_lesson(case):
    assert review(case.id)["lesson"] == ""
    assert [item.place for item in missing_to_close(case.id)] == ["review.lesson"]


def test_a_review_is_written_piece_by_piece(clerk, case):
    commands.save(clerk, case.id, {"lesson": "先到现场再谈赔偿", "version": 0})
    commands.save(clerk, case.id, {"comment": "全程配合顺畅", "lost_sales": 3, "version": 1})
    found = review(case.id)
    assert (found["lesson"], found["comment"], found["lost_sales"]) == (
        "先到现场再谈赔偿",
        "全程配合顺畅",
        3,
    )


def test_two_people_writing_at_once_the_second_is_told(dealership, clerk, case):
    seen = review(case.id)["version"]
    commands.save(clerk, case.id, {"lesson": "甲", "version": seen})
    with pytest.raises(Stale):
        commands.save(dealership.person("zhaolei"), case.id, {"lesson": "乙", "version": seen})


def test_a_fault_that_can_come_again_needs_a_rectification(clerk, case):
    commands.save(clerk, case.id, {"lesson": "配件无库存", "systemic": True})
    assert [item.place for item in missing_to_close(case.id)] == ["review.rectification.add"]
    commands.add_rectification(clerk, case.id, ITEM)
    assert missing_to_close(case.id) == []


def test_an_item_is_done_by_its_owner_and_checked_by_somebody_else(dealership, clerk, case):
    owner = dealership.person("zhouhao")
    commands.add_rectification(clerk, case.id, ITEM)
    with pytest.raises(Forbidden):
        commands.finish_rectification(clerk, case.id, {"no": 1} | DONE)
    commands.finish_rectification(owner, case.id, {"no": 1} | DONE)
    with pytest.raises(Forbidden):
        commands.check_rectification(owner, case.id, {"no": 1})
    commands.check_rectification(dealership.person("zhaolei"), case.id, {"no": 1})
    row = rectifications(case.id)[0]
    assert (row["state"], row["checked_by"]) == ("checked", "zhaolei")


def test_an_item_that_is_not_done_is_not_checked(dealership, clerk, case):
    commands.add_rectification(clerk, case.id, ITEM)
    with pytest.raises(NotPossible):
        commands.check_rectification(dealership.person("zhaolei"), case.id, {"no": 1})


def test_a_done_item_stays(dealership, clerk, case):
    commands.add_rectification(clerk, case.id, ITEM)
    commands.finish_rectification(dealership.person("zhouhao"), case.id, {"no": 1} | DONE)
    with pytest.raises(NotPossible):
        commands.change_rectification(clerk, case.id, {"no": 1, "what": "别的"})
    with pytest.raises(NotPossible):
        commands.remove_rectification(clerk, case.id, {"no": 1})


@pytest.mark.parametrize("act", ["add", "change"])
def test_an_owner_has_an_account(clerk, case, act):
    if act == "change":
        commands.add_rectification(clerk, case.id, ITEM)
    command = getattr(commands, f"{act}_rectification")
    with pytest.raises(Invalid) as refusal:
        command(clerk, case.id, ITEM | {"no": 1, "owner": "nobody"})
    assert "review.rectification.owner" in refusal.value.problems


def test_a_case_is_archived_when_everything_was_checked(dealership, clerk):
    case = dealership.case("CLOSED")
    commands.add_rectification(clerk, case.id, ITEM)
    assert [item.place for item in missing_to_archive(case.id)] == ["review.rectification.table"]
    assert not archive(dealership, case).allowed
    commands.finish_rectification(dealership.person("zhouhao"), case.id, {"no": 1} | DONE)
    commands.check_rectification(dealership.person("zhaolei"), case.id, {"no": 1})
    assert archive(dealership, case).allowed


def archive(dealership, case):
    steps = next_steps(dealership.person("wugang"), case.id)
    return next(step for step in steps if step.step == "archive")


def test_figures_of_a_case(dealership, clerk):
    case = dealership.case("RECEIVED")
    dealership.demand(case, 100_000)
    dealership.demand(case, 50_000, "打车费")
    for hours in (0.2, 30, 3):
        dealership.clock.forward(hours=hours)
        contacts.add_contact(clerk, case.id, CALL | {"reached": True})
    contacts.add_contact(clerk, case.id, CALL | {"reached": False})
    Demand.update(agreed_amount=80_000, delivered_amount=80_000).where(Demand.no == 1).execute()
    dealership.clock.forward(hours=1)
    Case.update(closed_at=dealership.clock.now).where(Case.id == case.id).execute()

    found = figures(queries.head(clerk, case.id), dealership.clock.now)
    assert found.minutes_to_first_contact == 12
    assert (found.contacts, found.reached) == (4, 3)
    assert found.longest_silence == 30 * HOUR
    assert found.days_to_close == 2
    assert (found.demands, found.asked, found.agreed, found.delivered) == (
        2,
        150_000,
        80_000,
        80_000,
    )


def test_a_case_nobody_called_was_silent_all_the_time(dealership, clerk):
    case = dealership.case("RECEIVED")
    dealership.clock.forward(hours=20)
    found = figures(queries.head(clerk, case.id), dealership.clock.now)
    assert found.longest_silence == 20 * HOUR
    assert found.days_to_close is None
    assert found.minutes_to_first_contact is None
