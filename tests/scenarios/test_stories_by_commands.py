"""The stories of a fleet, a journey and a new car, told by commands: what none may miss."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from models.casework.case.queries import head, hours_since_contact
from models.dealership.access.log_in import log_in_to_demo
from models.flow.papers import PAPERS
from models.kernel.verify import verify
from models.kernel.zone import DAY, HOUR, day_of
from tests.scenarios.told import NOW, case, of_purpose, papers_of, tasks_of, tells, told

if TYPE_CHECKING:
    from models.kernel.db import Store
    from models.outlook.demo import DemoReport
    from tests.scenarios.told import Whole

__all__ = ["case", "told"]

pytestmark = pytest.mark.scenario


@pytest.mark.parametrize("case", ["1", "2", "3", "4", "5"], indirect=True)
def test_every_story_is_complete_to_its_last_paper(case: Whole) -> None:
    assert case["case"]["state"] in {"CLOSED", "ARCHIVED"}
    agreed_on_paper = bool(case["agreements"]) and case["agreements"][-1]["signed_on"]
    needed = set(PAPERS) - {"sanbao_opinion"}
    if not agreed_on_paper:
        needed.remove("settlement_agreement")
    assert papers_of(case) == needed
    assert all(task["state"] == "verified" for task in case["tasks"])
    assert all(item["state"] == "checked" for item in case["rectifications"])
    assert all(round_["state"] in {"done", "failed"} for round_ in case["follow_ups"])
    assert case["review"]["lesson"]


def test_the_store_is_whole(told: tuple[Store, DemoReport]) -> None:
    assert verify(told[0]).ok


def test_somebody_of_every_role_can_log_in(told: tuple[Store, DemoReport]) -> None:
    report = told[1]
    assert report.branch == "示例星澜汽车销售服务有限公司"
    roles = {account.role for account in report.accounts}
    assert roles == {
        "care_agent",
        "service_advisor",
        "department_head",
        "manager",
        "finance",
        "general_manager",
        "administrator",
    }


@tells("1")
def test_the_fleet_owner_is_a_key_customer_with_five_cars(case: Whole) -> None:
    assert case["case"]["key_customer"]
    assert case["customer"]["wants_to_buy"] == 3
    assert len(case["vehicles"]) == 5
    repairs = [order for car in case["vehicles"] for order in car["repair_orders"]]
    earlier = [one for one in repairs if one["completed_at"] < case["case"]["received_at"]]
    assert len(earlier) == 5


@tells("1")
def test_the_thirty_one_days_in_the_workshop_gave_a_right_that_nobody_saw(case: Whole) -> None:
    found = {one["rule"]: one for one in case["sanbao"]["rules"]}
    days = found["SB-24-4A-30DAYS"]
    assert (days["verdict"], days["numbers"]["days"]) == ("MET", 31)
    assert days["orders"] == ["RO-1402"]
    assert found["SB-21-COURTESY-CAR"]["verdict"] == "MET"
    assert case["demands"][1]["answer"] == "refused"
    assert case["sanbao"]["decisions"] == {}


@tells("1")
def test_the_demand_changed_three_times_and_each_was_answered(case: Whole) -> None:
    demand = case["demands"][1]
    assert [version["kind"] for version in demand["versions"]] == ["return", "return", "exchange"]
    dates = [version["stated_at"] for version in demand["versions"]]
    assert dates == sorted(set(dates))
    answers = [line["at"] for line in case["history"] if line["command"] == "case.answer_demand"]
    for number, stated in enumerate(dates):
        following = dates[number + 1] if number + 1 < len(dates) else NOW
        assert any(stated < at < following for at in answers), "a version without an answer"


@tells("1")
def test_a_month_passed_without_a_contact(case: Whole) -> None:
    moments = sorted(contact["at"] for contact in case["contacts"])
    longest = max(b - a for a, b in pairwise(moments))
    assert longest > 28 * DAY


@tells("1")
def test_the_case_ended_badly_and_says_why(case: Whole) -> None:
    assert case["case"]["outcome"] == "not_properly_handled"
    assert case["case"]["level"] == "CRISIS"
    assert case["review"]["lost_sales"] == 3
    assert len(case["review"]["missed_chances"].splitlines()) >= 5
    visits = [row for row in case["contacts"] if row["way"] == "home_visit"]
    assert len(visits) == 2
    assert case["agreements"] == []
    assert any("三包" in text for text in (case["finding"]["burden_of_proof"], ""))


@tells("1")
def test_the_public_scene_is_logged_with_its_pictures(case: Whole) -> None:
    press = [
        row for row in case["contacts"] if "记者" in row["with_whom"] or "媒体" in row["summary"]
    ]
    assert press
    scene = next(one for one in case["evidence"] if one["kind"] == "photo_scene")
    assert scene["taken_at"]
    assert scene["taken_by"]
    assert scene["place"]
    assert scene["hand_overs"]


@tells("2")
def test_the_traveller_is_not_our_customer(case: Whole) -> None:
    assert case["customer"]["home_dealer"]
    assert not any(car["sold_by_us"] for car in case["vehicles"])


@tells("2")
def test_the_rescue_is_logged_with_places_and_the_turn_of_the_mood(case: Whole) -> None:
    way = of_purpose(case, "first_response", "calm", "progress", "fact_finding", "explain")
    assert len([row for row in way if row["place"]]) >= 5
    moods = [row["mood"] for row in reversed(case["contacts"]) if row["mood"]]
    assert moods[0] == 5
    assert moods[-1] == 1
    assert moods == sorted(moods, reverse=True)


@tells("2")
def test_workshop_and_parts_hunt_ran_at_the_same_time(case: Whole) -> None:
    hunt, mending = tasks_of(case, "parts_hunt")[0], tasks_of(case, "repair")[0]
    assert hunt["created_at"] < mending["done_at"]
    assert mending["created_at"] < hunt["done_at"]
    assert mending["done_at"] < case["demands"][1]["deadline"]


@tells("2")
def test_the_care_on_the_way_has_its_cost_and_the_praise_is_kept(case: Whole) -> None:
    lunch = next(row for row in case["deliveries"] if "午餐" in row["text"])
    assert lunch["delivered_amount"] == 4500
    praise = [row for row in of_purpose(case, "thanks") if row["direction"] == "in"]
    assert "表扬" in praise[0]["summary"]
    assert case["case"]["outcome"] == "settled"


@tells("3")
def test_four_demands_have_four_outcomes(case: Whole) -> None:
    assert [row["answer"] for row in case["demands"]] == [
        "granted",
        "dropped",
        "granted",
        "dropped",
    ]
    assert [row["amount"] for row in case["demands"]] == [68_000, 20_000, None, 200_000]
    assert case["demands"][0]["delivered"]["amount"] == 68_000


@tells("3")
def test_the_promise_of_24_hours_was_kept(case: Whole) -> None:
    demand = case["demands"][2]
    assert demand["deadline"] - case["case"]["received_at"] == 24 * HOUR
    assert demand["delivered"]["at"] < demand["deadline"]
    answer = next(due for due in case["case"]["dues"] if due["kind"] == "answer")
    assert answer["met_at"] <= answer["due_at"]
    assert case["case"]["minutes_to_first_contact"] == 8


@tells("3")
def test_the_parts_hunt_names_sources_times_and_answers(case: Whole) -> None:
    hunts = tasks_of(case, "parts_hunt")
    assert len(hunts) == 3
    assert all(hunt["result"] and hunt["done_at"] > hunt["created_at"] for hunt in hunts)
    assert "示例湖东店" in hunts[2]["result"]


@tells("3")
def test_the_advance_was_claimed_back(case: Whole) -> None:
    towing = case["deliveries"][0]
    assert towing["advanced_by"] == "zhaolei"
    assert towing["claim_from"] == "maker"
    assert towing["claimed_on"] < towing["claim_settled_on"]


@tells("3")
def test_three_times_the_customer_heard_of_the_progress(case: Whole) -> None:
    progress = of_purpose(case, "progress")
    assert len(progress) == 3
    assert {day_of(row["at"]) for row in progress} == {day_of(case["case"]["received_at"])}
    assert progress[-1]["mood"] < progress[0]["mood"]


@tells("3")
def test_the_car_was_inspected_and_somebody_else_asked(case: Whole) -> None:
    assert case["acceptances"][-1]["acceptance"] == "accepted"
    attempts = [one for round_ in case["follow_ups"] for one in round_["attempts"]]
    assert case["case"]["owner"] not in {one["by"] for one in attempts}
    assert attempts[0]["satisfaction"] == 5
    assert attempts[0]["repurchase"] == "will_buy"


@tells("3")
def test_the_signed_agreement_is_back_and_fits_what_was_printed(case: Whole) -> None:
    version = case["agreements"][-1]
    paper = next(p for p in case["documents"] if p["kind"] == "settlement_agreement")
    assert version["content_hash"] == paper["content_hash"]
    assert version["scan_sha256"] == paper["scan_sha256"]
    assert version["original_place"]


def test_a_closed_case_counts_no_hours_of_silence(told: tuple[Store, DemoReport]) -> None:
    reader = log_in_to_demo("wangmin", clock=lambda: NOW)
    assert hours_since_contact(head(reader, told[1].stories["1"]), NOW) is None
