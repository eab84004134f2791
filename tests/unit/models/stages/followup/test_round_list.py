"""Whom to call: what is due now and later, how often it was tried, and who may not call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case.editing import add_row
from models.flow.registration import record_follow_up
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid
from models.kernel.zone import DAY, HOUR
from models.stages.followup.round_list import rounds_to_call
from models.stages.followup.tables import FollowUp

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from tests.casefile import Dealership


def plan(dealership: Dealership, case: Case, due_at: int) -> None:
    with unit_of_work(dealership.person("wugang"), "test.plan") as work:
        add_row(work, case, FollowUp, {"due_at": due_at})


def test_now_and_later_stand_apart_the_first_due_first(dealership: Dealership) -> None:
    now = dealership.clock.now
    late, today = dealership.case("FOLLOW_UP"), dealership.case("VERIFIED")
    plan(dealership, today, now + HOUR)
    plan(dealership, late, now - DAY)
    plan(dealership, late, now + 3 * DAY)
    actor = dealership.person("sunqi")
    assert [x.case_no for x in rounds_to_call(actor, now)] == [late.case_no, today.case_no]
    assert [x.no for x in rounds_to_call(actor, now, "later")] == [2]


def test_who_handled_a_case_is_told_not_to_call(dealership: Dealership) -> None:
    plan(dealership, dealership.case("FOLLOW_UP"), dealership.clock.now)
    now = dealership.clock.now
    assert rounds_to_call(dealership.person("liumin"), now)[0].refusal is not None
    assert rounds_to_call(dealership.person("sunqi"), now)[0].refusal is None


def test_tries_are_counted(dealership: Dealership) -> None:
    case = dealership.case("FOLLOW_UP")
    plan(dealership, case, dealership.clock.now)
    actor = dealership.person("sunqi")
    record_follow_up(actor, case.id, {"way": "phone", "reached": False})
    assert rounds_to_call(actor, dealership.clock.now)[0].tries == 1


def test_other_states_and_restricted_cases_stay_out(dealership: Dealership) -> None:
    for columns in ({"hold": "restricted"}, {"state": "IMPLEMENTING"}):
        case = dealership.case(**({"state": "FOLLOW_UP"} | columns))
        plan(dealership, case, dealership.clock.now)
    assert rounds_to_call(dealership.person("sunqi"), dealership.clock.now) == []


def test_an_unknown_scope_is_refused(dealership: Dealership) -> None:
    with pytest.raises(Invalid):
        rounds_to_call(dealership.person("sunqi"), dealership.clock.now, "never")
