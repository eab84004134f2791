"""The contract of the command line: what each sub-command answers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.consoles import MONDAY, Console, lines, registered

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
