"""What a new store has, and what the administrator changes of it."""

from __future__ import annotations

import json
from datetime import date

import pytest

import resources
from models.casework.case.calendar_change import take_over
from models.dealership.access import set_up
from models.dealership.office import commands, queries, rules
from models.kernel import codes
from models.kernel.errors import Forbidden, Invalid, NotPossible
from models.kernel.fields import FieldSpec
from resources.texts import Texts, catalogue

FIRST = {
    "name": "临江汽车销售服务有限公司",
    "credit_code": "91350100M000100Y43",
    "admin_login": "Admin",
    "admin_name": "何静",
    "admin_password": "open the doors",
}


def test_a_fresh_store_has_no_branch(empty_store):
    assert not queries.exists()
    assert queries.home_branch_id() == 0


def test_setting_up_gives_branch_lists_calendar_and_administrator(empty_store, clock):
    set_up.set_up_store(set_up.first_actor(clock), FIRST)
    branch = queries.branch(queries.home_branch_id())
    assert (branch.name, branch.short_name) == (FIRST["name"], FIRST["name"])
    assert branch.credit_code == "91350100M000100Y43"
    assert "customer_care" in {value.code for value in queries.departments(branch.branch_id)}
    calendar = queries.calendar_of(branch.branch_id)
    assert not calendar.is_working_day(date(2026, 10, 1))
    assert 2026 in calendar.known_years


def test_a_store_is_set_up_once(admin, clock):
    with pytest.raises(NotPossible, match="already has a branch"):
        set_up.set_up_store(set_up.first_actor(clock), FIRST)


def test_nobody_but_the_first_run_may_set_up(admin):
    with pytest.raises(Forbidden):
        set_up.set_up_store(admin, FIRST)


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("name", " ", "office.name"),
        ("credit_code", "91350100M000100Y4Z", "office.credit_code"),
        ("admin_password", "short", "access.first.admin_password"),
        ("admin_login", "a b", "access.first.admin_login"),
        ("logo", "0" * 64, "office.logo"),
    ],
)
def test_a_wrong_value_leaves_the_store_empty(empty_store, clock, key, value, place):
    with pytest.raises(Invalid) as refusal:
        set_up.set_up_store(set_up.first_actor(clock), FIRST | {key: value})
    problems = {
        name.replace("office.admin", "access.first.admin") for name in refusal.value.problems
    }
    assert problems == {place}
    assert not queries.exists()


def test_the_branch_can_be_changed_field_by_field(admin):
    commands.change_branch(admin, {"phone": "010-00001234", "place": "临江市"})
    branch = queries.branch(admin.branch_id)
    assert (branch.phone, branch.place) == ("010-00001234", "临江市")
    assert branch.name == "临江汽车销售服务有限公司"


def test_an_agent_changes_no_settings(agent):
    with pytest.raises(Forbidden):
        commands.change_branch(agent, {"phone": "010-00001234"})


def test_working_hours_follow_what_was_typed(admin):
    commands.set_periods(admin, {"periods": "9：00-12：00，14:00-18:00", "weekdays": "tue,mon"})
    calendar = queries.calendar_of(admin.branch_id)
    assert set(calendar.periods) == {0, 1}
    assert rules.hours_text([list(p) for p in calendar.periods[0]]) == "09:00-12:00, 14:00-18:00"
    assert rules.days_text([0, 1]) == "mon,tue"


@pytest.mark.parametrize("typed", ["25:00-26:00", "12:00-09:00", "morning"])
def test_impossible_working_hours_are_refused_at_the_field(admin, typed):
    with pytest.raises(Invalid) as refusal:
        commands.set_periods(admin, {"periods": typed, "weekdays": "mon"})
    assert set(refusal.value.problems) == {"office.time.periods"}


def test_an_imported_calendar_makes_its_year_known(admin):
    before = queries.calendar_of(admin.branch_id)
    done = take_over(
        admin, {"content": "2027-01-01,holiday,元旦\n2027-01-03,workday,元旦\n2027-10-01,休,国庆节"}
    )
    after = queries.calendar_of(admin.branch_id)
    assert done.imported == commands.Imported(3, (2027,))
    assert 2027 not in before.known_years
    assert 2027 in after.known_years
    assert not after.is_working_day(date(2027, 1, 1))
    assert after.is_working_day(date(2027, 1, 3))
    assert [day.name for day in queries.calendar_days(admin.branch_id, 2027)][-1] == "国庆节"


def test_importing_a_year_again_replaces_it(admin):
    year = "2027-01-01,holiday,元旦\n2027-10-01,holiday,国庆节"
    take_over(admin, {"content": f"{year}\n2027-05-01,holiday,劳动节"})
    take_over(admin, {"content": year})
    assert len(queries.calendar_days(admin.branch_id, 2027)) == 2


def test_a_calendar_with_wrong_lines_changes_nothing(admin):
    with pytest.raises(Invalid) as refusal:
        take_over(admin, {"content": "2027-13-01,holiday,x\n2027-01-01,maybe,y"})
    assert "1 further" in str(refusal.value.problems["office.calendar.content"])
    assert queries.calendar_days(admin.branch_id, 2027) == []


def test_every_code_of_the_seed_is_in_the_lists_and_has_a_chinese_name(admin):
    seed = json.loads(resources.path("seed/codes.json").read_text(encoding="utf-8"))
    chinese = catalogue("zh_CN")
    for list_name, rows in seed.items():
        stored = codes.values(admin.branch_id, list_name)
        assert [value.code for value in stored] == [row["code"] for row in rows]
        assert not [row["label"] for row in rows if ("codes", row["label"]) not in chinese]
        tops = {row["code"] for row in rows if "parent" not in row}
        assert {row["parent"] for row in rows if "parent" in row} <= tops


def test_the_cause_tree_has_the_four_classes_with_their_causes(admin):
    causes = codes.values(admin.branch_id, "cause")
    of = {
        top: {c.code for c in causes if c.parent == top}
        for top in ("value", "system", "people", "customer")
    }
    assert {"repeat_repair", "defective_product", "poor_warranty", "no_added_value"} <= of["value"]
    assert {"no_reception", "long_wait_settlement", "low_skill", "wrong_handling"} <= of["system"]
    assert {"impolite", "unclear_explanation", "handover_insurance_not_told"} <= of["people"]
    assert of["customer"] >= {"misread_warranty", "luck_seeking", "misuse", "expectation_too_high"}


def test_a_refusal_is_a_chinese_sentence(admin, clock):
    with pytest.raises(NotPossible) as refusal:
        set_up.set_up_store(set_up.first_actor(clock), FIRST)
    assert "已有门店“临江汽车销售服务有限公司”" in Texts("zh_CN").say(refusal.value.message)


def test_lists_that_fields_name_exist(admin):
    from models.dealership.access import fields as access_fields
    from models.dealership.office import fields as office_fields
    from models.dealership.parties import fields as party_fields

    named = {
        spec.codes
        for module in (access_fields, office_fields, party_fields)
        for value in vars(module).values()
        if isinstance(value, tuple)
        for spec in value
        if isinstance(spec, FieldSpec) and spec.codes
    }
    known = codes.known_in(admin.branch_id)
    assert all(known(list_name) for list_name in named)
