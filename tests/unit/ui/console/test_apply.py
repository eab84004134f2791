"""``apply``: references, people, times, and that a refused line changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.consoles import MONDAY, Console, lines, registered

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows

CONTACT = {"way": "phone", "direction": "out", "purpose": "progress", "reached": True}


def contact(case_no: str = "$c1.case_no", **more: Any) -> dict[str, Any]:
    told = CONTACT | {"case_no": case_no, "summary": "已致歉。"} | more
    return {"do": "case.add_contact", "as": "liumin", "at": "2026-08-03T09:20+08:00", "with": told}


def applied(console: Console, store: Path, *commands: dict[str, Any], go_on: bool = False) -> Any:
    file = lines(store.parent / "lines.jsonl", *commands)
    more = ("--keep-going",) if go_on else ()
    return console("apply", file, "--data", store, "--json", *more)


def history(console: Console, store: Path) -> Any:
    return console("show", "KS-2026-000001", "--data", store, "--json").json["history"]


def test_a_later_line_refers_to_an_earlier_one(console: Console, demo_store: Path) -> None:
    ran = applied(console, demo_store, registered(), contact())
    assert ran.code == 0
    assert [row["ok"] for row in ran.json] == [True, True]
    assert ran.json[0]["result"]["case_no"] == "KS-2026-000001"


def test_the_line_sets_person_and_time(console: Console, demo_store: Path) -> None:
    applied(console, demo_store, registered(MONDAY, "chenjie"))
    case = console("show", "KS-2026-000001", "--data", demo_store, "--json").json["case"]
    assert (case["received_at"], case["owner"]) == (MONDAY, "chenjie")


def test_a_refused_line_changes_nothing_and_ends_the_run(
    console: Console, demo_store: Path
) -> None:
    applied(console, demo_store, registered())
    before = history(console, demo_store)
    ran = applied(
        console, demo_store, contact("KS-2026-000001", way="pigeon"), contact("KS-2026-000001")
    )
    assert ran.code == 1
    assert [row["ok"] for row in ran.json] == [False]
    assert ran.json[0]["error"]["problems"].keys() == {"case.contact.way"}
    assert history(console, demo_store) == before


def test_keep_going_runs_the_lines_behind_a_refused_one(console: Console, demo_store: Path) -> None:
    ran = applied(console, demo_store, registered(), {"do": "nothing"}, contact(), go_on=True)
    assert ran.code == 1
    assert [(row["line"], row["ok"]) for row in ran.json] == [(1, True), (2, False), (3, True)]


def test_what_is_no_line_is_refused(console: Console, demo_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.jsonl"
    for text in ("nonsense", "[1]", '{"do": "x", "more": 1}', '{"do":"case.add_contact"}'):
        file.write_text(text, encoding="utf-8")
        ran = console("apply", file, "--data", demo_store, "--json")
        assert (ran.code, ran.json[0]["error"]["kind"]) == (1, "invalid")


def test_a_file_may_be_saved_by_notepad(console: Console, demo_store: Path, tmp_path: Path) -> None:
    file = lines(tmp_path / "命令 一.jsonl", registered(), contact())
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n\n", encoding="utf-8-sig", newline="\r\n")
    ran = console("apply", file, "--data", demo_store, "--json")
    assert [row["ok"] for row in ran.json] == [True, True]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029"])
def test_a_line_ends_where_json_says(console: Console, demo_store: Path, mark: str) -> None:
    ran = applied(console, demo_store, registered(story=f"第一段{mark}第二段"))
    assert [row["ok"] for row in ran.json] == [True]


def test_an_unknown_reference_is_refused(console: Console, demo_store: Path) -> None:
    ran = applied(console, demo_store, contact("$c9.case_no"))
    assert "$c9.case_no" in ran.json[0]["error"]["problems"]["with"]


def test_a_real_store_takes_no_other_time(console: Console, real_store: Path) -> None:
    ran = applied(console, real_store, registered())
    assert ran.json[0]["error"]["kind"] == "not_possible"


def test_a_missing_file_is_trouble_and_foreign_bytes_are_refused(
    console: Console, demo_store: Path, tmp_path: Path
) -> None:
    assert console("apply", tmp_path / "no.jsonl", "--data", demo_store).code == 3
    file = tmp_path / "gbk.jsonl"
    file.write_bytes('{"do":"投诉"}'.encode("gb18030"))
    assert console("apply", file, "--data", demo_store).code == 1


def test_without_json_the_first_refusal_is_said(console: Console, demo_store: Path) -> None:
    file = lines(demo_store.parent / "one.jsonl", {"do": "nothing"})
    ran = console("apply", file, "--data", demo_store)
    assert ran.err.startswith("第 1 行：")
