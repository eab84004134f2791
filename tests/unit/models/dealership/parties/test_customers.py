"""Customers: who they are, what weighs, and who is known already."""

from __future__ import annotations

import pytest

from models.dealership.parties import commands, queries
from models.kernel import search
from models.kernel.errors import Forbidden, Invalid, NeedsConfirmation, NotPossible
from models.kernel.tables import AuditEntry

ZHANG = {"name": "张晓明", "phone": "138 0000 0001"}


def problems_of(command, actor, values):
    with pytest.raises(Invalid) as refusal:
        command(actor, values)
    return set(refusal.value.problems)


def test_a_person_is_kept_as_typed_and_spelled_for_finding(agent):
    done = commands.add_customer(agent, ZHANG)
    customer = queries.customer(done.id)
    assert (customer.name, customer.phone, customer.kind) == ("张晓明", "13800000001", "person")
    assert (customer.name_pinyin, customer.name_initials) == ("zhangxiaoming", "zxm")


def test_a_credit_code_makes_a_company(agent):
    done = commands.add_customer(
        agent, {"name": "远行租赁有限公司", "credit_code": "91350100M000100Y43"}
    )
    assert queries.customer(done.id).kind == "company"


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"address": "江滨路 1 号"}, "name"),
        (ZHANG | {"phone": "12"}, "phone"),
        (ZHANG | {"key_customer": True}, "key_reason"),
        (ZHANG | {"id_no": "11010519491231002A"}, "id_no"),
        (ZHANG | {"id_kind": "taiwan_permit", "id_no": "1"}, "id_no"),
        (ZHANG | {"wants_to_buy": -1}, "wants_to_buy"),
        (ZHANG | {"email": "nobody"}, "email"),
        (ZHANG | {"gender": "x"}, "gender"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(agent, values, place):
    assert problems_of(commands.add_customer, agent, values) == {f"parties.customer.{place}"}


def test_an_identity_number_is_stored_without_blanks(agent):
    done = commands.add_customer(agent, ZHANG | {"id_no": "110105 19491231 002x"})
    assert queries.customer(done.id).id_no == "11010519491231002X"


def test_the_same_person_a_second_time_needs_a_yes(agent):
    first = commands.add_customer(agent, ZHANG)
    with pytest.raises(NeedsConfirmation, match="张晓明"):
        commands.add_customer(agent, ZHANG)
    assert commands.add_customer(agent, ZHANG | {"confirmed": True}).id != first.id


def test_a_changed_name_is_spelled_anew_and_found_by_its_text(agent):
    done = commands.add_customer(agent, ZHANG)
    commands.change_customer(agent, {"id": done.id, "name": "单晓明"})
    customer = queries.customer(done.id)
    assert (customer.name_pinyin, customer.phone) == ("shanxiaoming", "13800000001")
    hits = search.find(agent.branch_id, "单晓明")
    assert [(hit.subject, hit.subject_id) for hit in hits] == [("customer", done.id)]


def test_a_customer_cannot_lose_name_and_telephone(agent):
    done = commands.add_customer(agent, ZHANG)
    empty = {"id": done.id, "name": "", "phone": ""}
    assert problems_of(commands.change_customer, agent, empty) == {"parties.customer.name"}


def test_a_key_customer_has_a_reason_and_may_want_more_cars(agent):
    done = commands.add_customer(agent, ZHANG)
    key = {"id": done.id, "key_customer": True}
    assert problems_of(commands.set_key_customer, agent, key) == {"parties.customer.key_reason"}
    commands.set_key_customer(agent, key | {"key_reason": "现有五台，再购三台", "wants_to_buy": 3})
    customer = queries.customer(done.id)
    assert (customer.key_customer, customer.wants_to_buy) == (True, 3)
    commands.set_key_customer(agent, {"id": done.id, "key_customer": False})
    assert not queries.customer(done.id).key_customer


def test_a_look_at_hidden_data_is_recorded(agent):
    done = commands.add_customer(agent, ZHANG)
    commands.reveal_customer(agent, {"id": done.id})
    entry = AuditEntry.get(AuditEntry.command == "parties.reveal_customer")
    assert (entry.actor, entry.action) == ("lin", "note")


def test_an_unknown_customer_is_refused(agent):
    with pytest.raises(NotPossible):
        commands.change_customer(agent, {"id": 99, "name": "无"})
    with pytest.raises(NotPossible):
        commands.change_customer(agent, {"name": "无"})
    assert queries.customer(99) is None
    assert queries.customer_card(99) is None


def test_an_administrator_registers_no_customers(admin):
    with pytest.raises(Forbidden):
        commands.add_customer(admin, ZHANG)
