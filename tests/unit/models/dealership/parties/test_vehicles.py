"""Vehicles: identity, owners over time, mileage that never falls unnoticed, repairs."""

from __future__ import annotations

import pytest

from models.dealership.parties import commands, queries, workshop
from models.dealership.parties.tables import HandoverCheck
from models.kernel.errors import Invalid, NeedsConfirmation, NotPossible

VIN, OTHER_VIN = "LATPAB071W1005301", "UU6JA69691D713820"
CAR = {"plate_no": "京A·12345", "vin": VIN, "model": "轻舟 1.5T", "odometer_km": 12_000}


@pytest.fixture
def car(agent):
    return commands.add_vehicle(agent, CAR).id


def problems_of(command, actor, values):
    with pytest.raises(Invalid) as refusal:
        command(actor, values)
    return set(refusal.value.problems)


def order(car, day, **values):
    return {
        "vehicle": car,
        "confirmed_at": f"2026-{day}T08:00",
        "symptom": "水箱漏水",
        **values,
    }


def test_a_vehicle_is_stored_without_the_dot(car):
    assert queries.vehicle(car).plate_no == "京A12345"


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"model": "轻舟"}, "vin"),
        ({"vin": "LATPAB072W1005301"}, "vin"),
        ({"plate_no": "京A1"}, "plate_no"),
        (CAR | {"odometer_km": -1}, "odometer_km"),
        (CAR | {"invoice_date": "2027-01-01"}, "invoice_date"),
        (CAR | {"production_date": "2025-05-01", "delivery_date": "2025-04-01"}, "delivery_date"),
        (CAR | {"powertrain": "steam"}, "powertrain"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(agent, values, place):
    assert problems_of(commands.add_vehicle, agent, values) == {f"parties.vehicle.{place}"}


def test_a_vin_is_there_once(agent, car):
    again = {"vin": VIN, "plate_no": "京A54321"}
    assert problems_of(commands.add_vehicle, agent, again) == {"parties.vehicle.vin"}


def test_a_plate_that_went_to_another_car_needs_a_yes(agent, car):
    other = {"vin": OTHER_VIN, "plate_no": "京A12345"}
    with pytest.raises(NeedsConfirmation, match="京A12345"):
        commands.add_vehicle(agent, other)
    assert commands.add_vehicle(agent, other | {"confirmed": True}).id != car


def test_a_lower_mileage_needs_a_yes(agent, car):
    lower = {"id": car, "odometer_km": 9_000}
    with pytest.raises(NeedsConfirmation, match="9,000 km is below the 12,000 km"):
        commands.change_vehicle(agent, lower)
    assert queries.vehicle(car).odometer_km == 12_000
    commands.change_vehicle(agent, lower | {"confirmed": True})
    assert queries.vehicle(car).odometer_km == 9_000


def test_invoice_and_delivery_far_apart_need_a_yes(agent, car):
    with pytest.raises(NeedsConfirmation):
        commands.change_vehicle(
            agent, {"id": car, "invoice_date": "2025-01-01", "delivery_date": "2025-08-01"}
        )


def test_a_repair_order_carries_the_mileage_on(agent, car):
    workshop.add_repair_order(agent, order(car, "02-01", odometer_km=12_500, paid_fen="120.50"))
    assert queries.vehicle(car).odometer_km == 12_500
    assert [o.paid_fen for o in queries.repair_orders(car)] == [12_050]


def test_a_repair_with_less_mileage_than_an_earlier_one_needs_a_yes(agent, car):
    workshop.add_repair_order(agent, order(car, "02-01", odometer_km=12_500))
    later = order(car, "02-10", odometer_km=11_000)
    with pytest.raises(NeedsConfirmation):
        workshop.add_repair_order(agent, later)
    workshop.add_repair_order(agent, order(car, "01-10", odometer_km=11_000))
    workshop.add_repair_order(agent, later | {"confirmed": True})
    assert len(queries.repair_orders(car)) == 3


def test_a_repair_ends_after_it_was_agreed_on(agent, car):
    place = {"parties.repair_order.completed_at"}
    wrong = order(car, "02-01", completed_at="2026-01-31T08:00")
    assert problems_of(workshop.add_repair_order, agent, wrong) == place
    done = workshop.add_repair_order(agent, order(car, "02-01"))
    early = {"id": done.id, "completed_at": "2026-01-31T08:00"}
    assert problems_of(workshop.change_repair_order, agent, early) == place
    workshop.change_repair_order(
        agent,
        {
            "id": done.id,
            "completed_at": "2026-02-03T08:00",
            "finding": "水箱裂",
            "odometer_km": 13_000,
        },
    )
    found = queries.repair_orders(car)[0]
    assert found.completed_at - found.confirmed_at == 2 * 24 * 3_600_000
    assert queries.vehicle(car).odometer_km == 13_000


def test_a_car_changes_hands_and_both_owners_stay_known(agent, car):
    old = commands.add_customer(agent, {"name": "吴敏", "phone": "13800000002"}).id
    new = commands.add_customer(agent, {"name": "马超", "phone": "13800000003"}).id
    first = commands.add_ownership(agent, {"customer": old, "vehicle": car, "since": "2024-05-01"})
    ended = {"id": first.id, "until": "2024-01-01"}
    assert problems_of(commands.end_ownership, agent, ended) == {"parties.ownership.until"}
    commands.end_ownership(agent, ended | {"until": "2025-12-31"})
    commands.add_ownership(agent, {"customer": new, "vehicle": car, "relation": "user"})
    cards = [queries.customer_card(person) for person in (new, old)]
    links = [(link.vehicle.id, link.relation, link.until) for c in cards for link in c.vehicles]
    assert links == [(car, "user", ""), (car, "owner", "2025-12-31")]
    with pytest.raises(NotPossible):
        commands.add_ownership(agent, {"customer": 99, "vehicle": car})


def test_the_card_shows_every_vehicle_with_its_earlier_faults(agent, car):
    owner = commands.add_customer(agent, {"name": "吴敏", "phone": "13800000002"}).id
    second = commands.add_vehicle(agent, {"plate_no": "京A67890"}).id
    for vehicle in (car, second):
        commands.add_ownership(agent, {"customer": owner, "vehicle": vehicle})
    workshop.add_repair_order(agent, order(car, "01-05"))
    workshop.add_repair_order(agent, order(car, "02-05", symptom="音响无声"))
    card = queries.customer_card(owner)
    assert [owned.vehicle.id for owned in card.vehicles] == [car, second]
    assert [o.symptom for o in card.vehicles[0].repair_orders] == ["音响无声", "水箱漏水"]
    assert card.vehicles[1].repair_orders == ()


def test_what_was_told_at_the_hand_over_is_kept(agent, car):
    workshop.add_handover_check(
        agent,
        {
            "vehicle": car,
            "handed_over_on": "2025-06-01",
            "told": ["warranty", "insurance"],
            "told_by": "赵悦",
        },
    )
    check = HandoverCheck.get(HandoverCheck.vehicle == car)
    assert check.told == "warranty,insurance"
