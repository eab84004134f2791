"""Asking afterwards: rounds, tries, who may ask, and what an answer has to say."""

from __future__ import annotations

import pytest

from models.casework.case import queries as cases
from models.casework.case.demands import demands
from models.casework.case.tables import Case
from models.flow.commands import take
from models.flow.registration import record_follow_up
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, Invalid, NotPossible
from models.kernel.zone import HOUR
from models.stages.followup import queries
from models.stages.followup.commands import plan_rounds

GOOD = {"way": "phone", "reached": True, "satisfaction": 5, "repurchase": "will_buy"}
NO_ANSWER = {"way": "phone", "reached": False}


@pytest.fixture
def caller(dealership):
    return dealership.person("sunqi")


@pytest.fixture
def case(dealership):
    found = dealership.case("VERIFIED")
    plan(dealership, found)
    return found


def plan(dealership, case):
    with unit_of_work(dealership.person("liumin"), "test.plan") as work:
        plan_rounds(work, case)


def states(case):
    return [row["state"] for row in queries.rounds(case.id)]


def test_rounds_are_due_after_a_day_a_week_and_a_month(dealership, case):
    waits = [row["due_at"] - dealership.clock.now for row in queries.rounds(case.id)]
    assert waits == [24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR]


def test_a_customer_who_was_reached_ends_the_round_and_opens_the_stage(caller, case):
    record_follow_up(caller, case.id, GOOD | {"words": "很满意，换车还来"})
    assert states(case) == ["done", "due", "due"]
    assert Case.get_by_id(case.id).state == "FOLLOW_UP"
    call = cases.contacts(case.id)[0]
    assert (call["purpose"], call["handler"], call["summary"]) == (
        "follow_up",
        "sunqi",
        "很满意，换车还来",
    )
    assert queries.missing_to_close(case.id) == []


def test_whoever_handled_the_case_does_not_ask(dealership, case):
    with pytest.raises(Forbidden):
        record_follow_up(dealership.person("liumin"), case.id, GOOD)
    assert states(case) == ["due", "due", "due"]


def test_three_tries_on_different_days_end_a_round(dealership, caller, case):
    for day in range(3):
        assert queries.missing_to_close(case.id)
        assert states(case)[0] == "due"
        for _try in range(2 if day == 0 else 1):
            record_follow_up(caller, case.id, NO_ANSWER)
        dealership.clock.forward(hours=24)
    assert states(case)[0] == "failed"
    assert queries.missing_to_close(case.id) == []


def test_a_call_to_nobody_is_no_contact(caller, case):
    record_follow_up(caller, case.id, NO_ANSWER)
    assert cases.contacts(case.id) == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"way": "phone", "reached": True}, "followup.satisfaction"),
        (GOOD | {"change_wanted": True}, "followup.words"),
        (NO_ANSWER | {"satisfaction": 4}, "followup.reached"),
        (NO_ANSWER | {"felt": "heard"}, "followup.reached"),
        ({"reached": True, "satisfaction": 4}, "followup.way"),
        (GOOD | {"recommend": 11}, "followup.recommend"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_at_its_field(caller, case, said, place):
    with pytest.raises(Invalid) as refusal:
        record_follow_up(caller, case.id, said)
    assert place in refusal.value.problems
    assert queries.rounds(case.id)[0]["attempts"] == []


def test_each_demand_is_asked_about(dealership, caller, case):
    for text in ("承担拖车费", "当面致歉"):
        dealership.demand(case, text=text)
    asked = [{"demand": 1, "satisfied": "satisfied"}, {"demand": 2, "satisfied": "dissatisfied"}]
    record_follow_up(caller, case.id, GOOD | {"demands": asked})
    assert [row["satisfied"] for row in demands(case.id)] == ["satisfied", "dissatisfied"]
    assert queries.unsatisfied(case.id)


@pytest.mark.parametrize(
    ("said", "poor"),
    [
        (GOOD, False),
        (GOOD | {"satisfaction": 3}, False),
        (GOOD | {"satisfaction": 2}, True),
        (GOOD | {"change_wanted": True, "words": "想换一台备用车"}, True),
    ],
)
def test_a_poor_answer_asks_to_go_back_to_work(caller, case, said, poor):
    record_follow_up(caller, case.id, said)
    assert queries.unsatisfied(case.id) is poor


def test_a_later_round_is_asked_only_once(caller, case):
    record_follow_up(caller, case.id, GOOD | {"no": 3})
    with pytest.raises(NotPossible):
        record_follow_up(caller, case.id, GOOD | {"no": 3})
    assert queries.due_round(case.id)["no"] == 1


def test_when_every_round_is_over_nothing_more_is_recorded(caller, case):
    for _round in range(3):
        record_follow_up(caller, case.id, GOOD)
    assert queries.due_round(case.id) is None
    with pytest.raises(NotPossible):
        record_follow_up(caller, case.id, GOOD)


def test_after_a_reopening_the_customer_is_asked_anew(dealership, caller, case):
    record_follow_up(caller, case.id, GOOD | {"satisfaction": 1})
    boss = dealership.person("wugang")
    take(boss, case.id, "reopen", {"state": "IMPLEMENTING", "reason": "客户不满意"})
    assert states(case) == ["done", "dropped", "dropped"]

    dealership.clock.forward(hours=48)
    plan(dealership, Case.get_by_id(case.id))
    Case.update(state="VERIFIED").where(Case.id == case.id).execute()
    assert [item.place for item in queries.missing_to_close(case.id)] == ["followup.record"]
    assert not queries.unsatisfied(case.id)
    assert queries.attempts_on_days(case.id) == 0
    record_follow_up(caller, case.id, GOOD)
    assert queries.missing_to_close(case.id) == []


@pytest.mark.parametrize("state", ["NEGOTIATING", "IMPLEMENTING", "ARCHIVED"])
def test_nobody_is_asked_before_the_work_is_done(dealership, caller, state):
    case = dealership.case(state)
    with pytest.raises(NotPossible):
        record_follow_up(caller, case.id, GOOD)
