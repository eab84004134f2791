"""The five stories told by commands: what each makes impossible to miss is there to be seen."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

import reports
from models.casework.case.queries import hours_since_contact
from models.dealership.access.log_in import log_in_to_demo
from models.flow.papers import PAPERS
from models.kernel.db import open_store
from models.kernel.verify import verify
from models.kernel.zone import DAY, HOUR, MINUTE, day_of, moment_of
from models.outlook.demo import make_demo
from models.outlook.dossier import dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.kernel.db import Store
    from models.outlook.demo import DemoReport

pytestmark = pytest.mark.scenario

NOW = moment_of(datetime.fromisoformat("2026-08-03T12:00:00"))
Whole = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, DemoReport]]:
    store = open_store(tmp_path_factory.mktemp("stories"), create=True)
    yield store, make_demo(store, render=reports.render, now=NOW)
    store.close()


@pytest.fixture
def case(told: tuple[Store, DemoReport], request: pytest.FixtureRequest) -> Whole:
    _store, report = told
    reader = log_in_to_demo("wangmin", clock=lambda: NOW)
    return dossier(reader, report.stories[request.param])


def tells(number: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [number], indirect=True, ids=[f"story {number}"])


def of_purpose(case: Whole, *purposes: str) -> list[Whole]:
    """Return the contacts for a purpose, oldest first."""
    return [row for row in reversed(case["contacts"]) if row["purpose"] in purposes]


def tasks_of(case: Whole, *kinds: str) -> list[Whole]:
    return [row for row in case["tasks"] if row["kind"] in kinds]


def papers_of(case: Whole) -> set[str]:
    return {paper["kind"] for paper in case["documents"]}


@pytest.mark.parametrize("case", ["1", "2", "3", "4", "5"], indirect=True)
def test_every_story_is_complete_to_its_last_paper(case: Whole) -> None:
    assert case["case"]["state"] in {"CLOSED", "ARCHIVED"}
    agreed_on_paper = bool(case["agreements"]) and case["agreements"][-1]["signed_on"]
    needed = set(PAPERS) if agreed_on_paper else set(PAPERS) - {"settlement_agreement"}
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
    assert len(repairs) == 5
    assert all(order["completed_at"] < case["case"]["received_at"] for order in repairs)


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


def test_a_closed_case_counts_no_hours_of_silence(told: tuple[Store, DemoReport]) -> None:
    from models.casework.case.queries import head

    reader = log_in_to_demo("wangmin", clock=lambda: NOW)
    assert hours_since_contact(head(reader, told[1].stories["1"]), NOW) is None
