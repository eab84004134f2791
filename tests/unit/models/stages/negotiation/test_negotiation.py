"""The negotiation: no promise beyond authority, rounds that move options, demands all answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.approval import commands as approval
from models.casework.approval import queries as approvals
from models.casework.case import queries as case_queries
from models.casework.case.demands import answer_demand
from models.casework.case.editing import load_case
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid, NeedsConfirmation, NotPossible
from models.stages.negotiation import commands, options, queries

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Done
    from tests.casefile import Dealership

ANSWERS = {
    "ongoing_trade": "yes",
    "repurchase_hope": "likely",
    "word_of_mouth": "neutral",
    "demand_reasonable": "reasonable",
    "company_fault": 80,
}


def option(dealership: Dealership, case: Case, amount: int | None = None, **values: Any) -> int:
    told = {
        "title": "承担拖车费",
        "text": "凭发票报销拖车费",
        "kinds": "towing",
        "amount": amount,
        "basis": "保修条款",
    }
    return options.add_option(dealership.person("liumin"), case.id, told | values).no


def talk(dealership: Dealership, case: Case, no: int | None, result: str, **values: Any) -> Done:
    by = dealership.person(values.pop("actor", "liumin"))
    told = {"way": "phone", "option_no": no, "words": "需要考虑", "result": result}
    return commands.add_round(by, case.id, told | values)


def state(case: Case, no: int) -> str:
    return next(str(row["state"]) for row in queries.options(case.id) if row["no"] == no)


def answer(dealership: Dealership, case: Case, no: int, word: str, **values: Any) -> None:
    answer_demand(dealership.person("liumin"), case.id, {"no": no, "answer": word} | values)


def places(found: list[Any]) -> list[str]:
    return [item.place for item in found]


def test_within_authority_an_offer_is_made_and_accepted_at_once(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case, 20_000)
    talk(dealership, case, no, "open")
    assert state(case, no) == "offered"
    talk(dealership, case, no, "accepted", words="同意")
    assert state(case, no) == "accepted"


def test_beyond_authority_nothing_is_promised(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case, 150_000)
    with pytest.raises(NotPossible, match="promise nothing yet") as refusal:
        talk(dealership, case, no, "open")
    assert places(refusal.value.missing) == ["negotiation.option.ask_approval"]
    assert not queries.rounds(case.id)
    assert not case_queries.contacts(case.id), "nothing of a refused round stays"
    assert state(case, no) == "prepared"


def test_an_approval_opens_the_gate(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case, 150_000)
    asked = options.ask_option_approval(dealership.person("liumin"), case.id, {"no": no})
    with pytest.raises(NotPossible, match="promise nothing") as refusal:
        talk(dealership, case, no, "open")
    assert "still waiting" in str(refusal.value.missing[0].message)
    head = dealership.person("zhouhao")
    approval.decide(head, case.id, {"no": asked.no, "decision": "approved"})
    talk(dealership, case, no, "accepted")
    assert state(case, no) == "accepted"


def test_new_terms_need_a_new_approval(dealership: Dealership) -> None:
    case = dealership.case()
    me = dealership.person("liumin")
    no = option(dealership, case, 150_000)
    asked = options.ask_option_approval(me, case.id, {"no": no})
    head = dealership.person("zhouhao")
    approval.decide(head, case.id, {"no": asked.no, "decision": "approved"})
    options.change_option(me, case.id, {"no": no, "basis": "厂家通知"})
    assert approvals.approved_for(case.id, "option", no)
    options.change_option(me, case.id, {"no": no, "amount": 160_000})
    assert approvals.approved_for(case.id, "option", no) is None
    with pytest.raises(NotPossible, match="promise nothing"):
        talk(dealership, case, no, "open")


def test_several_small_promises_add_up(dealership: Dealership) -> None:
    case = dealership.case()
    first = option(dealership, case, 15_000)
    talk(dealership, case, first, "accepted")
    second = option(dealership, case, 15_000)
    with pytest.raises(NotPossible, match="beyond your authority"):
        talk(dealership, case, second, "open")
    asked = options.ask_option_approval(dealership.person("liumin"), case.id, {"no": second})
    assert asked.no == 1
    assert approvals.of_case(case.id)[0].total == 30_000


def test_what_a_leader_offered_anybody_may_record_as_accepted(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case, 90_000)
    talk(dealership, case, no, "open", actor="zhaolei")
    talk(dealership, case, no, "accepted")
    assert state(case, no) == "accepted"


def test_nothing_is_offered_before_the_facts_are_found(dealership: Dealership) -> None:
    case = dealership.case("INVESTIGATING")
    no = option(dealership, case, 100)
    with pytest.raises(NotPossible):
        talk(dealership, case, no, "open")


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


def test_more_than_our_limit_wants_a_yes(dealership: Dealership) -> None:
    case = dealership.case()
    commands.save_plan(dealership.person("liumin"), case.id, {"our_limit": 10_000})
    no = option(dealership, case, 15_000)
    with pytest.raises(NeedsConfirmation, match=r"150\.00 yuan is more than our limit"):
        talk(dealership, case, no, "open")
    talk(dealership, case, no, "open", confirmed=True)
    assert state(case, no) == "offered"


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


def test_the_best_option_is_approved_before_the_talks_begin(dealership: Dealership) -> None:
    case = dealership.case("PROPOSED")
    me = dealership.person("liumin")
    assert queries.missing_to_offer(case.id) == []
    dear, cheap = option(dealership, case, 150_000), option(dealership, case, 5_000)
    assert places(queries.missing_to_offer(case.id)) == ["negotiation.option.ask_approval"]
    options.rank_options(me, case.id, {"order": [cheap, dear]})
    assert queries.missing_to_offer(case.id) == []
    options.rank_options(me, case.id, {"order": [dear, cheap]})
    no = options.ask_option_approval(me, case.id, {"no": dear}).no
    approval.decide(dealership.person("zhouhao"), case.id, {"no": no, "decision": "approved"})
    assert queries.missing_to_offer(case.id) == []


def test_agreeing_needs_an_answer_to_every_demand(dealership: Dealership) -> None:
    case = dealership.case()
    assert places(queries.missing_to_agree(case.id)) == ["negotiation.round.add"]
    first, second = dealership.demand(case, 30_000), dealership.demand(case)
    assert places(queries.missing_to_agree(case.id)) == ["case.demand.answer"] * 2
    answer(dealership, case, first, "granted", agreed_amount=20_000)
    answer(dealership, case, second, "dropped")
    assert queries.missing_to_agree(case.id) == []


def test_granting_beyond_authority_needs_an_approval(dealership: Dealership) -> None:
    case = dealership.case()
    answer(dealership, case, dealership.demand(case), "granted", agreed_amount=150_000)
    found = queries.missing_to_agree(case.id)
    assert places(found) == ["approval.request"]
    assert "1,500.00 yuan" in str(found[0].message)
    request = {"subject_kind": "agreement", "subject_no": 1, "amount": 150_000, "text": "和解"}
    no = approval.request(dealership.person("liumin"), case.id, request).no
    assert queries.missing_to_agree(case.id)
    approval.decide(dealership.person("zhouhao"), case.id, {"no": no, "decision": "approved"})
    assert queries.missing_to_agree(case.id) == []


def test_an_accepted_option_carries_what_is_granted(dealership: Dealership) -> None:
    case = dealership.case()
    no = option(dealership, case, 90_000)
    talk(dealership, case, no, "accepted", actor="zhaolei")
    answer(dealership, case, dealership.demand(case), "granted", agreed_amount=90_000)
    assert queries.missing_to_agree(case.id) == []


def test_demands_without_an_option_are_pointed_out(dealership: Dealership) -> None:
    case = dealership.case()
    for _ in range(3):
        dealership.demand(case)
    answer(dealership, case, 3, "dropped")
    no = option(dealership, case, covers="1")
    assert "No option answers demand 2 yet." in [str(m) for m in queries.hints(case.id)]
    options.drop_option(dealership.person("liumin"), case.id, {"no": no})
    uncovered = [str(m) for m in queries.hints(case.id) if "No option" in str(m)]
    assert len(uncovered) == 2


def test_the_ladder_shows_whose_word_the_dearest_option_needs(dealership: Dealership) -> None:
    case = dealership.case()
    option(dealership, case, 5_000)
    dear = option(dealership, case, 500_000)
    me = dealership.person("liumin")
    assert [r.role for r in queries.ladder(me, case.id) if r.needed] == ["general_manager"]
    options.drop_option(me, case.id, {"no": dear})
    assert [r.role for r in queries.ladder(me, case.id) if r.needed] == ["care_agent"]


def test_earlier_grants_narrow_the_authority(dealership: Dealership) -> None:
    before = dealership.case(customer_id=7)
    talk(dealership, before, option(dealership, before, 15_000), "accepted")
    answer(dealership, before, dealership.demand(before), "granted", agreed_amount=15_000)
    again = dealership.case(customer_id=7)
    no = option(dealership, again, 15_000)
    with pytest.raises(NotPossible, match="beyond your authority"):
        talk(dealership, again, no, "open")
    with unit_of_work(dealership.person("liumin"), "test.merge") as work:
        work.change(load_case(work.actor, before.id), {"state": "MERGED"})
    talk(dealership, again, no, "open")
