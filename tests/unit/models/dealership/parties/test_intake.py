"""Known or new: nothing stored is overwritten when a complaint tells it differently."""

from __future__ import annotations

import pytest

from models.dealership.parties import commands, queries
from models.dealership.parties.intake import (
    Difference,
    find_or_add_customer,
    find_or_add_vehicle,
)
from models.kernel.command import unit_of_work

VIN, OTHER_VIN = "LATPAB071W1005301", "UU6JA69691D713820"


@pytest.fixture
def known(agent):
    return commands.add_customer(agent, {"name": "张晓明", "phone": "13800000001"}).id


@pytest.fixture
def car(agent, known):
    values = {"plate_no": "京A12345", "vin": VIN, "odometer_km": 12_000}
    return commands.add_vehicle(agent, values).id


def customer(agent, **values):
    with unit_of_work(agent, "test.intake") as work:
        return find_or_add_customer(work, values)


def vehicle(agent, customer_id=0, **values):
    with unit_of_work(agent, "test.intake") as work:
        return find_or_add_vehicle(work, values, customer_id=customer_id, relation="user")


def test_a_known_telephone_and_name_is_the_known_customer_and_blanks_are_filled(agent, known):
    found = customer(
        agent, name="张晓明", phone="13800000001", address="江滨路 1 号", gender="male"
    )
    assert (found.id, found.added, found.differences) == (known, False, ())
    assert queries.customer(known).address == "江滨路 1 号"


def test_what_is_told_differently_is_answered_and_not_stored(agent, known):
    customer(agent, phone="13800000001", address="江滨路 1 号")
    found = customer(agent, phone="13800000001", address="山前路 2 号")
    assert found.differences == (Difference("address", "江滨路 1 号", "山前路 2 号"),)
    assert queries.customer(known).address == "江滨路 1 号"


def test_another_name_on_the_same_telephone_is_another_person(agent, known):
    found = customer(agent, name="李悦", phone="13800000001")
    assert found.added
    assert found.alike == (known,)
    assert queries.customer(known).name == "张晓明"


def test_a_second_telephone_is_known_too(agent, known):
    commands.change_customer(agent, {"id": known, "phone2": "13900000001"})
    assert customer(agent, name="张晓明", phone="13900000001").id == known


def test_a_company_is_known_by_its_credit_code(agent):
    first = customer(agent, name="远行租赁有限公司", credit_code="91350100M000100Y43")
    again = customer(agent, name="远行租赁", credit_code="91350100M000100Y43", phone="13800000009")
    assert (again.id, again.added) == (first.id, False)
    assert [d.key for d in again.differences] == ["name"]
    assert queries.customer(first.id).kind == "company"


def test_nothing_told_is_nobody(agent):
    assert customer(agent, name="", phone="") is None
    assert vehicle(agent, model="轻舟") is None


def test_a_known_plate_is_the_known_vehicle_and_higher_mileage_is_taken_over(agent, known, car):
    found = vehicle(agent, known, plate_no="京A12345", odometer_km=12_800, model="轻舟 1.5T")
    assert (found.id, found.differences) == (car, ())
    stored = queries.vehicle(car)
    assert (stored.odometer_km, stored.model) == (12_800, "轻舟 1.5T")
    owned = queries.customer_card(known).vehicles
    assert [(link.vehicle.id, link.relation) for link in owned] == [(car, "user")]


def test_a_lower_mileage_is_told_and_not_stored(agent, car):
    found = vehicle(agent, vin=VIN, odometer_km=9_000)
    assert found.differences == (Difference("odometer_km", 12_000, 9_000),)
    assert queries.vehicle(car).odometer_km == 12_000


def test_a_plate_with_another_vin_is_another_car(agent, car):
    found = vehicle(agent, plate_no="京A12345", vin=OTHER_VIN)
    assert found.added
    assert found.alike == (car,)


def test_a_vin_with_a_new_plate_is_the_known_car(agent, car):
    found = vehicle(agent, plate_no="京A99999", vin=VIN)
    assert found.id == car
    assert found.differences == (Difference("plate_no", "京A12345", "京A99999"),)


def test_linking_twice_keeps_one_owner(agent, known, car):
    vehicle(agent, known, vin=VIN)
    vehicle(agent, known, vin=VIN)
    assert len(queries.customer_card(known).vehicles) == 1
