"""Many records in one unit of work leave the same traces as one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel import audit, search
from models.kernel.changes import collecting
from models.kernel.command import unit_of_work
from models.kernel.errors import Stale
from models.kernel.many import ManyWork
from models.kernel.tables import AuditValue, Code

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store


def add(actor: Actor, *codes: str) -> list[Code]:
    with unit_of_work(actor, "test.many", kind=ManyWork) as work:
        return [work.insert(Code, list_name="channel", code=code, label=code) for code in codes]


def test_what_is_new_is_stored_audited_and_numbered(store: Store, actor: Actor) -> None:
    with collecting() as changes:
        rows = add(actor, "phone", "letter")
    kept = {(row.id, row.uid, row.code, row.version, row.created_by) for row in Code.select()}
    assert kept == {(row.id, row.uid, row.code, 1, "chenjie") for row in rows}
    assert [(one.table, one.id, one.action) for one in changes] == [
        ("code", row.id, "insert") for row in rows
    ]
    assert audit.verify() == audit.ChainReport(2, [])


def test_a_record_changes_once_with_all_that_was_told(store: Store, actor: Actor) -> None:
    [row] = add(actor, "phone")
    with unit_of_work(actor, "test.change", kind=ManyWork) as work:
        assert work.change(row, {"label": "Telephone"})
        assert work.change(row, {"position": 3})
        assert not work.change(row, {"position": 3})
    kept = Code.get_by_id(row.id)
    assert (kept.label, kept.position, kept.version) == ("Telephone", 3, row.version)
    told = {(v.key, v.side, v.value) for v in AuditValue.select().where(AuditValue.entry == 2)}
    assert ("label", audit.OLD, "phone") in told
    assert ("label", audit.NEW, "Telephone") in told
    assert audit.verify() == audit.ChainReport(2, [])


def test_what_is_new_can_change_and_go_in_the_same_work(store: Store, actor: Actor) -> None:
    with unit_of_work(actor, "test.many", kind=ManyWork) as work:
        row = work.insert(Code, list_name="channel", code="phone", label="phone")
        work.change(row, {"label": "Telephone"})
        gone = work.insert(Code, list_name="channel", code="letter", label="letter")
        work.remove(gone)
    assert Code.get_by_id(row.id).label == "Telephone"
    assert Code.get_by_id(gone.id).deleted_at == work.now
    assert search.find(1, "telephone") == []


def test_nobodys_newer_values_are_overwritten(store: Store, actor: Actor) -> None:
    [row] = add(actor, "phone")
    seen = Code.get_by_id(row.id)
    with unit_of_work(actor, "test.change") as work:
        work.change(seen, {"label": "Telephone"})
    with pytest.raises(Stale), unit_of_work(actor, "test.change", kind=ManyWork) as work:
        work.change(row, {"label": "Call"})
    assert Code.get_by_id(row.id).label == "Telephone"
