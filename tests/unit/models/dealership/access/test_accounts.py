"""Accounts, roles, authority and absences."""

from __future__ import annotations

import pytest

from models.dealership.access import absences, commands, queries, roles
from models.kernel.command import COMMANDS
from models.kernel.errors import Forbidden, Invalid, NotPossible, Stale
from resources.texts import Message, Texts, catalogue
from tests.unit.models.dealership.people import add_person

GOOD = {
    "login": "zhou",
    "name": "周明",
    "role": "manager",
    "department": "service",
    "password": "good morning",
}


def problems_of(command, actor, values):
    with pytest.raises(Invalid) as refusal:
        command(actor, values)
    return set(refusal.value.problems)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("login", "two words"),
        ("login", "system"),
        ("name", ""),
        ("role", "king"),
        ("department", "moon"),
        ("phone", "123"),
        ("password", "1234567"),
        ("password", "zhou"),
    ],
)
def test_an_account_with_a_wrong_value_is_refused_at_the_field(admin, key, value):
    assert problems_of(commands.add_account, admin, GOOD | {key: value}) == {
        f"access.account.{key}"
    }


def test_the_password_must_not_be_the_login(admin):
    same = GOOD | {"login": "zhou.ming", "password": "ZHOU.MING"}
    assert problems_of(commands.add_account, admin, same) == {"access.account.password"}


def test_a_login_is_taken_once_whatever_its_case(admin):
    commands.add_account(admin, GOOD)
    again = GOOD | {"login": "ZHOU"}
    assert problems_of(commands.add_account, admin, again) == {"access.account.login"}


def test_a_changed_role_changes_what_the_person_may_do(admin, agent, clock):
    commands.change_account(admin, {"login": "lin", "role": "finance", "title": "出纳"})
    actor = queries.actor_for("lin", clock=clock)
    assert actor.may("payment.record")
    assert not actor.may("complaint.register")
    assert actor.name == "林晓"


def test_somebody_faster_is_not_overwritten(admin, agent):
    commands.change_account(admin, {"login": "lin", "title": "组长"})
    with pytest.raises(Stale):
        commands.change_account(admin, {"login": "lin", "title": "专员", "version": 1})


def test_the_last_administrator_stays(admin):
    with pytest.raises(NotPossible, match="last administrator"):
        commands.deactivate(admin, {"login": "admin"})
    with pytest.raises(NotPossible, match="last administrator"):
        commands.change_account(admin, {"login": "admin", "role": "manager"})
    add_person(admin, "second", "许安", "administrator")
    commands.deactivate(admin, {"login": "admin"})
    assert [p.login for p in queries.people(admin.branch_id)] == ["second"]
    assert queries.names(admin.branch_id)["admin"] == "何静"


def test_only_who_manages_accounts_adds_them(agent):
    with pytest.raises(Forbidden) as refusal:
        commands.add_account(agent, GOOD)
    assert Texts("zh_CN").say(refusal.value.message) == (
        "“客服专员”没有此项权限（管理账号），请联系有权限的同事。"
    )


def test_a_decision_on_paper_names_both_people(admin, agent, clock):
    actor = queries.actor_for("admin", clock=clock, recorded_by="lin", medium="paper")
    assert (actor.login, actor.typed_by, actor.medium) == ("admin", "lin", "paper")


def test_a_changed_limit_counts_at_once(admin):
    commands.change_authority(admin, {"role": "care_agent", "limit_fen": "500.00"})
    assert queries.authority_limit(admin.branch_id, "care_agent") == 50_000


@pytest.mark.parametrize("amount", ["-1", "much", ""])
def test_a_limit_is_an_amount(admin, amount):
    values = {"role": "manager", "limit_fen": amount}
    assert problems_of(commands.change_authority, admin, values) == {"access.authority.limit_fen"}


def test_nobody_raises_the_own_limit(admin):
    with pytest.raises(Forbidden):
        commands.change_authority(admin, {"role": "administrator", "limit_fen": "9999"})


def test_a_deputy_stands_in_from_the_first_to_the_last_day(admin, agent):
    add_person(admin, "zhou", "周明", "manager")
    values = {"first_day": "2026-03-02", "last_day": "2026-03-06"}
    done = absences.add_absence(admin, values | {"login": "lin", "deputy": "zhou"})
    days = ("2026-03-01", "2026-03-02", "2026-03-06", "2026-03-07")
    done_for = [absences.deputised(admin.branch_id, "zhou", day) for day in days]
    assert done_for == [[], ["lin"], ["lin"], []]
    assert [a.deputy for a in absences.absences(admin.branch_id, since_day="2026-03-06")] == [
        "zhou"
    ]
    absences.remove_absence(admin, {"id": done.id})
    assert absences.deputised(admin.branch_id, "zhou", "2026-03-03") == []
    with pytest.raises(NotPossible):
        absences.remove_absence(admin, {"id": done.id})


def test_an_absence_needs_an_order_and_somebody_else(admin, agent):
    values = {
        "login": "lin",
        "deputy": "lin",
        "first_day": "2026-03-06",
        "last_day": "2026-03-02",
    }
    assert problems_of(absences.add_absence, admin, values) == {
        "access.absence.last_day",
        "access.absence.deputy",
    }
    with pytest.raises(NotPossible, match="no account ghost"):
        absences.add_absence(admin, values | {"deputy": "ghost"})


def test_the_program_itself_runs_the_clocks(admin, clock):
    actor = queries.system_actor(clock=clock)
    assert actor.may("system.tick")
    assert not actor.may("account.manage")


def test_every_role_and_permission_has_a_chinese_name():
    known = catalogue("zh_CN")
    named = [roles.role_name(role) for role in (*roles.ROLE_PERMISSIONS, roles.SYSTEM, roles.OEM)]
    every = {*roles.PERMISSIONS, *roles.SYSTEM_PERMISSIONS, "store.set_up"}
    named += [Message("access", f"permission {permission}") for permission in every]
    assert not [m.msgid for m in named if (m.room, m.msgid) not in known]


def test_permissions_of_dealership_commands_are_known():
    own = [c for c in COMMANDS.values() if c.name.split(".")[0] in ("access", "office", "parties")]
    assert own
    assert {c.permission for c in own} <= {*roles.PERMISSIONS, "store.set_up"}


def test_every_role_has_a_limit():
    assert set(roles.DEFAULT_LIMITS_FEN) == set(roles.ROLE_PERMISSIONS)
    assert roles.permissions_of("unknown") == frozenset()
