"""Logging in: right, wrong, too often wrong, and the open door of a demo store."""

from __future__ import annotations

import pytest

from models.dealership.access import commands, log_in
from models.dealership.access.queries import accounts, actor_for
from models.kernel import settings
from models.kernel.command import unit_of_work
from models.kernel.errors import Forbidden, Invalid, NotPossible
from models.kernel.tables import AuditEntry, AuditValue
from tests.unit.models.dealership.people import PASSWORD


def try_wrong(clock, times, login="lin"):
    for _ in range(times):
        with pytest.raises(Forbidden):
            log_in.log_in(login, "wrong password", clock=clock)


def test_the_right_password_gives_the_actor_with_the_permissions_of_the_role(agent, clock):
    actor = log_in.log_in(" LIN ", PASSWORD, clock=clock)
    assert (actor.login, actor.name, actor.role) == ("lin", "林晓", "care_agent")
    assert actor.may("complaint.register")
    assert not actor.may("account.manage")


def test_unknown_login_and_wrong_password_get_the_same_sentence(agent, clock):
    sentences = set()
    for login in ("lin", "nobody"):
        with pytest.raises(Forbidden) as refusal:
            log_in.log_in(login, "wrong password", clock=clock)
        sentences.add(str(refusal.value))
    assert len(sentences) == 1


def test_five_wrong_tries_lock_until_ten_minutes_later(agent, clock):
    try_wrong(clock, 5)
    with pytest.raises(Forbidden, match="locked until 09:10"):
        log_in.log_in("lin", PASSWORD, clock=clock)
    clock.turn(minutes=10)
    assert log_in.log_in("lin", PASSWORD, clock=clock).login == "lin"


def test_a_right_password_forgets_earlier_tries(agent, clock):
    try_wrong(clock, 4)
    log_in.log_in("lin", PASSWORD, clock=clock)
    try_wrong(clock, 4)
    assert log_in.log_in("lin", PASSWORD, clock=clock).login == "lin"


def test_a_new_password_ends_the_lock(admin, agent, clock):
    try_wrong(clock, 5)
    commands.set_password(admin, {"login": "lin", "password": "a new beginning"})
    assert log_in.log_in("lin", "a new beginning", clock=clock).login == "lin"


def test_a_closed_account_cannot_log_in(admin, agent, clock):
    commands.deactivate(admin, {"login": "lin"})
    with pytest.raises(Forbidden, match="Login or password is wrong"):
        log_in.log_in("lin", PASSWORD, clock=clock)
    with pytest.raises(NotPossible):
        actor_for("lin", clock=clock)
    commands.activate(admin, {"login": "lin"})
    assert log_in.log_in("lin", PASSWORD, clock=clock).login == "lin"


def test_every_try_is_in_the_audit_and_no_password_is(agent, clock):
    try_wrong(clock, 1)
    log_in.log_in("lin", PASSWORD, clock=clock)
    entries = AuditEntry.select().where(AuditEntry.command == "access.log_in")
    values = AuditValue.select().where(AuditValue.entry.in_([e.seq for e in entries]))
    assert [value.value for value in values] == ["refused", "done"]
    texts = [value.value or "" for value in AuditValue.select()]
    assert not [text for text in texts if PASSWORD in text or "argon2" in text]


def test_a_given_password_has_to_be_replaced_by_its_owner(admin, agent, clock):
    commands.set_password(
        admin, {"login": "lin", "password": "a new beginning", "must_change": True}
    )
    actor = log_in.log_in("lin", "a new beginning", clock=clock)
    assert log_in.must_change_password(actor)
    with pytest.raises(Invalid) as refusal:
        commands.change_own_password(actor, {"old_password": "no", "password": "my own sentence"})
    assert set(refusal.value.problems) == {"access.own.old_password"}
    commands.change_own_password(
        actor, {"old_password": "a new beginning", "password": "my own sentence"}
    )
    assert not log_in.must_change_password(actor)
    assert log_in.log_in("lin", "my own sentence", clock=clock).login == "lin"
    assert not [a for a in accounts(admin.branch_id) if a.must_change]


def test_only_a_demo_store_lets_people_in_without_a_password(admin, agent, clock):
    with pytest.raises(Forbidden, match="needs a password"):
        log_in.log_in_to_demo("lin", clock=clock)
    with unit_of_work(admin, "test.demo") as work:
        settings.put(work, "store.demo", True)
    assert log_in.log_in_to_demo("lin", clock=clock).login == "lin"
