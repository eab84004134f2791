"""The three guarantees on a case: facts gathered, judged, demanded, decided; all audited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.casework.case import clock as clocks
from models.casework.case.queries import head, history
from models.casework.case.tables import Case
from models.dealership.parties import queries as parties
from models.dealership.parties.commands import add_vehicle
from models.kernel.command import unit_of_work
from models.kernel.errors import Invalid, NotPossible
from models.kernel.zone import DAY, HOUR, day_of
from models.stages.analysis.sanbao import commands, queries

if TYPE_CHECKING:
    from tests.casefile import Dealership

SAFETY = {
    "name": "制动失效",
    "quality": "yes",
    "safety": "yes",
    "cannot_drive": "yes",
    "failure": "brake_failure",
    "system": "brake",
    "part_kind": "main_part",
    "part": "制动主缸",
    "replacement": "part",
    "eliminated": "no",
}
DAYS, SEVEN = "SB-24-4A-30DAYS", "SB-22-RETURN-7D"


def with_car(dealership: Dealership, state: str = "INVESTIGATING", **car: Any) -> Case:
    return dealership.case(state, vehicle_id=a_car(dealership, **car))


def a_car(dealership: Dealership, **car: Any) -> int:
    me, now = dealership.person("liumin"), dealership.clock.now
    bought = day_of(now - 100 * DAY)
    values = {
        "plate_no": "京A12345",
        "invoice_date": bought,
        "delivery_date": bought,
        "use_kind": "private",
        "odometer_km": 6_000,
    }
    return add_vehicle(me, values | car).id


def order(dealership: Dealership, case: Case, no: str, days_ago: int, *, days: int = 2) -> None:
    begun = dealership.clock.now - days_ago * DAY
    told = {
        "order_no": no,
        "confirmed_at": begun,
        "completed_at": begun + days * DAY - HOUR,
        "odometer_km": 5_000,
        "symptom": "制动踏板发软",
    }
    commands.add_order(dealership.person("liumin"), case.id, told)


def verdict(dealership: Dealership, case: Case, rule: str) -> str:
    found = queries.opinion_of(case.id, dealership.clock.now)
    assert found is not None
    return found.verdict(rule)


def test_orders_and_what_was_judged_of_them_make_the_opinion(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    order(dealership, case, "W1", 90, days=20)
    order(dealership, case, "W2", 50, days=12)
    assert verdict(dealership, case, DAYS) == "FACT_MISSING", "nobody has judged the orders"
    for no in ("W1", "W2"):
        commands.add_problem(me, case.id, SAFETY | {"order_no": no})
    found = queries.opinion_of(case.id, dealership.clock.now)
    assert found is not None
    assert found.verdict(DAYS) == "MET"
    assert found.verdict("SB-24-1-SAFETY") == "MET"
    line = next(one for one in found.opinion.rules if one.rule.id == DAYS)
    assert (line.orders, line.numbers["days"]) == (("W1", "W2"), 32)
    assert "SB-24-3-SAMEPART" in [one.rule.id for one in found.open_rules()]


def test_the_rows_name_every_order_and_what_is_not_judged_yet(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    order(dealership, case, "W1", 90)
    order(dealership, case, "W2", 50)
    commands.add_problem(me, case.id, SAFETY | {"order_no": "W2"})
    commands.add_problem(me, case.id, SAFETY | {"name": "异响"})
    rows = [(row["order_no"], row.get("name"), row["judged"]) for row in queries.problems(case.id)]
    assert rows == [("W1", None, False), ("W2", "制动失效", True), ("", "异响", True)]


def test_what_one_case_found_counts_for_the_next_case_of_the_car(dealership: Dealership) -> None:
    me, first = dealership.person("liumin"), with_car(dealership)
    order(dealership, first, "W1", 90, days=31)
    no = commands.add_problem(me, first.id, SAFETY | {"order_no": "W1"}).no
    second = dealership.case("INVESTIGATING", vehicle_id=first.vehicle_id)
    assert verdict(dealership, second, DAYS) == "MET"
    row = queries.problems(second.id)[0]
    assert (row["no"], row["case_no"]) == (0, first.case_no)
    with pytest.raises(NotPossible):
        commands.change_problem(me, second.id, {"no": no, "quality": "no"})
    commands.change_problem(me, first.id, {"no": no, "quality": "no"})
    assert verdict(dealership, second, DAYS) == "NOT_MET"
    commands.remove_problem(me, first.id, {"no": no})
    assert verdict(dealership, second, DAYS) == "FACT_MISSING"


def test_a_problem_without_an_order_counts_from_the_receipt(dealership: Dealership) -> None:
    now = dealership.clock.now
    bought = day_of(now - 7 * DAY)
    case = with_car(dealership, invoice_date=bought, delivery_date=bought)
    engine = SAFETY | {"system": "engine", "failure": ""}
    commands.add_problem(dealership.person("liumin"), case.id, engine)
    assert verdict(dealership, case, SEVEN) == "MET"


def test_an_order_without_a_number_is_named_by_its_day(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    order(dealership, case, "", 30)
    day = queries.problems(case.id)[0]["order_no"]
    assert day == day_of(dealership.clock.now - 30 * DAY)
    commands.add_problem(me, case.id, SAFETY | {"order_no": day})
    assert queries.problems(case.id)[0]["judged"]
    with pytest.raises(Invalid) as refusal:
        commands.add_problem(me, case.id, SAFETY | {"order_no": "W404"})
    assert list(refusal.value.problems) == ["analysis.sanbao.order_no"]


def test_papers_belong_to_the_car_and_dates_to_the_vehicle(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    told = {"purchase_price": "200000", "coefficient_n": "0.5%", "odometer_km": 12_000}
    commands.save_car(me, case.id, told)
    commands.save_car(me, case.id, {"delivery_date": day_of(dealership.clock.now - 98 * DAY)})
    vehicle = parties.vehicle(case.vehicle_id)
    assert vehicle is not None
    assert vehicle.odometer_km == 12_000
    found = queries.opinion_of(case.id, dealership.clock.now)
    assert found is not None
    assert found.opinion.fee is not None
    assert found.opinion.fee.amount == 1_200_000
    assert str(found.opinion.anchor) == vehicle.delivery_date
    for wrong in ({"coefficient_n": "viel"}, {"invoice_date": "2099-01-01"}):
        with pytest.raises(Invalid) as refusal:
            commands.save_car(me, case.id, wrong)
        assert next(iter(refusal.value.problems)) == f"analysis.sanbao_car.{next(iter(wrong))}"


def dues(dealership: Dealership, case: Case) -> dict[str, Any]:
    return {due.kind: due for due in head(dealership.person("liumin"), case.id).dues}


def test_a_demand_starts_clocks_of_the_law_that_no_hold_pauses(dealership: Dealership) -> None:
    """Art. 28 and 处罚办法 8: they run on while the case is suspended."""
    me, case = dealership.person("liumin"), with_car(dealership)
    today = day_of(dealership.clock.now)
    commands.save_demand(me, case.id, {"made_on": today, "received_on": today})
    found = dues(dealership, case)
    assert set(found) == {"sanbao_answer", "sanbao_complete", "delay_15_days"}
    assert all(due.legal for due in found.values())
    with unit_of_work(me, "test.pause") as work:
        clocks.pause(work, Case.get_by_id(case.id))
    assert not any(due.paused for due in dues(dealership, case).values())


def test_an_answer_stops_its_clock_and_a_corrected_date_moves_it(dealership: Dealership) -> None:
    me, case, now = dealership.person("liumin"), with_car(dealership), dealership.clock.now
    commands.save_demand(me, case.id, {"made_on": day_of(now), "received_on": day_of(now)})
    before = dues(dealership, case)["sanbao_answer"].due_at
    earlier = day_of(now - 7 * DAY)
    commands.save_demand(me, case.id, {"received_on": earlier, "made_on": earlier})
    assert dues(dealership, case)["sanbao_answer"].due_at < before
    commands.save_demand(me, case.id, {"answered_on": day_of(now)})
    met = dues(dealership, case)
    assert met["sanbao_answer"].met_at is not None
    assert met["sanbao_complete"].met_at is None
    commands.save_demand(me, case.id, {"received_on": "", "made_on": "", "answered_on": ""})
    assert dues(dealership, case) == {}
    assert Case.get_by_id(case.id).next_due_at > now + 1000 * DAY


def test_mediation_has_sixty_days(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    today = day_of(dealership.clock.now)
    commands.save_demand(me, case.id, {"accepted_on": today})
    assert list(dues(dealership, case)) == ["mediation_60_days"]


def test_a_person_confirms_or_sets_aside_with_a_reason_and_it_is_kept(
    dealership: Dealership,
) -> None:
    me, case = dealership.person("liumin"), with_car(dealership)
    order(dealership, case, "W1", 90, days=31)
    commands.add_problem(me, case.id, SAFETY | {"order_no": "W1"})
    with pytest.raises(Invalid):
        commands.decide(me, case.id, {"rule": DAYS, "decision": "confirmed", "reason": ""})
    with pytest.raises(Invalid):
        commands.decide(me, case.id, {"rule": "SB-99", "decision": "confirmed", "reason": "是"})
    told = {"rule": DAYS, "decision": "set_aside", "reason": "其中 5 日为动力蓄电池运输"}
    commands.decide(me, case.id, told)
    found = queries.opinion_of(case.id, dealership.clock.now)
    assert found is not None
    assert found.verdict(DAYS) == "MET", "the word of a person stands beside the verdict"
    assert DAYS not in [one.rule.id for one in found.open_rules()]
    commands.decide(me, case.id, told | {"decision": "confirmed", "reason": "工单齐全"})
    row = queries.decisions(case.id)[DAYS]
    assert (row["decision"], row["verdict"], row["decided_by"]) == ("confirmed", "MET", "liumin")
    kept = [entry for entry in history(case.id) if entry.command == "analysis.decide_sanbao"]
    assert len(kept) == 2
    assert kept[0].values["reason"] == ("其中 5 日为动力蓄电池运输", "工单齐全")


def test_a_case_without_a_car_says_so(dealership: Dealership) -> None:
    me, case = dealership.person("liumin"), dealership.case("INVESTIGATING")
    assert queries.opinion_of(case.id, dealership.clock.now) is None
    assert queries.problems(case.id) == []
    assert queries.car(case.id) == {}
    with pytest.raises(NotPossible):
        commands.save_car(me, case.id, {"purchase_price": "200000"})
    with pytest.raises(NotPossible):
        commands.add_problem(me, case.id, SAFETY)


def test_a_car_without_any_record_is_denied_nothing(dealership: Dealership) -> None:
    case = with_car(dealership)
    found = queries.opinion_of(case.id, dealership.clock.now)
    assert found is not None
    assert {one.verdict for one in found.opinion.rules} == {"FACT_MISSING"}
