"""The history of a case in words: one entry an act, no code and no English in it."""

from __future__ import annotations

import re

import pytest

from models.casework.case import commands, contacts, demands, queries, tasks
from models.casework.case.tables import Case
from models.dealership.access.log_in import system_actor
from models.flow.commands import take
from models.flow.registration import record_follow_up, register_complaint
from models.flow.tick import tick
from models.kernel.command import unit_of_work
from models.stages.followup.commands import plan_rounds
from models.stages.intake.commands import save
from ui.pages.case.desk import CaseDesk
from ui.pages.case.history_words import HistoryWords

TOLD = {
    "phone": "13800000001",
    "customer_name": "陈女士",
    "channel": "phone",
    "object_kind": "quality_brake",
    "story": "刹车异响，修了两次没修好。",
}


@pytest.fixture
def clerk(dealership):
    return dealership.person("liumin")


@pytest.fixture
def case(clerk):
    wanted = [{"kind": "towing", "text": "承担拖车费", "amount": "800"}]
    return register_complaint(clerk, TOLD | {"demands": wanted}).id


@pytest.fixture
def read(ctx_of):
    def entries(case):
        desk = CaseDesk(ctx_of())
        desk.open(case)
        return HistoryWords(desk).entries(queries.history(case))

    return entries


def newest(read, case):
    return read(case)[0].text


def test_registering_is_one_entry(read, case):
    found = read(case)
    assert [entry.text for entry in found] == ["登记投诉：制动系统；刹车异响，修了两次没修好。"]
    assert (found[0].who, found[0].when) == ("刘敏", "今天 09:00")


def test_a_contact_tells_purpose_and_words(read, clerk, case):
    call = {"way": "phone", "direction": "out", "purpose": "progress", "summary": "配件已到"}
    contacts.add_contact(clerk, case, call | {"reached": True})
    assert newest(read, case) == "记录联系：进度告知；配件已到"
    contacts.add_contact(clerk, case, call | {"reached": False})
    assert newest(read, case) == "记录联系：未联系上；进度告知"


def test_a_change_tells_before_and_after(read, dealership, clerk, case):
    demands.change_demand(clerk, case, {"no": 1, "amount": "1200"})
    assert newest(read, case) == "变更诉求：承担拖车费；金额 ¥ 800.00 → ¥ 1,200.00"
    commands.assign(dealership.person("zhaolei"), case, {"owner": "zhaolei"})
    assert newest(read, case) == "移交负责人：负责人 刘敏 → 赵磊"


def test_a_task_is_named_whatever_happens_to_it(read, dealership, clerk, case):
    order = {"kind": "inspection", "department": "service", "title": "检测制动系统"}
    tasks.add_task(clerk, case, order)
    tasks.acknowledge_task(dealership.person("zhouhao"), case, {"no": 1})
    assert newest(read, case) == "签收任务：检测制动系统"
    assert read(case)[0].who == "周浩"


def test_a_step_tells_its_reason(read, clerk, case):
    take(clerk, case, "withdraw", {"reason": "客户表示已自行解决"})
    assert newest(read, case) == "客户撤回：客户表示已自行解决"


def test_what_the_program_did_by_itself_is_told_so(read, dealership, case):
    dealership.clock.forward(hours=24 * 5)
    tick(system_actor(1, clock=dealership.clock))
    entry = read(case)[0]
    assert entry.who == "系统"
    assert "升级" in entry.text


def test_a_follow_up_tells_the_mark_or_that_nobody_answered(read, dealership, clerk, case):
    Case.update(state="VERIFIED").where(Case.id == case).execute()
    with unit_of_work(clerk, "flow.verify") as work:
        plan_rounds(work, Case.get_by_id(case))
    caller = dealership.person("sunqi")
    record_follow_up(caller, case, {"way": "phone"})
    assert newest(read, case) == "记录回访：未联系上"
    said = {"way": "phone", "reached": True, "satisfaction": 5, "words": "很好"}
    record_follow_up(caller, case, said)
    assert newest(read, case) == "记录回访：满意度 5；很好"


def test_a_phone_number_stays_masked(read, clerk, case):
    save(clerk, case, {"phone": "13900000002"})
    assert "13900000002" not in newest(read, case)
    assert "139****0002" in newest(read, case)


def test_two_acts_at_one_moment_stay_two(read, clerk, case):
    for text in ("当面致歉", "延长质保"):
        demands.add_demand(clerk, case, {"kind": "apology", "text": text})
    assert [entry.text for entry in read(case)[:2]] == ["新增诉求：延长质保", "新增诉求：当面致歉"]


def test_nothing_but_chinese_is_told(read, dealership, clerk, case):
    order = {"kind": "inspection", "department": "service", "title": "检测", "due_at": None}
    tasks.add_task(clerk, case, order)
    commands.set_level(clerk, case, {"level": "MAJOR", "level_reason": "涉及行车安全"})
    commands.hold(clerk, case, {"hold": "suspended", "hold_reason": "客户出差"})
    commands.lift_hold(clerk, case, {})
    for entry in read(case):
        assert not re.search(r"[A-Za-z_]{3,}", entry.text), entry.text
