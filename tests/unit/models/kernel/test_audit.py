"""The audit chain holds, shows every kind of tampering, and lets a value be erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel import audit
from models.kernel.command import unit_of_work
from models.kernel.tables import AuditEntry, AuditValue, Code

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.kernel.actor import Actor
    from models.kernel.db import Store


@pytest.fixture
def row(store: Store, actor: Actor) -> Code:
    """A record with three entries: made, changed, changed again."""
    with unit_of_work(actor, "test.add") as work:
        row = work.insert(Code, list_name="channel", code="phone", label="13800000001")
    for label in ("13800000002", "13800000003"):
        with unit_of_work(actor, "test.change") as work:
            work.change(row, {"label": label})
    return row  # type: ignore[no-any-return]


def test_an_untouched_chain_holds(row: Code) -> None:
    assert audit.verify() == audit.ChainReport(3, [])


def test_an_empty_chain_holds(store: Store) -> None:
    assert audit.verify() == audit.ChainReport(0, [])


def change_value() -> None:
    AuditValue.update(value="13800000009").where(
        AuditValue.entry == 2, AuditValue.side == audit.NEW
    ).execute()


def change_value_and_digest() -> None:
    value = AuditValue.get(AuditValue.entry == 2, AuditValue.side == audit.NEW)
    value.value = "13800000009"
    value.digest = audit._value_digest(value.salt, value.value)
    value.save()


def change_actor() -> None:
    AuditEntry.update(actor="somebody").where(AuditEntry.seq == 2).execute()


def drop_value() -> None:
    AuditValue.delete().where(AuditValue.entry == 2, AuditValue.side == audit.OLD).execute()


@pytest.mark.parametrize(
    "tamper", [change_value, change_value_and_digest, change_actor, drop_value]
)
def test_a_changed_entry_is_named(row: Code, tamper: Callable[[], None]) -> None:
    tamper()
    assert audit.verify() == audit.ChainReport(3, [2])


def test_a_deleted_entry_shows_at_the_next_one(row: Code, store: Store) -> None:
    drop = AuditEntry.delete().where(AuditEntry.seq == 2)
    store.database.execute_sql("PRAGMA foreign_keys = 0")
    drop.execute()
    assert audit.verify() == audit.ChainReport(2, [3])


def test_an_entry_put_in_later_does_not_fit(row: Code) -> None:
    last = AuditEntry.get(AuditEntry.seq == 3)
    columns = dict(last.__data__) | {"seq": 4, "subject": "code:invented"}
    AuditEntry.insert(columns).execute()
    assert audit.verify().broken == [4]


def test_an_erased_value_is_gone_and_the_chain_holds(row: Code, store: Store) -> None:
    assert audit.erase(f"code:{row.uid}", {"label"}) == 5
    assert audit.verify() == audit.ChainReport(3, [])
    history = audit.history(0)
    assert [entry.values["label"] for entry in history] == [(None, None)] * 3
    assert history[-1].values["code"] == (None, "phone")
    kept = store.database.execute_sql("SELECT count(*) FROM audit_value WHERE value LIKE '138%'")
    assert kept.fetchone()[0] == 0


def test_equal_values_cannot_be_told_from_their_digests(row: Code, actor: Actor) -> None:
    with unit_of_work(actor, "test.add") as work:
        work.insert(Code, list_name="channel", code="same", label="13800000001")
    digests = [value.digest for value in AuditValue.select().where(AuditValue.key == "label")]
    assert len(digests) == len(set(digests)) == 6


def test_history_is_newest_first_and_of_one_case(row: Code, actor: Actor) -> None:
    with unit_of_work(actor, "test.note") as work:
        work.note("case:1", {"step": "one"}, case_id=1)
        work.note("case:2", {"step": "two"}, case_id=2)
    assert [entry.seq for entry in audit.history(0)] == [3, 2, 1]
    assert [entry.values for entry in audit.history(2)] == [{"step": (None, "two")}]
    assert len(audit.history(0, limit=2)) == 2
