"""The check of a store finds each kind of damage and is silent about a sound one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel import files
from models.kernel.command import unit_of_work
from models.kernel.fields import FieldSpec
from models.kernel.tables import AuditEntry, Code, SearchText
from models.kernel.verify import SearchReport, check_search, verify
from tests.stores import PNG

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store

pytestmark = pytest.mark.windows


@pytest.fixture
def filled(store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(Code, "specs", (FieldSpec("code", "label", "Label", searchable=True),))
    with unit_of_work(actor, "test") as work:
        for number in range(3):
            work.insert(Code, list_name="channel", code=f"c{number}", label=f"渠道{number}")
        files.put(work, PNG, "现场.png")
    with unit_of_work(actor, "test") as work:
        work.remove(Code.get(Code.code == "c2"))
    return store


def test_a_sound_store_is_sound(filled: Store) -> None:
    report = verify(filled)
    assert report.ok
    assert report.integrity == []
    assert (report.audit.rows, report.audit.broken) == (4, [])
    assert report.files == files.FileReport([], [], [])
    assert report.search == SearchReport(0, 0)


def test_a_text_that_is_gone_is_missing(filled: Store) -> None:
    SearchText.delete().where(SearchText.subject_id == 1).execute()
    assert check_search() == SearchReport(missing=1, stale=0)
    assert not verify(filled).ok


def test_a_text_that_says_something_else_is_both(filled: Store) -> None:
    SearchText.update(body="其他").where(SearchText.subject_id == 1).execute()
    assert check_search() == SearchReport(missing=1, stale=1)


def test_a_text_of_an_older_normaliser_is_both(filled: Store) -> None:
    SearchText.update(normaliser=0).where(SearchText.subject_id == 1).execute()
    assert check_search() == SearchReport(missing=1, stale=1)


@pytest.mark.parametrize("subject_id", [3, 99])
def test_a_text_of_no_living_record_is_stale(filled: Store, subject_id: int) -> None:
    row = SearchText.get()
    SearchText.insert(dict(row.__data__) | {"id": None, "subject_id": subject_id}).execute()
    assert check_search() == SearchReport(missing=0, stale=1)


def test_a_changed_audit_is_damage(filled: Store) -> None:
    AuditEntry.update(actor="somebody").where(AuditEntry.seq == 1).execute()
    report = verify(filled)
    assert report.audit.broken == [1]
    assert not report.ok


def test_a_lost_attachment_is_damage_and_a_left_over_is_not(filled: Store) -> None:
    (filled.folder / "files" / "stray").write_bytes(b"x")
    assert verify(filled).ok
    [file] = (filled.folder / "files").glob("*/*")
    file.unlink()
    assert not verify(filled).ok


def test_a_loose_reference_is_damage(filled: Store) -> None:
    filled.database.execute_sql("PRAGMA foreign_keys = 0")
    filled.database.execute_sql("DELETE FROM audit_entry WHERE seq = 4")
    assert any("audit_value" in line for line in verify(filled).integrity)
