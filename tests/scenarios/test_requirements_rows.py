"""Rows A to C of docs/requirements.md: what the desk asks, hears, checks and says first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.case import clock, contacts, demands, queries, tasks
from models.casework.case.commands import assign, set_level
from models.casework.case.tables import Case
from models.casework.case.weight import mark_key_customer
from models.flow.commands import take
from models.flow.registration import register_complaint
from models.kernel.errors import Invalid, NotPossible
from models.kernel.zone import HOUR, MINUTE
from models.stages.analysis import commands as analyses
from models.stages.analysis import queries as findings
from models.stages.intake import commands as intakes
from models.stages.intake.queries import registration

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.command import Done
    from tests.casefile import Dealership

TOLD = {
    "phone": "13800000001",
    "customer_name": "陈女士",
    "channel": "phone",
    "object_kind": "quality_fuel",
    "story": "新车不到一千公里，高速上熄火。\n已叫拖车，人在路边等。",
}
EVERYTHING = TOLD | {
    "relation": "owner",
    "address": "示例市示例区示例路1号",
    "plate_no": "京A12345",
    "model": "示例牌 S5 1.5T 尊享型",
    "odometer_km": 968,
    "invoice_date": "2026-07-10",
    "production_date": "2026-06-01",
    "batch_no": "B2606-17",
    "happened_at": "2026-08-01T08:35:00+08:00",
    "happened_place": "环湖高速 K38",
    "symptom": "启动机转动但不着车",
    "used_how": "高速行驶约 100 公里/小时",
    "recent_use": "提车后主要在市区行驶，之前开其他品牌",
    "part": "燃油泵",
    "replaced_parts": "上月换过仪表",
    "employee": "张工",
    "key_points": "人平安；明早要用车",
    "home_dealer": "外地示例店",
    "vehicle_where": "on_road",
}


@pytest.fixture
def clerk(dealership: Dealership) -> Actor:
    return dealership.person("liumin")


def registered(clerk: Actor, **told: Any) -> Done:
    return register_complaint(clerk, TOLD | told)


@pytest.mark.parametrize(
    "channel",
    [
        "phone",
        "wechat",
        "walk_in",
        "web",
        "letter",
        "fax",
        "maker_line",
        "authority_12345",
        "authority_12315",
        "mayor_mailbox",
        "consumer_association",
    ],
)
def test_a_complaint_comes_through_any_channel(clerk: Actor, channel: str) -> None:
    done = registered(clerk, channel=channel, source="maker", source_no="CRC-0001")
    head = queries.head(clerk, done.id)
    assert (head.channel, registration(done.id)["source"]) == (channel, "maker")


def test_everything_told_on_the_phone_is_kept(clerk: Actor) -> None:
    wish = {"kind": "exchange", "text": "换一台新车"}
    done = register_complaint(clerk, EVERYTHING | {"demands": [wish]})
    kept = registration(done.id)
    told = {key: value for key, value in EVERYTHING.items() if key != "happened_at"}
    assert {key: kept[key] for key in told} == told
    assert kept["happened_at"] is not None
    assert [row["text"] for row in demands.demands(done.id)] == ["换一台新车"]


def test_a_company_is_registered_with_its_address_and_who_speaks_for_it(clerk: Actor) -> None:
    told = {
        "customer_kind": "company",
        "customer_name": "示例物流有限公司",
        "contact_person": "赵经理",
        "address": "示例市示例区示例路2号",
        "phone": "13900000002",
    }
    kept = registration(registered(clerk, **told).id)
    assert {key: kept[key] for key in told} == told


def test_who_recorded_it_and_to_whom_it_went_is_kept_with_the_time(
    dealership: Dealership, clerk: Actor
) -> None:
    done = registered(clerk)
    kept = registration(done.id)
    assert (kept["recorded_by"], kept["recorded_at"]) == ("liumin", dealership.clock.now)
    dealership.clock.forward(minutes=5)
    over = {"owner": "zhaolei", "handover_note": "需要技术判断，请今天回电"}
    assign(dealership.person("sunqi"), done.id, over)
    assert queries.head(clerk, done.id).owner == "zhaolei"
    newest = queries.history(done.id)[0]
    assert (newest.command, newest.at) == ("case.assign", dealership.clock.now)


def test_the_taking_department_confirms_that_the_case_arrived(
    dealership: Dealership, clerk: Actor
) -> None:
    done = registered(clerk)
    over = {"handling": "transfer", "transfer_department": "service", "transfer_reason": "熄火待查"}
    analyses.judge_handling(clerk, done.id, over)
    dealership.clock.forward(minutes=8)
    tasks.acknowledge_task(dealership.person("zhouhao"), done.id, {"no": 1})
    task = queries.tasks(done.id)[0]
    assert (task["acknowledged_by"], task["acknowledged_at"]) == ("zhouhao", dealership.clock.now)


def test_a_key_customer_is_marked_with_the_reason_on_every_case(clerk: Actor) -> None:
    first, second = registered(clerk), registered(clerk)
    with pytest.raises(Invalid) as refusal:
        mark_key_customer(clerk, first.id, {"key_customer": True})
    assert set(refusal.value.problems) == {"parties.customer.key_reason"}
    weight = {"key_customer": True, "key_reason": "公司用车五台，还要再买三台", "wants_to_buy": 3}
    mark_key_customer(clerk, first.id, weight)
    assert all(queries.head(clerk, done.id).key_customer for done in (first, second))
    mark_key_customer(clerk, second.id, {"key_customer": False})
    assert not queries.head(clerk, first.id).key_customer


def test_nobody_is_a_key_customer_unknown(clerk: Actor) -> None:
    told = {key: value for key, value in TOLD.items() if key not in {"phone", "customer_name"}}
    done = register_complaint(clerk, told | {"anonymous": True, "confirmed": True})
    with pytest.raises(NotPossible):
        mark_key_customer(clerk, done.id, {"key_customer": True, "key_reason": "大客户"})


def test_registration_is_left_only_with_a_confirmed_focus(clerk: Actor) -> None:
    done = registered(clerk)
    call = {"way": "phone", "direction": "out", "purpose": "first_response", "summary": "已致电"}
    contacts.add_contact(clerk, done.id, call | {"reached": True})
    with pytest.raises(NotPossible) as refusal:
        take(clerk, done.id, "acknowledge")
    assert {item.place for item in refusal.value.missing} >= {"intake.focus"}
    said = {"read_back_text": "您的车在高速上熄火。", "focus": "新车高速熄火"}
    depths = {"explicit_problem": "燃油泵故障", "hidden_problem": "觉得没人当回事"}
    intakes.read_back(clerk, done.id, said | depths | {"read_back_confirmed": True})
    take(clerk, done.id, "acknowledge")
    kept = registration(done.id)
    assert Case.get_by_id(done.id).state == "ACKNOWLEDGED"
    assert (kept["explicit_problem"], kept["hidden_problem"]) == ("燃油泵故障", "觉得没人当回事")


def test_sales_service_and_finance_each_check_their_part(
    dealership: Dealership, clerk: Actor
) -> None:
    case = dealership.case("INVESTIGATING")
    for department in ("sales", "service", "finance"):
        asked = {"kind": "fact_check", "department": department, "title": f"核实 {department}"}
        tasks.add_task(clerk, case.id, asked)
    tasks.finish_task(dealership.person("qianyi"), case.id, {"no": 3, "result": "已付 800 元"})
    found = {row["department"]: row["state"] for row in queries.tasks(case.id)}
    assert found == {"sales": "open", "service": "open", "finance": "done"}


def test_a_manager_goes_to_the_scene(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("RECEIVED")
    visit = {
        "way": "scene",
        "direction": "out",
        "purpose": "fact_finding",
        "leader": "zhaolei",
        "place": "环湖高速 K38",
        "summary": "服务经理到现场查看并拍照",
        "reached": True,
    }
    contacts.add_contact(clerk, case.id, visit)
    row = queries.contacts(case.id)[0]
    assert (row["way"], row["leader"], row["place"]) == ("scene", "zhaolei", "环湖高速 K38")


def test_wishes_without_money_and_losses_one_by_one(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("RECEIVED")
    wanted = [
        {"kind": "discount", "text": "以后保养打折"},
        {"kind": "promotion_help", "text": "帮忙做一次促销"},
        {"kind": "other", "text": "停车费", "amount": "120"},
        {"kind": "lost_income", "text": "停运三天", "amount": "1500"},
    ]
    for one in wanted:
        demands.add_demand(clerk, case.id, one)
    found = demands.demands(case.id)
    assert [row["amount"] for row in found] == [None, None, 12_000, 150_000]
    assert [row["no"] for row in found] == [1, 2, 3, 4]


def test_the_day_the_customer_needs_the_car_is_kept(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("RECEIVED")
    wish = {
        "kind": "deadline",
        "text": "24 小时内提车",
        "deadline": dealership.clock.now + 24 * HOUR,
    }
    demands.add_demand(clerk, case.id, wish)
    assert demands.demands(case.id)[0]["deadline"] == dealership.clock.now + 24 * HOUR


@pytest.mark.parametrize("way", ["phone", "fax", "visit_store", "home_visit"])
def test_every_contact_keeps_its_way_mood_and_apology(
    dealership: Dealership, clerk: Actor, way: str
) -> None:
    case = dealership.case("RECEIVED")
    said = {"direction": "out", "purpose": "first_response", "summary": "说明会马上核实"}
    words = {"apology": True, "apology_words": "让您受惊了，非常抱歉。", "mood": 5, "reached": True}
    contacts.add_contact(clerk, case.id, said | words | {"way": way})
    row = queries.contacts(case.id)[0]
    assert (row["way"], row["mood"], row["handler"]) == (way, 5, "liumin")
    assert (row["apology_words"], row["at"]) == ("让您受惊了，非常抱歉。", dealership.clock.now)
    assert findings.responsibility(case.id) == []


def test_the_customer_is_moved_to_calmer_ground(dealership: Dealership, clerk: Actor) -> None:
    case = dealership.case("RECEIVED")
    moved = {
        "way": "visit_store",
        "direction": "in",
        "purpose": "calm",
        "summary": "请到贵宾室，由经理接待，另约时间细谈",
        "changed_setting": "place,person,time",
        "leader": "zhaolei",
        "next_at": dealership.clock.now + 26 * HOUR,
        "reached": True,
    }
    contacts.add_contact(clerk, case.id, moved)
    row = queries.contacts(case.id)[0]
    assert set(row["changed_setting"].split(",")) == {"place", "person", "time"}
    assert (row["leader"], row["next_at"]) == ("zhaolei", dealership.clock.now + 26 * HOUR)


def test_the_level_is_raised_with_its_reason_and_shortens_the_clocks(
    dealership: Dealership, clerk: Actor
) -> None:
    done = registered(clerk, level="GENERAL")
    before = {due.kind: due.due_at for due in queries.head(clerk, done.id).dues}
    set_level(clerk, done.id, {"level": "MAJOR", "level_reason": "高速熄火，涉及安全"})
    head = queries.head(clerk, done.id)
    after = {due.kind: due.due_at for due in head.dues}
    assert (head.level, head.level_reason) == ("MAJOR", "高速熄火，涉及安全")
    assert after[clock.FIRST_RESPONSE] < before[clock.FIRST_RESPONSE]


def test_minutes_from_the_call_to_the_first_contact_stand_on_the_case(
    dealership: Dealership, clerk: Actor
) -> None:
    done = registered(clerk)
    dealership.clock.now += 9 * MINUTE
    call = {"way": "phone", "direction": "out", "purpose": "first_response", "summary": "已致电"}
    contacts.add_contact(clerk, done.id, call | {"reached": True})
    assert queries.head(clerk, done.id).minutes_to_first_contact == 9
