"""The clocks of a case: limits by level, raises, holds."""

from __future__ import annotations

import pytest

from models.casework.case import clock, commands, queries
from models.casework.case.fields import LEVELS
from models.casework.case.rules import rank
from models.kernel.command import unit_of_work
from models.kernel.errors import NotPossible
from models.kernel.zone import HOUR, MINUTE, local_time


def started(dealership, level):
    case = dealership.case("RECEIVED", level=level, level_rank=rank(level))
    with unit_of_work(dealership.person("liumin"), "test.start") as work:
        clock.start(work, case)
    return case


def dues(dealership, case):
    head = queries.head(dealership.person("liumin"), case.id)
    return {due.kind: due for due in head.dues}


def test_a_crisis_is_answered_at_once_and_has_no_plan_or_closing_limit(dealership):
    found = dues(dealership, started(dealership, "CRISIS"))
    assert set(found) == {"first_response"}
    assert found["first_response"].due_at - found["first_response"].started_at == 10 * MINUTE


def test_a_major_case_runs_round_the_clock(dealership):
    found = dues(dealership, started(dealership, "MAJOR"))
    assert found["first_response"].due_at - dealership.clock.now == 30 * MINUTE
    assert found["plan"].due_at - dealership.clock.now == 48 * HOUR
    assert not found["close"].working


@pytest.mark.parametrize("level", ["MINOR", "GENERAL", "ESCALATED"])
def test_milder_cases_run_in_working_time(dealership, level):
    due = dues(dealership, started(dealership, level))["first_response"]
    at = local_time(due.due_at)
    minutes = at.hour * 60 + at.minute
    assert due.working
    assert 510 <= minutes <= 720 or 810 <= minutes <= 1050


@pytest.mark.parametrize("before", LEVELS)
@pytest.mark.parametrize("after", LEVELS)
def test_no_limit_grows_when_the_level_changes(dealership, before, after):
    case = started(dealership, before)
    earlier = dues(dealership, case)
    values = {"level": after, "level_reason": "复核后调整"}
    commands.set_level(dealership.person("liumin"), case.case_no, values)
    later = dues(dealership, case)
    assert all(later[kind].due_at <= earlier[kind].due_at for kind in earlier)


def test_a_suspended_case_keeps_the_time_it_had_left(dealership):
    case = started(dealership, "MAJOR")
    actor = dealership.person("liumin")
    dealership.clock.now += 10 * MINUTE
    commands.hold(actor, case.case_no, {"hold": "suspended", "hold_reason": "等待客户返回"})
    assert dues(dealership, case)["first_response"].paused

    dealership.clock.now += 48 * HOUR
    commands.lift_hold(actor, case.case_no, {})
    due = dues(dealership, case)["first_response"]
    assert due.due_at == dealership.clock.now + 20 * MINUTE


def test_a_promise_to_the_customer_runs_on_while_suspended(dealership):
    case = started(dealership, "MAJOR")
    with unit_of_work(dealership.person("liumin"), "test.promise") as work:
        clock.promise(work, case, work.now + HOUR)
    values = {"hold": "suspended", "hold_reason": "等待配件"}
    commands.hold(dealership.person("liumin"), case.case_no, values)
    assert not dues(dealership, case)["answer"].paused


def test_a_second_hold_is_refused(dealership):
    case = started(dealership, "MAJOR")
    actor = dealership.person("liumin")
    commands.hold(actor, case.case_no, {"hold": "external", "hold_reason": "12315 调解中"})
    with pytest.raises(NotPossible):
        commands.hold(actor, case.case_no, {"hold": "suspended", "hold_reason": "等待"})


def test_a_restricted_case_takes_nothing_but_the_end_of_the_restriction(dealership):
    case = started(dealership, "MAJOR")
    actor = dealership.person("liumin")
    commands.hold(actor, case.case_no, {"hold": "restricted", "hold_reason": "客户要求停止使用"})
    with pytest.raises(NotPossible):
        commands.set_level(actor, case.case_no, {"level": "MINOR", "level_reason": "试"})
    commands.lift_hold(actor, case.case_no, {})
    assert queries.head(actor, case.id).hold == ""


def test_the_case_knows_which_of_its_clocks_runs_out_first(dealership):
    case = started(dealership, "GENERAL")
    head = queries.head(dealership.person("liumin"), case.id)
    assert head.next_due_at == min(due.due_at for due in head.dues)
