"""What can go wrong at a dealership: each situation with the parts, places and moods that fit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import resources

from .lines import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

REFUSED_FAMILY = "rejected"
"""Complaints that do not stand; the only ones that end as not upheld."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A demand as it may be made: ``yuan`` its lowest and highest amount, None without money."""

    kind: str
    text: str
    yuan: tuple[int, int] | None
    agreed: str
    refused: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to settle: what is offered for nothing, for money, or beyond that."""

    title: str
    text: str
    kinds: str
    yuan: int


@dataclass(frozen=True, slots=True)
class Package:
    """Demands, options and tasks that belong together."""

    wanted: Wish
    extras: tuple[Wish, ...]
    free: Offer
    paid: Offer
    more: Offer
    basis: str
    refusal: str
    tasks: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing that goes wrong, with all that fits it."""

    number: int
    family: str
    object_kind: str
    part: str
    symptom: str
    finding: str
    remedy: str
    mood: tuple[int, int]
    places: tuple[str, ...]
    stories: tuple[str, ...]
    cause: tuple[str, str]
    second: tuple[str, str] | None
    side: str
    finding_side: str
    stands: str
    power: str
    fresh: bool
    lesson: str
    fix: tuple[str, str]
    package: Package

    def said(self, template: str, **more: object) -> str:
        """Return a text with the words of this situation in it."""
        return template.format(
            part=self.part,
            symptom=self.symptom,
            finding=self.finding,
            remedy=self.remedy,
            cause=self.cause[1],
            **more,
        )


@cache
def situations() -> tuple[Situation, ...]:
    """Return every situation, in the order of the file."""
    packages = {name: _package(told) for name, told in _read("packages.json").items()}
    text = resources.path(f"{FOLDER}/situations.jsonl").read_text(encoding="utf-8")
    families = [json.loads(line) for line in text.splitlines() if line.strip()]
    items = [(family, item) for family in families for item in family["items"]]
    return tuple(
        _situation(number, family, item, packages[family["package"]])
        for number, (family, item) in enumerate(items)
    )


@cache
def upheld() -> tuple[Situation, ...]:
    """Return the situations in which the complaint stands."""
    return tuple(one for one in situations() if one.family != REFUSED_FAMILY)


@cache
def not_upheld() -> tuple[Situation, ...]:
    """Return the situations in which the complaint does not stand."""
    return tuple(one for one in situations() if one.family == REFUSED_FAMILY)


@cache
def said() -> Mapping[str, Any]:
    """Return what people usually say, and how they are called."""
    told = _read("people.json")
    words: dict[str, Any] = told.pop("said")
    return told | words


def _situation(
    number: int, family: Mapping[str, Any], item: list[str], package: Package
) -> Situation:
    part, symptom, finding, remedy = item
    second = family.get("second")
    return Situation(
        number=number,
        family=family["family"],
        object_kind=family["object"],
        part=part,
        symptom=symptom,
        finding=finding,
        remedy=remedy,
        mood=(family["mood"][0], family["mood"][1]),
        places=tuple(family["places"]),
        stories=tuple(family["stories"]),
        cause=(family["cause"], family["cause_text"].format(part=part)),
        second=(second[0], second[1]) if second else None,
        side=family["side"],
        finding_side=family["finding_side"],
        stands=family["stands"],
        power=family.get("power", ""),
        fresh=bool(family.get("fresh")),
        lesson=family["lesson"],
        fix=(family["fix"][0], family["fix"][1].format(part=part)),
        package=package,
    )


def _package(told: Mapping[str, Any]) -> Package:
    return Package(
        wanted=_wish(told["wanted"]),
        extras=tuple(_wish(one) for one in told["extras"]),
        free=_offer(told["free"]),
        paid=_offer(told["paid"]),
        more=_offer(told["more"]),
        basis=told["basis"],
        refusal=told["refusal"],
        tasks=tuple((kind, where, what, done) for kind, where, what, done in told["tasks"]),
    )


def _wish(told: Mapping[str, Any]) -> Wish:
    yuan = told.get("yuan")
    return Wish(
        told["kind"],
        told["text"],
        (yuan[0], yuan[1]) if yuan else None,
        told.get("agreed", ""),
        told.get("refused", ""),
    )


def _offer(told: Mapping[str, Any]) -> Offer:
    return Offer(told["title"], told["text"], told["kinds"], told.get("yuan", 0))


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resources.path(f"{FOLDER}/{name}").read_text(encoding="utf-8")
    )
    return found
