"""Frozen documents come back from their JSON as they were, and equal contents have equal bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest

from models.casework.documents.canonical import content_hash, from_json, hash_of, to_json
from models.casework.documents.content import Letterhead, Vehicle
from models.stages.intake.documents import ComplaintRegister
from tests.unit.reports.reading import PAPERS


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_survives_its_json(paper: object) -> None:
    content = paper.content()
    frozen = to_json(content)
    assert from_json(type(content), frozen) == content
    assert to_json(from_json(type(content), frozen)) == frozen


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_json_is_canonical(paper: object) -> None:
    frozen = to_json(paper.content())
    data = json.loads(frozen)
    again = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert frozen == again.encode("utf-8")
    assert "周𬭎".encode() in frozen or paper.name == "dispatch_slip"


def test_the_hash_tells_contents_apart() -> None:
    car = Vehicle("示例牌", mileage_km=986)
    assert content_hash(car) == content_hash(replace(car)) == hash_of(to_json(car))
    assert content_hash(car) != content_hash(replace(car, mileage_km=987))
    assert len(content_hash(car)) == 64


def test_bytes_such_as_a_logo_survive() -> None:
    house = Letterhead("示例", logo_png=bytes(range(256)))
    assert from_json(Letterhead, to_json(house)) == house


def test_fields_that_did_not_exist_when_it_was_frozen_get_their_defaults() -> None:
    assert from_json(Vehicle, b'{"plate":"\xe7\xb2\xa4B12345"}') == Vehicle(plate="粤B12345")


@pytest.mark.parametrize(
    ("frozen", "words"),
    [
        (b'{"mileage_km":"986"}', "Vehicle.mileage_km: expected int, found str"),
        (b'{"mileage_km":true}', "Vehicle.mileage_km: expected int, found bool"),
        (b'{"colour":"red"}', "Vehicle: unknown keys colour"),
        (b"[]", "Vehicle: expected an object, found list"),
    ],
)
def test_json_that_does_not_fit_is_refused_with_its_place(frozen: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        from_json(Vehicle, frozen)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(ValueError, match="ComplaintRegister"):
        from_json(ComplaintRegister, b"{}")


def test_a_kind_without_a_place_in_json_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        share: float

    with pytest.raises(TypeError, match="float"):
        to_json(Odd(0.5))
