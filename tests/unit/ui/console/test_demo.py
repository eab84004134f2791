"""``demo``: only into an empty place that was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consoles import Console


def test_the_store_of_this_user_never_becomes_a_demo(console: Console, tmp_path: Path) -> None:
    ran = console("demo", "--json")
    assert (ran.code, ran.error["problems"].keys()) == (1, {"data"})
    assert not list((tmp_path / "home").glob("*.db"))


def test_a_store_that_is_there_is_never_overwritten(console: Console, real_store: Path) -> None:
    before = (real_store / "kesutong.db").read_bytes()
    ran = console("demo", "--data", real_store, "--json")
    assert (ran.code, ran.error["kind"]) == (1, "not_possible")
    assert (real_store / "kesutong.db").read_bytes() == before


def test_a_demo_tells_its_stories_and_lets_everybody_in(console: Console, tmp_path: Path) -> None:
    made = console("demo", "--data", tmp_path / "demo", "--json").json
    assert set(made) == {"branch", "accounts", "stories", "cases", "seconds"}
    assert set(made["accounts"][0]) == {"login", "password", "role"}
    for account in made["accounts"]:
        command = ("queue", "--as", account["login"], "--data", tmp_path / "demo", "--json")
        assert console(*command).code == 0
    for case_no in made["stories"].values():
        shown = console("show", case_no, "--data", tmp_path / "demo", "--json")
        assert shown.json["case"]["case_no"] == case_no
    assert console("verify", "--data", tmp_path / "demo", "--json").json["ok"] is True
