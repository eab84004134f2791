"""Invented customers and cars: names, numbers and plates that belong to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.kernel.fields.vin import check_digit

from .situations import said

if TYPE_CHECKING:
    from random import Random

    from .situations import Situation

_PREFIXES = (
    130, 131, 132, 133, 135, 136, 137, 138, 139, 150, 151, 152, 153, 155, 156, 157, 158, 159,
    177, 178, 180, 181, 182, 183, 185, 186, 187, 188, 189, 191, 198, 199,
)  # fmt: skip
_PER_PREFIX = 10_000
_AREAS = ("苏E", "苏U", "苏B", "苏F", "沪A", "浙F")
_PER_AREA = 100_000
_ELECTRIC_PER_AREA = 10_000
_ELECTRIC = "electric"
_MODEL_YEARS = {
    2019: "K",
    2020: "L",
    2021: "M",
    2022: "N",
    2023: "P",
    2024: "R",
    2025: "S",
    2026: "T",
}
_COMPANIES = 0.05
_LETTERS = "DFA"


@dataclass(frozen=True, slots=True)
class Party:
    """A customer and the car the complaint is about, in the words of the registration form."""

    name: str
    kind: str
    phone: str
    address: str
    contact_person: str
    relation: str
    plate_no: str
    vin: str
    model: str
    odometer_km: int
    invoice_date: str


def party(rng: Random, number: int, situation: Situation, on: date) -> Party:
    """Return customer ``number`` with a car that fits the situation on a day."""
    words = said()
    name = rng.choice(words["surnames"]) + rng.choice(words["given"])
    company = rng.random() < _COMPANIES
    model = rng.choice([m for m in words["models"] if situation.power in ("", m["power"])])
    days = rng.randrange(1, 25) if situation.fresh else rng.randrange(60, 2000)
    bought = on - timedelta(days=days)
    return Party(
        name=f"苏州示例{rng.choice(words['company'])}{rng.choice(words['trade'])}有限公司"
        if company
        else name,
        kind="company" if company else "person",
        phone=_phone(number),
        address=f"江苏省苏州市示例区{rng.choice(words['streets'])}{rng.randrange(1, 300)}号",
        contact_person=name if company else "",
        relation="company_representative" if company else "owner",
        plate_no=_plate(number, model["power"]),
        vin=_vin(number, bought, model["power"]),
        model=model["name"],
        odometer_km=days * rng.randrange(20, 55) + rng.randrange(5, 90),
        invoice_date=bought.isoformat(),
    )


def _phone(number: int) -> str:
    prefix = _PREFIXES[number // _PER_PREFIX % len(_PREFIXES)]
    return f"{prefix}0000{number % _PER_PREFIX:04}"


def _plate(number: int, power: str) -> str:
    if power == _ELECTRIC:
        area = _AREAS[number // _ELECTRIC_PER_AREA // len(_LETTERS) % len(_AREAS)]
        letter = _LETTERS[number // _ELECTRIC_PER_AREA % len(_LETTERS)]
        return f"{area}{letter}0{number % _ELECTRIC_PER_AREA:04}"
    return f"{_AREAS[number // _PER_AREA % len(_AREAS)]}{number % _PER_AREA:05}"


def _vin(number: int, bought: date, power: str) -> str:
    kind = "EV" if power == _ELECTRIC else "AT"
    year, series = _MODEL_YEARS.get(bought.year, "T"), number // 1_000_000 % 10
    bare = f"L9X{kind}3{series}B0{year}S{number % 1_000_000:06}"
    return bare[:8] + check_digit(bare) + bare[9:]
