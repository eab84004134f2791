"""The stories of a part that nobody had and of a fire, told by commands: what none may miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel.zone import DAY, MINUTE, day_of
from tests.scenarios.told import case, of_purpose, tasks_of, tells, told

if TYPE_CHECKING:
    from tests.scenarios.told import Whole

__all__ = ["case", "told"]

pytestmark = pytest.mark.scenario


@tells("4")
def test_every_attempt_has_its_result(case: Whole) -> None:
    depots = [row for row in tasks_of(case, "parts_hunt") if row["department"] == "parts"]
    assert len(depots) == 4
    assert all(row["result"] for row in case["tasks"])
    assert "刷写无法恢复" in tasks_of(case, "other")[0]["result"]


@tells("4")
def test_the_part_numbers_are_compared(case: Whole) -> None:
    compared = tasks_of(case, "fact_check")[0]["result"]
    assert "YT-IC-2201A" in compared
    assert "YT-IC-2201B" in compared
    assert "YT-IC-2201A" in case["repairs"][0]["parts"]


@tells("4")
def test_persuasion_is_no_solution(case: Whole) -> None:
    talks = [row["result"] for row in case["rounds"]]
    assert talks == ["persuasion_failed", "accepted"]


@tells("4")
def test_the_dealer_that_helped_is_thanked(case: Whole) -> None:
    helped = next(row for row in case["tasks"] if "远疆" in row["result"])
    thanks = tasks_of(case, "gift")[0]
    assert helped["department"] == "customer_care"
    assert "远疆" in thanks["title"]
    assert thanks["state"] == "verified"


@tells("5")
def test_the_fire_is_a_crisis_from_the_first_minutes(case: Whole) -> None:
    levels = [line for line in case["history"] if line["command"] == "case.set_level"]
    assert case["case"]["level"] == "CRISIS"
    assert levels[-1]["at"] - case["case"]["received_at"] <= 10 * MINUTE
    assert case["case"]["owner"] == "wangmin"


@tells("5")
def test_the_reports_of_the_day_have_their_minutes(case: Whole) -> None:
    reports_made = tasks_of(case, "report_maker")
    received = day_of(case["case"]["received_at"])
    assert len(reports_made) == 2
    assert {day_of(row["done_at"]) for row in reports_made} == {received}
    assert "公关部" in reports_made[1]["result"]
    assert "保险" in case["review"]["mistakes"], "the step of the chain that was missing"


@tells("5")
def test_losses_stand_item_by_item(case: Whole) -> None:
    stated = case["finding"]["stated_facts"]
    assert all(loss in stated for loss in ("路面3万", "现金3万", "70余万", "后方十余车"))
    assert [row["amount"] for row in case["demands"]] == [23_800_000, 10_000_000]


@tells("5")
def test_evidence_has_time_place_taker_and_keepers(case: Whole) -> None:
    assert len(case["evidence"]) == 3
    for piece in case["evidence"]:
        assert piece["taken_at"]
        assert piece["taken_by"]
        assert piece["place"]
        assert piece["custody"]
    assert case["evidence"][0]["hand_overs"][0]["to_whom"] == "高远"


@tells("5")
def test_who_pays_is_shared_out_and_the_maker_decided_on_paper(case: Whole) -> None:
    shares = {row["side"]: row["share_percent"] for row in case["responsibility"]}
    assert sum(shares.values()) == 100
    assert set(shares) == {"maker", "insurer", "dealer"}
    approval = case["approvals"][0]
    assert approval["needs_role"] == approval["decided_role"] == "oem"
    assert approval["medium"] == "paper"
    assert approval["recorded_by"] == "gaoyuan"
    assert approval["reference"]


@tells("5")
def test_rounds_lie_apart_with_calm_between(case: Whole) -> None:
    assert len(case["rounds"]) == 2
    assert case["rounds"][1]["at"] - case["rounds"][0]["at"] > DAY
    assert len(of_purpose(case, "calm")) >= 3
    assert case["case"]["outcome"] == "settled_with_maker"


@tells("5")
def test_nothing_asks_anybody_to_be_silent(case: Whole) -> None:
    said = " ".join(
        [row["summary"] for row in case["contacts"]] + [t["result"] for t in case["tasks"]]
    )
    assert "没有要求删稿" in said
    assert "封口" not in said
