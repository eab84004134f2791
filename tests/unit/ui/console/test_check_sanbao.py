"""``check sanbao``: the eleven rules asked with a JSON object, as documented in its module."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.consoles import Console

PROBLEM = {
    "name": "制动失效",
    "quality": True,
    "safety": True,
    "cannot_drive": True,
    "failure": "brake_failure",
    "system": "brake",
    "part_kind": "main_part",
    "part": "制动主缸",
    "replacement": "part",
    "eliminated": None,
}
CAR = {
    "invoice_date": "2026-03-01",
    "delivery_date": "2026-03-05",
    "odometer_km": 12_000,
    "use_kind": "private",
    "purchase_price": "200000",
    "coefficient_n": "0.5%",
    "has_invoice": True,
    "has_certificate": "no",
    "made_on": "2026-06-01",
    "received_on": "2026-06-02",
    "repairs": [
        {
            "order_no": "W1",
            "confirmed_at": "2026-04-10T09:00:00+08:00",
            "completed_at": "2026-05-12T08:00:00+08:00",
            "odometer_km": 2900,
            "problems": [PROBLEM],
        }
    ],
}


def ask(console: Console, value: Any) -> dict[str, Any]:
    now = ("--now", "2026-06-05T09:00+08:00")
    return dict(console("check", "sanbao", "--json", *now, stdin=json.dumps(value)).json)


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {one["rule"]: one["verdict"] for one in found["rules"]}


def test_a_car_is_judged_by_every_rule_with_evidence_and_dates(console: Console) -> None:
    found = ask(console, CAR)
    assert found["ok"] is True
    assert verdicts(found) == {
        "SB-15-ROADSIDE": "MET",
        "SB-19-FREE-REPAIR": "MET",
        "SB-20-ASSEMBLY-60D-3000KM": "NOT_MET",
        "SB-21-COURTESY-CAR": "MET",
        "SB-22-RETURN-7D": "NOT_MET",
        "SB-23-RETURN-60D-3000KM": "MET",
        "SB-24-1-SAFETY": "NEAR",
        "SB-24-2-ASSEMBLY": "NOT_MET",
        "SB-24-3-SAMEPART": "NEAR",
        "SB-24-4A-30DAYS": "MET",
        "SB-24-4B-5TH-REPAIR": "NOT_MET",
    }
    days = next(one for one in found["rules"] if one["rule"] == "SB-24-4A-30DAYS")
    assert days["numbers"]["days"] == 32
    assert (days["orders"], days["papers_missing"]) == (["W1"], ["certificate"])
    assert (days["article"], days["window"]["last_day"]) == ("24(1)(四)", "2028-03-05")
    assert found["usage_fee"]["fee"] == "12000.00"
    assert {one["kind"]: one["day"] for one in found["deadlines"]} == {
        "sanbao_answer": "2026-06-16",
        "sanbao_complete": "2026-06-30",
        "delay_15_days": "2026-06-16",
        "burden_of_proof": "2026-09-05",
    }


def test_what_is_suspected_is_a_finding_that_leaves_the_word_to_a_person(console: Console) -> None:
    found = ask(console, CAR)
    places = [one["place"] for one in found["findings"]]
    assert set(found["suspected"]) <= set(places)
    assert "需人工确认" in found["findings"][0]["message"]
    assert {one["severity"] for one in found["findings"]} == {"warning"}


def test_a_problem_no_workshop_has_seen_counts_from_when_it_came_up(console: Console) -> None:
    fresh = CAR | {"repairs": [], "problems": [PROBLEM | {"happened_at": "2026-03-12T23:00+08:00"}]}
    assert verdicts(ask(console, fresh))["SB-23-RETURN-60D-3000KM"] == "FACT_MISSING"
    early = fresh | {"odometer_km": 300}
    assert verdicts(ask(console, early))["SB-23-RETURN-60D-3000KM"] == "MET"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"coefficient_n": "viel"}, "analysis.sanbao_car.coefficient_n"),
        ({"use_kind": "spaceship"}, "analysis.sanbao_car.use_kind"),
        ({"invoice_date": "2026-02-30"}, "analysis.sanbao_car.invoice_date"),
        ({"repairs": [{"order_no": "W1"}]}, "parties.repair_order.confirmed_at"),
        ({"repairs": "W1"}, "sanbao.repairs"),
        (
            {
                "repairs": [
                    {
                        "confirmed_at": "2026-04-10T09:00+08:00",
                        "completed_at": "2026-04-09T09:00+08:00",
                    }
                ]
            },
            "parties.repair_order.completed_at",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(
    console: Console, change: dict[str, Any], place: str
) -> None:
    found = ask(console, CAR | change)
    assert found["ok"] is False
    assert place in [one["place"] for one in found["findings"]]
