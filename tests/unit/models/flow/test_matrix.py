"""State x hold x step x role, generated: allowed, or refused with the reason."""

from __future__ import annotations

from itertools import product

import pytest

from models.casework.case.fields import HOLDS, LOCKED, STATES
from models.casework.case.tables import Case
from models.dealership.access.roles import ROLE_PERMISSIONS
from models.flow.commands import STEP_COMMANDS, refusal
from models.flow.queries import next_steps
from models.flow.steps import STEPS
from models.kernel.errors import Forbidden, NotPossible
from models.stages.implementation.commands import accept
from models.stages.implementation.queries import missing_to_verify
from tests.casefile import STAFF

CASES = list(product(STATES, ("", *HOLDS), STEPS))


@pytest.mark.parametrize("state", STATES)
def test_every_state_but_the_locked_ones_has_a_way_on(state):
    ways = [step for step in STEPS.values() if state in step.sources]
    assert bool(ways) == (state not in LOCKED)


@pytest.mark.parametrize("state", STATES)
def test_at_most_one_step_leads_on(state):
    assert sum(step.forward and state in step.sources for step in STEPS.values()) <= 1


def test_every_state_can_be_reached():
    reached = {step.target for step in STEPS.values()} | {"DRAFT"}
    assert set(STATES) <= reached


@pytest.mark.parametrize(("state", "hold", "name"), CASES)
def test_a_step_is_open_exactly_where_it_is_declared(state, hold, name):
    step = STEPS[name]
    blocked = hold == "restricted" or (hold == "suspended" and not step.while_suspended)
    ending = hold == "external" and step.target in {"CLOSED", "ARCHIVED"}
    expected = state in step.sources and not blocked and not ending
    reason = refusal(state, hold, step)
    assert (reason is None) == expected
    if reason is not None:
        assert str(reason)


@pytest.mark.parametrize("name", STEPS)
def test_the_general_manager_may_take_every_step(name):
    assert STEPS[name].permission in ROLE_PERMISSIONS["general_manager"]


@pytest.mark.parametrize("login", STAFF)
def test_whoever_lacks_the_permission_is_refused_before_anything_else(dealership, login):
    actor = dealership.person(login)
    case = dealership.registered()
    for step in STEPS.values():
        put(case, min(step.sources))
        if actor.may(step.permission):
            views = {view.step: view for view in next_steps(actor, case.id)}
            assert views[step.name].reason is None
        else:
            with pytest.raises(Forbidden):
                STEP_COMMANDS[step.name](actor, case.case_no, {})


@pytest.mark.parametrize("state", STATES)
def test_a_step_from_a_wrong_state_is_refused_and_changes_nothing(dealership, state):
    boss = dealership.person("wugang")
    case = dealership.registered()
    put(case, state)
    for step in STEPS.values():
        if state not in step.sources:
            with pytest.raises(NotPossible):
                STEP_COMMANDS[step.name](boss, case.case_no, values_of(step))
    assert Case.get_by_id(case.id).state == state


def put(case, state):
    Case.update(state=state).where(Case.id == case.id).execute()


def values_of(step):
    known = {"state": "INVESTIGATING", "outcome": "settled", "recourse_told": True}
    return {spec.key: known.get(spec.key, "理由") for spec in step.fields}


def test_a_reopened_case_needs_a_new_acceptance(dealership):
    boss = dealership.person("wugang")
    case = dealership.registered("IMPLEMENTING")
    seen = {"inspected_by": "陈女士", "acceptance": "accepted"}
    accept(boss, case.id, seen)
    assert places(case) == []

    put(case, "CLOSED")
    dealership.clock.forward(hours=30)
    again = {"state": "IMPLEMENTING", "reason": "客户反映问题重现"}
    STEP_COMMANDS["reopen"](boss, case.id, again)
    assert places(case) == ["implementation.acceptance"]
    accept(boss, case.id, seen)
    assert places(case) == []


def places(case):
    return [missing.place for missing in missing_to_verify(case.id)]
