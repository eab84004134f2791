"""The directory: in the order of names, found by any part, one customer whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.dealership.parties import directory
from models.dealership.parties.commands import (
    add_customer,
    add_ownership,
    add_vehicle,
    end_ownership,
)
from models.dealership.parties.workshop import add_repair_order
from models.kernel.errors import Forbidden
from tests.stores import may

if TYPE_CHECKING:
    from models.kernel.actor import Actor

VIN = "LSVAA49J132047371"


@pytest.fixture
def clerk(agent: Actor) -> Actor:
    return agent


def customer(clerk: Actor, name: str, phone: str) -> int:
    return add_customer(clerk, {"name": name, "phone": phone}).id


def names(found: list[directory.CustomerMatch]) -> list[str]:
    return [one.customer.name for one in found if one.customer]


def test_every_page_follows_the_one_before(clerk: Actor) -> None:
    for number, name in enumerate(("李雷", "安娜", "王小明", "王小明", "陈洁")):
        customer(clerk, name, f"1380000000{number}")
    first = directory.page(clerk, limit=2)
    second = directory.page(clerk, after=first.cursor, limit=2)
    third = directory.page(clerk, after=second.cursor, limit=2)
    assert names([*first.rows, *second.rows, *third.rows]) == [
        "安娜",
        "陈洁",
        "李雷",
        "王小明",
        "王小明",
    ]
    assert (third.cursor, directory.count(clerk)) == ("", 5)


@pytest.mark.parametrize("text", ["临江", "ljw", "物流", "0003", "京A12345", VIN[-6:], "码头"])
def test_whoever_is_meant_is_found(clerk: Actor, text: str) -> None:
    company = {"name": "临江物流有限公司", "phone": "13800000003", "address": "码头路9号"}
    owner = add_customer(clerk, company).id
    car = add_vehicle(clerk, {"plate_no": "京A12345", "vin": VIN}).id
    add_ownership(clerk, {"customer": owner, "vehicle": car})
    customer(clerk, "王小明", "13800000001")
    assert names(directory.find(clerk, text)) == ["临江物流有限公司"]


def test_a_file_has_cars_repairs_and_owners_over_time(clerk: Actor) -> None:
    old, new = customer(clerk, "李雷", "13800000001"), customer(clerk, "王小明", "13800000002")
    car = add_vehicle(clerk, {"plate_no": "京A12345", "vin": VIN}).id
    first = add_ownership(clerk, {"customer": old, "vehicle": car, "since": "2024-01-01"})
    end_ownership(clerk, {"id": first.id, "until": "2025-06-01"})
    add_ownership(clerk, {"customer": new, "vehicle": car, "since": "2025-06-01"})
    order = {"vehicle": car, "confirmed_at": clerk.clock() - 1, "symptom": "异响"}
    add_repair_order(clerk, order)
    for owner in (old, new):
        found = directory.file_of(clerk, customer_id=owner)
        assert found is not None
        [owned] = found.vehicles
        assert [one.symptom for one in owned.repair_orders] == ["异响"]
        told = [(one.name, one.until) for one in found.owners[car]]
        assert told == [("王小明", ""), ("李雷", "2025-06-01")]


def test_a_vehicle_of_nobody_has_a_file_too(clerk: Actor) -> None:
    car = add_vehicle(clerk, {"vin": VIN}).id
    [found] = directory.find(clerk, VIN)
    assert (found.customer, found.vehicles[0].id) == (None, car)
    whole = directory.file_of(clerk, vehicle_id=car)
    assert whole is not None
    assert (whole.customer, whole.owners) == (None, {car: ()})
    assert directory.file_of(clerk, customer_id=99) is None


def test_only_who_may_look_at_complaints_looks(agent: Actor) -> None:
    with pytest.raises(Forbidden):
        directory.page(may(agent))
