"""The contract of the command line, line by line: exit codes, JSON shapes, refusals."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.consoles import MONDAY, SECRET, Console, lines, registered
from ui.console.session import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.scenario

CASE = "KS-2026-000001"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
MONEY = re.compile(r"\d+\.\d\d")
CASE_KEYS = {
    "case_no",
    "state",
    "hold",
    "stage",
    "level",
    "channel",
    "received_at",
    "customer",
    "plate_no",
    "vin",
    "owner",
    "department",
    "repeat_no",
    "dues",
    "last_contact_at",
    "closed_at",
    "outcome",
}
SHOW_KEYS = {
    "case",
    "customer",
    "vehicles",
    "demands",
    "contacts",
    "evidence",
    "tasks",
    "causes",
    "responsibility",
    "severity",
    "options",
    "rounds",
    "approvals",
    "agreements",
    "documents",
    "follow_ups",
    "review",
    "rectifications",
    "history",
    "next_steps",
}


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


def test_cases_have_the_agreed_keys(console: Console, with_case: Path) -> None:
    [row] = console("cases", "--data", with_case, "--now", MONDAY, "--json").json
    assert set(row) >= CASE_KEYS
    assert ISO.fullmatch(row["received_at"])
    assert row["closed_at"] is None
    assert row["dues"]
    assert set(row["dues"][0]) == {"kind", "due_at", "legal", "paused", "minutes_left"}
    assert (row["state"], row["level"], row["customer"]) == ("RECEIVED", "GENERAL", "王小明")


def test_cases_page_through_by_cursor(console: Console, demo_store: Path, tmp_path: Path) -> None:
    many = [registered(phone=f"1380000001{n}", plate_no=f"京A1234{n}") for n in range(5)]
    assert console("apply", lines(tmp_path / "m.jsonl", *many), "--data", demo_store).code == 0
    seen: list[str] = []
    cursor = ""
    while True:
        options = ("--sort", "case_no", "--limit", 2, "--after", cursor)
        rows = console("cases", *options, "--data", demo_store, "--json").json
        seen += [row["case_no"] for row in rows]
        cursor = rows[-1]["cursor"]
        if not cursor:
            break
    assert seen == [f"KS-2026-{n:06}" for n in (5, 4, 3, 2, 1)]


def test_show_has_every_room_and_the_next_steps(console: Console, with_case: Path) -> None:
    found = console("show", CASE, "--data", with_case, "--now", MONDAY, "--json").json
    assert set(found) >= SHOW_KEYS
    [demand] = found["demands"]
    assert demand["no"] == 1
    assert MONEY.fullmatch(demand["amount"])
    assert {"kind", "deadline", "versions", "answer", "agreed", "delivered", "satisfied"} <= set(
        demand
    )
    steps = {step["step"]: step for step in found["next_steps"]}
    assert steps["acknowledge"]["allowed"] is False
    assert steps["acknowledge"]["missing"]
    assert steps["withdraw"] | {"allowed": True, "missing": []} == steps["withdraw"]


def test_every_command_is_listed_with_its_fields(console: Console) -> None:
    found = {row["name"]: row for row in console("commands", "--json").json}
    register = found["intake.register_complaint"]
    assert register["permission"] == "complaint.register"
    assert {"key", "kind", "required", "codes"} <= set(register["fields"][0])
    assert [field["key"] for field in register["lists"]["demands"]][:2] == ["kind", "text"]
    assert found["flow.acknowledge"]["states"] == ["RECEIVED"]
    assert "DRAFT" not in found["case.add_contact"]["states"]


def test_fields_of_a_room(console: Console) -> None:
    rooms = {row["name"].partition(".")[0] for row in console("fields", "review", "--json").json}
    assert rooms == {"review"}
    assert console("fields", "nowhere", "--json").error["problems"].keys() == {"room"}


def test_every_document_says_what_it_needs(console: Console) -> None:
    found = {row["document"]: row["needs"] for row in console("documents", "--json").json}
    assert set(found) >= {
        "complaint_register",
        "settlement_agreement",
        "dispatch_slip",
        "follow_up_record",
        "read_back_sheet",
    }
    assert all(found.values())


def test_search_answers_hits_total_and_time(console: Console, with_case: Path) -> None:
    found = console("search", "熄火", "--data", with_case, "--json").json
    assert set(found) == {"hits", "total", "milliseconds"}
    assert found["total"] == len(found["hits"]) > 0
    assert set(found["hits"][0]) == {"case_no", "field", "excerpt"}
    assert found["hits"][0]["case_no"] == CASE
    limited = console("search", "熄火", "--limit", 1, "--data", with_case, "--json").json
    assert len(limited["hits"]) == 1
    assert limited["total"] == found["total"]


def test_print_writes_the_frozen_version_again_byte_for_byte(
    console: Console, with_case: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    command = ("print", CASE, "complaint_register")
    told = console(*command, one, "--data", with_case, "--json").json
    assert {"document", "no", "version", "pages", "content_hash", "bytes"} <= set(told)
    assert told["bytes"] == one.stat().st_size
    assert console(*command, two, "--data", with_case, "--json").json == told
    assert one.read_bytes() == two.read_bytes()
    draft = console(*command, two, "--draft", "--data", with_case, "--json").json
    assert draft["draft"] is True
    missing = tmp_path / "nowhere" / "x.pdf"
    assert console(*command, missing, "--data", with_case, "--json").code == 3


def test_a_backup_comes_back_whole(console: Console, with_case: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.ksbak"
    made = console("backup", file, "--data", with_case, "--as", "admin", "--json")
    assert made.code == 0
    fresh = tmp_path / "fresh"
    assert console("restore", file, "--data", fresh, "--json").code == 0
    assert [row["case_no"] for row in console("cases", "--data", fresh, "--json").json] == [CASE]
    assert console("verify", "--data", fresh, "--json").json["ok"] is True


def test_restore_replaces_a_store_only_when_told_and_allowed(
    console: Console, with_case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "copy.ksbak"
    console("backup", file, "--data", with_case, "--as", "admin")
    command = ("restore", file, "--data", with_case, "--json")
    assert console(*command, "--as", "admin").error["kind"] == "needs_confirmation"
    assert console(*command, "--as", "liumin", "--replace").error["kind"] == "forbidden"
    assert console(*command, "--as", "admin", "--replace").code == 0


def test_tick_raises_what_was_left_waiting_once(console: Console, with_case: Path) -> None:
    late = ("tick", "--data", with_case, "--now", "2026-08-05T10:00+08:00", "--json")
    assert console(*late).json["raised"] == [CASE]
    assert console(*late).json["raised"] == []


def test_queue_tells_what_waits_for_a_person(console: Console, with_case: Path) -> None:
    late = ("--now", "2026-08-05T10:00+08:00", "--data", with_case, "--json")
    rows = console("queue", "--as", "liumin", *late).json
    assert {row["kind"] for row in rows} >= {"overdue", "silence"}
    assert {"kind", "at", "late", "case_no", "level", "customer", "plate_no", "text", "place"} == (
        set(rows[0])
    )
    assert console("queue", "--as", "chenjie", *late).json == []


def test_output_is_utf8_json_of_one_value(console: Console, with_case: Path) -> None:
    ran = console("cases", "--data", with_case, "--json")
    assert "王小明" in ran.out
    assert isinstance(json.loads(ran.out), list)
