"""What is kept: the store, passwords, search, attachments, backups."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from models.casework.case.queries import head
from models.casework.evidence.commands import add
from models.casework.evidence.queries import evidence_of
from models.dealership.access.passwords import fits, hashed
from models.dealership.parties.spelling import spelling
from models.kernel import files as kept
from models.kernel import search as index
from models.kernel.backup import ENDING, back_up
from models.kernel.db import open_store
from models.kernel.disk import write_file
from models.kernel.engine import engine_of
from models.kernel.verify import verify
from ui.desk.bring_back import bring_back
from ui.desk.selfcheck.bench import COMPLAINT, RARE, expect

if TYPE_CHECKING:
    from models.kernel.db import Store
    from ui.desk.selfcheck.bench import Bench

_ATTACHED = "行车记录 说明（一）.txt"
_CONTENT = "车速 60 km/h，㛃女士在场。\n" * 1000


def store(bench: Bench) -> str:
    """A complaint is registered; the store is closed, opened again and found sound."""
    case_no = bench.case.case_no
    bench.store.close()
    bench.reopened(open_store(bench.store.folder))
    expect(head(bench.actor, case_no).customer_name == COMPLAINT["customer_name"], "name is lost")
    _expect_sound(bench.store)
    engine = engine_of(bench.store)
    expect(engine.journal == "wal", f"the log is {engine.journal}, not wal")
    expect(engine.full_text, "SQLite has no FTS5")
    return f"SQLite {engine.version}, WAL, FTS5, {case_no}"


def passwords(_bench: Bench) -> str:
    """A password is hashed and known again, another one is refused."""
    stored = hashed(RARE)
    expect(fits(stored, RARE), "the right password is refused")
    expect(not fits(stored, f"{RARE} "), "a wrong password is taken")
    return stored.split("$")[1]


def search(bench: Bench) -> str:
    """The complaint is found by Chinese words, a rare name, letters, and how the name sounds."""
    case, found = bench.case, []
    for wanted in (
        "仍漏油",
        RARE,
        "ａｂｃ－ＸＹＺ",
        spelling(str(COMPLAINT["customer_name"])).initials,
    ):
        hits = index.find(bench.actor.branch_id, wanted)
        expect(case.id in {hit.case_id for hit in hits}, f"{wanted} finds nothing")
        found.append(wanted)
    return " ".join(found)


def files(bench: Bench) -> str:
    """An attachment is stored and read back; a file that is open may not be replaceable."""
    source, content = bench.folder / _ATTACHED, _CONTENT.encode()
    source.write_bytes(content)
    told = {"title": "行车记录", "kind": "other", "path": str(source)}
    add(bench.actor, bench.case.case_no, told)
    item = evidence_of(bench.case.id)[-1]
    expect(item.file_name == _ATTACHED, f"the name became {item.file_name}")
    expect(item.file_sha256 == hashlib.sha256(content).hexdigest(), "the content was changed")
    expect(kept.open_bytes(item.file_sha256) == content, "another content is read back")
    with source.open("rb"):
        try:
            write_file(source, b"new")
            note = "can be"
        except PermissionError:
            note = "cannot be"
    return f"{_ATTACHED}; an open file {note} replaced"


def backup(bench: Bench) -> str:
    """The store is backed up into one file and brought back from it."""
    target = bench.folder / f"备份 一{ENDING}"
    info = back_up(bench.actor, bench.store, target)
    brought = bring_back(bench.store, target, bench.admin)
    bench.reopened(brought.store)
    expect(brought.trouble is None, str(brought.trouble))
    expect(head(bench.actor, bench.case.case_no).id == bench.case.id, "the complaint is gone")
    _expect_sound(bench.store)
    return f"{target.name}, {target.stat().st_size // 1024} KB, {info.files} attachments"


def _expect_sound(store: Store) -> None:
    report = verify(store)
    expect(report.ok, f"damaged: {report}")
