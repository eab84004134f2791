"""The contract of the command line: options, exit codes, refusals."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.consoles import MONDAY, SECRET, Console
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.windows, pytest.mark.scenario]

CASE = "KS-2026-000001"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
MONEY = re.compile(r"\d+\.\d\d")


def alter(store: Path, statement: str) -> None:
    """Change a store behind the program's back."""
    with closing(sqlite3.connect(store / "kesutong.db")) as connection:
        connection.execute(statement)
        connection.commit()


def test_done_is_exit_0(console: Console, with_case: Path) -> None:
    assert console("cases", "--data", with_case, "--json").code == 0


def test_refused_is_exit_1_with_the_error_object(console: Console, with_case: Path) -> None:
    ran = console("show", "KS-2026-999999", "--data", with_case, "--json")
    assert ran.code == 1
    assert set(ran.error) == {"kind", "message", "problems", "missing"}
    assert ran.error["kind"] == "not_possible"
    assert "KS-2026-999999" in ran.error["message"]


def test_no_permission_is_exit_1_and_forbidden(console: Console, with_case: Path) -> None:
    command = ("backup", with_case / "b.ksbak", "--data", with_case, "--as", "liumin", "--json")
    ran = console(*command)
    assert (ran.code, ran.error["kind"]) == (1, "forbidden")


def test_usage_is_exit_2(console: Console, with_case: Path) -> None:
    assert console("cases", "--state", "NOWHERE", "--data", with_case).code == 2
    assert console("dance").code == 2
    assert console("cases", "--lang", "klingon").code == 2


def test_a_missing_store_is_exit_3(console: Console, tmp_path: Path) -> None:
    ran = console("cases", "--data", tmp_path / "nowhere", "--json")
    assert (ran.code, ran.error["kind"]) == (3, "trouble")
    assert not (tmp_path / "nowhere").exists()


def test_a_store_of_a_newer_version_is_exit_3(console: Console, demo_store: Path) -> None:
    alter(demo_store, "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2027')")
    before = (demo_store / "kesutong.db").read_bytes()
    ran = console("cases", "--data", demo_store, "--json")
    assert (ran.code, ran.error["kind"]) == (3, "trouble")
    assert (demo_store / "kesutong.db").read_bytes() == before


def test_damage_is_exit_4(console: Console, with_case: Path) -> None:
    assert console("verify", "--data", with_case, "--json").json["ok"] is True
    alter(with_case, "UPDATE audit_value SET value = '王大明' WHERE value = '王小明'")
    ran = console("verify", "--data", with_case, "--json")
    assert (ran.code, ran.json["ok"]) == (4, False)
    assert ran.json["audit"]["rows"] > 0
    assert ran.json["audit"]["broken"]
    assert set(ran.json["files"]) == {"missing", "changed", "orphans"}
    assert set(ran.json["search"]) == {"missing", "stale"}
    assert ran.json["integrity"] == []


def test_a_bug_is_exit_70_and_names_the_log(
    console: Console,
    with_case: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("ui.console.show.dossier", lambda *_: 1 // 0)
    ran = console("show", CASE, "--data", with_case)
    assert ran.code == 70
    log = with_case.parent / "home" / "kesutong.log"
    assert str(log) in ran.err
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "a bug" in caplog.text


def test_without_json_a_refusal_is_a_sentence_on_stderr(console: Console, with_case: Path) -> None:
    ran = console("show", "KS-2026-999999", "--data", with_case)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "KS-2026-999999" in ran.err
    english = console("show", "KS-2026-999999", "--data", with_case, "--lang", "en")
    assert english.err == "There is no case KS-2026-999999. Check the number.\n"


def test_options_may_stand_before_the_subcommand(console: Console, with_case: Path) -> None:
    assert console("--data", with_case, "--json", "cases").json == (
        console("cases", "--json", "--data", with_case).json
    )


def test_another_time_is_refused_on_a_real_store(console: Console, real_store: Path) -> None:
    for command in (("cases",), ("tick",)):
        ran = console(*command, "--data", real_store, "--now", MONDAY, "--json")
        assert (ran.code, ran.error["kind"]) == (1, "not_possible")


def test_a_real_store_wants_a_password(
    console: Console, real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert console("cases", "--data", real_store, "--json").error["kind"] == "forbidden"
    named = ("cases", "--data", real_store, "--as", "liumin", "--json")
    assert console(*named).error["kind"] == "forbidden"
    monkeypatch.setenv(PASSWORD, "wrong")
    assert console(*named).error["kind"] == "forbidden"
    monkeypatch.setenv(PASSWORD, SECRET)
    assert console(*named).json == []
