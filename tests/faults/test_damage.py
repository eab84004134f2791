"""A damaged store and a disk that gives up halfway are told as what they are."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from models.kernel import db, dbfile
from models.kernel.errors import EnvironmentTrouble, NotPossible
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message, Texts
from tests.consoles import _demo, _staffed, console, demo_store, lines, registered, with_case
from tests.stores import PNG
from ui.desk.crash import CrashTeller

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console

__all__ = ["_demo", "_staffed", "console", "demo_store", "with_case"]

pytestmark = pytest.mark.windows

MALFORMED = sqlite3.DatabaseError("database disk image is malformed")


def damage(store: Path) -> None:
    """Write nonsense over the pages of the history."""
    file = store / db.DATABASE_FILE
    dbfile.release(file)
    with closing(sqlite3.connect(file)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'audit_value'"
        ).fetchone()
    content = bytearray(file.read_bytes())
    content[(root - 1) * size : root * size] = os.urandom(size)
    file.write_bytes(content)


def test_the_check_of_a_damaged_store_reports_damage(console: Console, with_case: Path) -> None:
    damage(with_case)
    ran = console("verify", "--data", with_case, "--json")
    assert ran.code == 4
    assert not ran.json["ok"]
    assert ran.json["integrity"]


def test_what_the_driver_says_while_rows_are_read_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="damaged"), trouble_as_sentences(tmp_path):
        raise MALFORMED


class Told:
    """Keeps what the window would have told."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def tell(self, sentence: str) -> None:
        self.sentences.append(sentence)


@pytest.mark.parametrize(
    ("problem", "words"),
    [(MALFORMED, "恢复最近的备份"), (OSError(errno.ENOSPC, "No space"), "已满")],
)
def test_the_window_names_trouble_that_no_page_expected(
    problem: Exception, words: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ask: Any = Told()
    CrashTeller(ask, Texts("zh_CN"), tmp_path).tell(type(problem), problem, None)
    CrashTeller(ask, Texts("zh_CN"), tmp_path).tell(KeyError, KeyError("x"), None)
    assert words in ask.sentences[0]
    assert words not in ask.sentences[1]
    assert len(caplog.records) == 2


def test_a_refusal_that_no_page_took_is_said_and_is_no_fault(tmp_path: Path) -> None:
    ask: Any = Told()
    refused = NotPossible(
        Message("case", "There is no case {case_no}. Check the number.", case_no="KS-1")
    )
    CrashTeller(ask, Texts("zh_CN"), tmp_path).tell(type(refused), refused, None)
    assert ask.sentences == ["没有编号为 KS-1 的投诉，请核对编号。"]


def test_lines_done_before_the_disk_gave_up_are_answered(
    console: Console, demo_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "现场.png"
    picture.write_bytes(PNG)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    told = {"case_no": "$c1.case_no", "kind": "photo_scene", "title": "现场", "path": str(picture)}
    evidence = {"do": "evidence.add", "as": "liumin", "at": "2026-08-03T10:00+08:00", "with": told}
    file = lines(tmp_path / "lines.jsonl", registered(), evidence, registered())
    ran = console("apply", file, "--data", demo_store, "--json", "--keep-going")
    assert ran.code == 3
    assert [row["ok"] for row in ran.json] == [True, False]
    assert ran.json[1]["error"]["kind"] == "trouble"
    assert "已满" in ran.json[1]["error"]["message"]


@pytest.mark.parametrize("name", ["no folder/x.pdf", "."])
def test_a_place_where_no_paper_can_be_written_is_named(
    name: str, console: Console, with_case: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    ran = console("print", "KS-2026-000001", "complaint_register", out, "--data", with_case)
    assert ran.code == 3
    assert str(out) in ran.err or str(tmp_path) in ran.err
    assert not any(word in ran.err for word in ("No such", "Is a directory", "Errno"))
