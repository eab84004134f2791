"""The negotiation: rounds that move options, options in their order, demands all answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.case import queries as case_queries
from models.kernel.errors import Invalid, NotPossible
from models.stages.negotiation import commands, options, queries
from tests.unit.models.stages.negotiation.talks import answer, option, places, state, talk

if TYPE_CHECKING:
    from tests.casefile import Dealership

ANSWERS = {
    "ongoing_trade": "yes",
    "repurchase_hope": "likely",
    "word_of_mouth": "neutral",
    "demand_reasonable": "reasonable",
    "company_fault": 80,
}


def test_a_round_is_a_contact_of_its_own(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case)
    talk(dealership, case, no, "open", mood=3, reaction="wants_more", proposal="再送一次保养")
    talk(dealership, case, None, "persuasion_failed", persuasion="说明新件性能，客户不接受")
    contacts = {row["no"]: row for row in case_queries.contacts(case.id)}
    assert [contacts[n]["purpose"] for n in (1, 2)] == ["offer", "negotiate"]
    assert contacts[1]["mood"] == 3
    found = queries.rounds(case.id)
    assert [(r["option_no"], r["contact_no"], r["by"]) for r in found] == [
        (1, 1, "liumin"),
        (0, 2, "liumin"),
    ]
    assert state(case, no) == "offered"


def test_a_no_leads_to_the_next_option(dealership: Dealership) -> None:
    case = dealership.case()
    first, second = option(dealership, case), option(dealership, case)
    talk(dealership, case, first, "rejected")
    talk(dealership, case, second, "accepted")
    assert (state(case, first), state(case, second)) == ("rejected", "accepted")


def test_an_accepted_proposal_has_to_be_an_option(dealership: Dealership) -> None:
    case = dealership.case()
    with pytest.raises(Invalid) as refusal:
        talk(dealership, case, None, "accepted", proposal="换新车")
    assert set(refusal.value.problems) == {"negotiation.round.option_no"}
    with pytest.raises(NotPossible):
        talk(dealership, case, 9, "open")


def test_an_offered_option_stays_as_it_was(dealership: Dealership) -> None:
    case = dealership.case()
    me = dealership.person("liumin")
    no = option(dealership, case)
    talk(dealership, case, no, "open")
    for command in (options.change_option, options.remove_option):
        with pytest.raises(NotPossible, match="already offered"):
            command(me, case.id, {"no": no})
    options.drop_option(me, case.id, {"no": no})
    with pytest.raises(NotPossible, match="was dropped"):
        talk(dealership, case, no, "open")


def test_an_option_is_checked(dealership: Dealership) -> None:
    case = dealership.case()
    dealership.demand(case)
    with pytest.raises(Invalid) as refusal:
        option(dealership, case, None, kinds="gift,cash", covers="1,4")
    assert set(refusal.value.problems) == {
        "negotiation.option.amount",
        "negotiation.option.covers",
    }


def test_options_are_ranked(dealership: Dealership) -> None:
    case = dealership.case()
    me = dealership.person("liumin")
    for _ in range(3):
        option(dealership, case)
    options.rank_options(me, case.id, {"order": "3,1"})
    assert [row["no"] for row in queries.options(case.id)] == [3, 1, 2]
    options.remove_option(me, case.id, {"no": 1})
    assert [row["no"] for row in queries.options(case.id)] == [3, 2]
    assert option(dealership, case) == 4


def test_a_plan_has_one_named_negotiator(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    me = dealership.person("liumin")
    commands.save_plan(me, case.id, {"company_fault": 80})
    assert queries.plan(case.id)["negotiator"] == "liumin"
    commands.save_plan(me, case.id, {"negotiator": "zhaolei"})
    commands.save_plan(me, case.id, {"customer_limit": "300"})
    found = queries.plan(case.id)
    assert (found["negotiator"], found["customer_limit"]) == ("zhaolei", 30_000)


def test_proposing_needs_the_five_answers_and_an_option(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    assert places(queries.missing_to_propose(case.id)) == [
        *(f"negotiation.{key}" for key in ANSWERS),
        "negotiation.option.add",
    ]
    commands.save_plan(dealership.person("liumin"), case.id, ANSWERS | {"company_fault": 0})
    option(dealership, case)
    assert queries.missing_to_propose(case.id) == []


def test_agreeing_needs_an_answer_to_every_demand(dealership: Dealership) -> None:
    case = dealership.case()
    assert places(queries.missing_to_agree(case.id)) == ["negotiation.round.add"]
    first, second = dealership.demand(case, 30_000), dealership.demand(case)
    assert places(queries.missing_to_agree(case.id)) == ["case.demand.answer"] * 2
    answer(dealership, case, first, "granted", agreed_amount=20_000)
    answer(dealership, case, second, "dropped")
    assert queries.missing_to_agree(case.id) == []


def test_demands_without_an_option_are_pointed_out(dealership: Dealership) -> None:
    case = dealership.case()
    for _ in range(3):
        dealership.demand(case)
    answer(dealership, case, 3, "dropped")
    no = option(dealership, case, covers="1")
    assert "No option answers demand 2 yet." in [
        str(m) for m in queries.hints(case.id, dealership.clock.now)
    ]
    options.drop_option(dealership.person("liumin"), case.id, {"no": no})
    uncovered = [
        str(m) for m in queries.hints(case.id, dealership.clock.now) if "No option" in str(m)
    ]
    assert len(uncovered) == 2
