"""Carrying out: what is handed over, repaired and accepted, and what is still missing."""

from __future__ import annotations

import pytest

from models.casework.case import contacts, tasks
from models.casework.case.demands import demands
from models.casework.case.queries import tasks as tasks_of
from models.casework.case.tables import Case
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, Invalid, NotPossible
from models.stages.implementation import commands, queries

GIFT = {"kind": "gift", "text": "车载冰箱一台", "department": "marketing"}
SIGNED_FOR = {"received_by": "陈女士", "receipt": "SJ-0012"}
REPAIR = {"order_no": "RO-2026-118", "job": "更换燃油泵", "parts": "燃油泵 17040-A1"}
SEEN = {"inspected_by": "陈女士", "acceptance": "accepted"}
CALL = {"way": "phone", "direction": "out", "purpose": "progress", "summary": "配件已到店"}


@pytest.fixture
def clerk(dealership):
    return dealership.person("liumin")


@pytest.fixture
def case(dealership):
    return dealership.case("IMPLEMENTING", department="customer_care")


def term(no, department, text, **more):
    told = {"kind": "towing", "amount": 80_000, "due_on": "2026-08-10", "demand_no": 0}
    return told | {"no": no, "department": department, "text": text, "advanced_by": ""} | more


def taken_over(dealership, case, *terms):
    with unit_of_work(dealership.person("liumin"), "test.take_over") as work:
        commands.take_over(work, case, terms)


def test_each_department_gets_one_task_and_each_term_a_delivery(dealership, case):
    taken_over(
        dealership,
        case,
        term(1, "finance", "支付拖车费 800 元"),
        term(2, "service", "免费保养一次", due_on="2026-08-20"),
        term(3, "service", "更换燃油泵", due_on="2026-08-05"),
    )
    given = {task["department"]: task for task in tasks_of(case.id)}
    assert set(given) == {"finance", "service"}
    assert given["service"]["detail"] == "2. 免费保养一次\n3. 更换燃油泵"
    assert given["service"]["due_at"] < given["finance"]["due_at"]
    assert [row["term_no"] for row in queries.deliveries(case.id)] == [1, 2, 3]


def test_what_was_agreed_cannot_be_changed_or_left_out(dealership, clerk, case):
    taken_over(dealership, case, term(1, "finance", "支付拖车费 800 元"))
    with pytest.raises(NotPossible):
        commands.change_delivery(clerk, case.id, {"no": 1, "amount": "500"})
    with pytest.raises(NotPossible):
        commands.remove_delivery(clerk, case.id, {"no": 1})
    commands.change_delivery(clerk, case.id, {"no": 1, "advanced_by": "zhaolei"})
    assert queries.deliveries(case.id)[0]["advanced_by"] == "zhaolei"


def test_something_extra_can_be_added_changed_and_taken_back(clerk, case):
    no = commands.add_delivery(clerk, case.id, GIFT).no
    commands.change_delivery(clerk, case.id, {"no": no, "amount": "300"})
    assert queries.deliveries(case.id)[0]["amount"] == 30_000
    commands.remove_delivery(clerk, case.id, {"no": no})
    assert queries.deliveries(case.id) == []


def test_a_delivery_is_signed_for_and_its_demand_follows(dealership, clerk, case):
    demand = dealership.demand(case, 100_000)
    taken_over(dealership, case, term(1, "finance", "拖车费 800 元", demand_no=demand))
    commands.hand_over(clerk, case.id, {"no": 1} | SIGNED_FOR)

    handed = queries.deliveries(case.id)[0]
    assert (handed["delivered_amount"], handed["delivered_at"]) == (80_000, dealership.clock.now)
    met = demands(case.id)[0]
    assert (met["delivered_amount"], met["delivery_note"]) == (80_000, "SJ-0012")


def test_two_deliveries_for_one_demand_add_up(dealership, clerk, case):
    demand = dealership.demand(case, 100_000)
    parts = [term(no, "finance", f"第 {no} 笔", demand_no=demand) for no in (1, 2)]
    taken_over(dealership, case, *parts)
    for no in (1, 2):
        commands.hand_over(clerk, case.id, {"no": no, "delivered_amount": "400"} | SIGNED_FOR)
    assert demands(case.id)[0]["delivered_amount"] == 80_000


def test_nothing_is_handed_over_without_a_receipt_or_twice(clerk, case):
    commands.add_delivery(clerk, case.id, GIFT)
    with pytest.raises(Invalid) as refusal:
        commands.hand_over(clerk, case.id, {"no": 1, "received_by": "陈女士"})
    assert set(refusal.value.problems) == {"implementation.delivery.receipt"}
    commands.hand_over(clerk, case.id, {"no": 1} | SIGNED_FOR)
    for again in (commands.hand_over, commands.change_delivery):
        values = SIGNED_FOR if again is commands.hand_over else {"text": "别的"}
        with pytest.raises(NotPossible):
            again(clerk, case.id, {"no": 1} | values)


