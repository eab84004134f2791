"""No promise beyond one's authority: the gate before an offer, and before the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.casework.approval import commands as approval
from models.casework.approval import queries as approvals
from models.casework.case import queries as case_queries
from models.casework.case.editing import load_case
from models.flow.registration import register_complaint
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, NeedsConfirmation, NotPossible
from models.stages.negotiation import commands, options, queries
from tests.unit.models.stages.negotiation.talks import answer, option, places, state, talk

if TYPE_CHECKING:
    from tests.casefile import Dealership


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


def test_more_than_our_limit_wants_a_yes(dealership: Dealership) -> None:
    case = dealership.case()
    commands.save_plan(dealership.person("liumin"), case.id, {"our_limit": 10_000})
    no = option(dealership, case, 15_000)
    with pytest.raises(NeedsConfirmation, match=r"150\.00 yuan is more than our limit"):
        talk(dealership, case, no, "open")
    talk(dealership, case, no, "open", confirmed=True)
    assert state(case, no) == "offered"


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


def test_the_employee_named_at_registration_does_not_approve(dealership: Dealership) -> None:
    me = dealership.person("liumin")
    told = {
        "customer_name": "陈女士",
        "phone": "13800000001",
        "channel": "phone",
        "object_kind": "attitude_rude",
        "story": "赵经理在前台大声训斥客户。",
        "employee": "赵磊",
    }
    number = register_complaint(me, told).case_no
    request = {"subject_kind": "letter", "amount": 0, "text": "致歉信"}
    no = approval.request(me, number, request).no
    with pytest.raises(Forbidden, match="takes no part"):
        approval.decide(dealership.person("zhaolei"), number, {"no": no, "decision": "approved"})
    approval.decide(dealership.person("sunqi"), number, {"no": no, "decision": "approved"})


def test_an_option_stands_as_its_approval_does(dealership: Dealership) -> None:
    case, me = dealership.case(), dealership.person("liumin")
    small, large = option(dealership, case, "150"), option(dealership, case, "8600")
    assert queries.standing(me, case.id, small).state == queries.OWN
    assert queries.standing(me, case.id, large).state == queries.BEYOND
    asked = options.ask_option_approval(me, case.id, {"no": large}).no
    assert queries.standing(me, case.id, large).state == queries.WAITING
    told = {"no": asked, "decision": "approved"}
    approval.decide(dealership.person("wugang"), case.id, told)
    found = queries.standing(me, case.id, large)
    assert (found.state, found.amount) == (queries.APPROVED_ALREADY, 860_000)
    assert [rung.role for rung in found.rungs if rung.needed] == ["general_manager"]
