"""Finding the customer while typing, by whatever the caller says."""

from __future__ import annotations

import pytest

from models.dealership.parties import commands
from models.dealership.parties.matching import match
from models.dealership.parties.spelling import spelling
from models.kernel.db import proxy

VIN = "LATPAB071W1005301"


@pytest.fixture
def known(agent):
    customer = commands.add_customer(
        agent,
        {"name": "单晓明", "phone": "13800001234", "phone2": "010-00005678"},
    ).id
    for values in ({"plate_no": "京A12345", "vin": VIN}, {"plate_no": "沪BD12346"}):
        vehicle = commands.add_vehicle(agent, values).id
        commands.add_ownership(agent, {"customer": customer, "vehicle": vehicle})
    commands.add_customer(agent, {"name": "李悦", "phone": "13900004321"})
    return customer


@pytest.mark.parametrize(
    "typed",
    [
        "138",
        "138 0000",
        "1234",
        "0100000",
        "单",
        "单晓",
        "sxm",
        "shanxiao",
        "SX",
        "京A123",
        "京A·12345",
        "12345",
        "d1234",
        "LATPAB",
        "005301",
    ],
)
def test_the_caller_is_found_with_all_vehicles(agent, known, typed):
    found = match(agent.branch_id, typed)
    assert [one.customer.id for one in found] == [known]
    assert [car.plate_no for car in found[0].vehicles] == ["京A12345", "沪BD12346"]


@pytest.mark.parametrize("typed", ["", "1", "13", "s", "zz", "%", "_", "王", "\x00", "1381"])
def test_too_little_or_unknown_text_finds_nobody(agent, known, typed):
    assert match(agent.branch_id, typed) == []


def test_a_vehicle_without_a_known_owner_stands_alone(agent):
    commands.add_vehicle(agent, {"plate_no": "京A55555"})
    (found,) = match(agent.branch_id, "京A55555")
    assert found.customer is None
    assert [car.plate_no for car in found.vehicles] == ["京A55555"]


def test_a_former_owner_is_not_taken_for_the_caller(agent, known):
    first = match(agent.branch_id, "京A12345")[0]
    assert first.customer.id == known
    commands.end_ownership(agent, {"id": 1, "until": "2026-01-01"})
    (alone,) = match(agent.branch_id, "京A12345")
    assert alone.customer is None


def test_another_branch_sees_nothing(agent, known):
    assert match(agent.branch_id + 1, "138") == []


def test_no_more_than_asked_for(agent):
    for last in range(5):
        commands.add_customer(agent, {"name": f"赵{last}", "phone": f"1380000000{last}"})
    assert len(match(agent.branch_id, "138", limit=3)) == 3


def test_every_search_goes_through_an_index(agent, known, monkeypatch):
    asked = []
    execute = proxy.obj.execute_sql

    def listening(sql, params=None, *args):
        asked.append((sql, params))
        return execute(sql, params, *args)

    monkeypatch.setattr(proxy.obj, "execute_sql", listening)
    for typed in ("1380000", "1234", "sxm", "单", "京A123", "005301"):
        match(agent.branch_id, typed)
    plans = [
        row[3]
        for sql, params in list(asked)
        for row in execute(f"EXPLAIN QUERY PLAN {sql}", params)
    ]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("张三", "zhangsan", "zs"),
        ("单晓明", "shanxiaoming", "sxm"),
        ("尉迟安", "yuchian", "yca"),
        ("John Smith", "johnsmith", "js"),
        ("ＡＢ汽车租赁", "abqichezulin", "aqczl"),
        ("🙂", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_spelled_as_it_sounds(name, pinyin, initials):
    assert spelling(name) == (pinyin, initials)