def test_an_advance_is_claimed_back_by_finance_and_settled_later(dealership, clerk, case):
    taken_over(dealership, case, term(1, "finance", "拖车费", advanced_by="zhaolei"))
    with pytest.raises(Forbidden):
        commands.claim_back(clerk, case.id, {"no": 1, "claimed_on": "2026-08-01"})

    finance = dealership.person("qianyi")
    days = {"claimed_on": "2026-07-31", "claim_settled_on": "2026-07-30"}
    with pytest.raises(Invalid) as refusal:
        commands.claim_back(finance, case.id, {"no": 1} | days)
    assert "implementation.delivery.claim_settled_on" in refusal.value.problems
    days = {"claimed_on": "2026-07-30", "claim_settled_on": "2026-07-31"}
    commands.claim_back(finance, case.id, {"no": 1} | days)
    assert queries.deliveries(case.id)[0]["claim_settled_on"] == "2026-07-31"


def test_without_an_advance_nothing_is_claimed_back(dealership, clerk, case):
    commands.add_delivery(clerk, case.id, GIFT)
    with pytest.raises(NotPossible):
        commands.claim_back(
            dealership.person("qianyi"), case.id, {"no": 1, "claimed_on": "2026-08-01"}
        )


def test_repairs_are_recorded_corrected_and_taken_back(clerk, case):
    no = commands.add_repair(clerk, case.id, REPAIR).no
    commands.change_repair(clerk, case.id, {"no": no, "technician": "zhouhao"})
    assert queries.repairs(case.id)[0]["technician"] == "zhouhao"
    commands.remove_repair(clerk, case.id, {"no": no})
    assert queries.repairs(case.id) == []


def test_an_inspection_that_is_not_plain_acceptance_says_why(clerk, case):
    for result in ("with_remarks", "refused"):
        with pytest.raises(Invalid) as refusal:
            commands.accept(clerk, case.id, SEEN | {"acceptance": result})
        assert "implementation.remarks" in refusal.value.problems
    commands.accept(clerk, case.id, SEEN)
    row = queries.acceptances(case.id)[0]
    assert row["shown_by"] == "liumin"


def test_the_last_inspection_decides(dealership, clerk, case):
    commands.accept(clerk, case.id, SEEN | {"acceptance": "refused", "remarks": "异响仍在"})
    assert places(case) == ["implementation.acceptance"]
    dealership.clock.forward(hours=5)
    commands.accept(clerk, case.id, SEEN)
    assert places(case) == []


def test_what_is_missing_leads_to_its_place(dealership, clerk, case):
    taken_over(dealership, case, term(1, "service", "更换燃油泵"))
    assert places(case) == [
        "implementation.task.table",
        "implementation.delivery.table",
        "implementation.acceptance",
    ]
    head = dealership.person("zhouhao")
    tasks.finish_task(head, case.id, {"no": 1, "result": "已更换"})
    tasks.verify_task(clerk, case.id, {"no": 1})
    commands.hand_over(clerk, case.id, {"no": 1} | SIGNED_FOR)
    commands.accept(clerk, case.id, SEEN)
    assert places(case) == []


def test_orders_show_what_is_carried_out_and_what_others_left_open(dealership, clerk):
    case = dealership.case("INVESTIGATING")
    check = {"kind": "fact_check", "department": "service"}
    for title in ("核实检测记录", "补拍照片"):
        tasks.add_task(clerk, case.id, check | {"title": title})
    tasks.finish_task(dealership.person("zhouhao"), case.id, {"no": 1, "result": "已核实"})
    tasks.verify_task(clerk, case.id, {"no": 1})
    Case.update(state="IMPLEMENTING").where(Case.id == case.id).execute()
    case = Case.get_by_id(case.id)
    taken_over(dealership, case, term(1, "workshop", "更换燃油泵"))

    shown = queries.orders(case.id)
    assert [row["no"] for row in shown] == [2, 3]
    assert shown[0]["due_at"] is None


def test_contacts_count_from_the_moment_it_was_agreed(dealership, clerk, case):
    contacts.add_contact(clerk, case.id, CALL | {"reached": True})
    dealership.clock.forward(hours=1)
    assert queries.contacts_since_signing(case.id) == []
    taken_over(dealership, case, term(1, "workshop", "更换燃油泵"))
    for _call in range(3):
        dealership.clock.forward(hours=2)
        contacts.add_contact(clerk, case.id, CALL | {"reached": True})
    assert len(queries.contacts_since_signing(case.id)) == 3


def test_without_a_paper_what_was_granted_is_carried_out(dealership, case):
    dealership.demand(case, text="当面致歉")
    assert commands.granted_demands(case) == []


@pytest.mark.parametrize("state", ["NEGOTIATING", "AGREED", "FOLLOW_UP", "CLOSED"])
def test_outside_of_carrying_out_nothing_is_handed_over(dealership, clerk, state):
    case = dealership.case(state)
    with pytest.raises(NotPossible):
        commands.add_delivery(clerk, case.id, GIFT)


def places(case):
    return [item.place for item in queries.missing_to_verify(case.id)]
