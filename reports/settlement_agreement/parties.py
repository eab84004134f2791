"""Who concludes the agreement and about which cars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.documents.content import COMPANY, Party, Vehicle
from reports.paragraph import Para
from reports.parts.tables import Cell, Label, facts
from reports.styles import CELL_BOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from models.stages.agreement.documents import SettlementAgreement
    from reports.voice import Voice

_PERSON = (82.0, 150.0, 66.0, 164.0)
_COMPANY = (82.0, 149.0, 82.0, 149.0)
_VEHICLE = (66.0, 120.0, 50.0, 92.0, 50.0, 84.0)


def parties(content: SettlementAgreement, voice: Voice) -> list[Flowable]:
    """Return the tables of both parties and of the cars."""
    first, *others = content.party_b
    widths = _COMPANY if COMPANY in {p.kind for p in content.party_b} else _PERSON
    parts: list[Flowable] = [facts(_facing(content.party_a, first, voice), widths)]
    if others:
        rows = [row for k, party in enumerate(others, 2) for row in _further(party, k, voice)]
        parts.append(facts(rows, widths))
    if content.vehicles:
        rows = [row for vehicle in content.vehicles for row in _vehicle(vehicle, voice)]
        parts.append(facts(rows, _VEHICLE))
    return parts


def _facing(a: Party, b: Party, voice: Voice) -> Sequence[Sequence[Cell]]:
    rows: list[list[Cell]] = [
        [
            *_name(a, voice("Party A (operator)"), voice),
            *_name(b, voice("Party B (customer)"), voice),
        ],
        [*_identity(a, voice), *_identity(b, voice)],
        [
            *_pair(voice("Registered address"), a.address, voice),
            *_pair(_address(b, voice), b.address, voice),
        ],
    ]
    relation = _pair(voice("Relation to the vehicle"), b.relation, voice)
    representative = voice("Authorised representative")
    if b.representative:
        agent = representative if b.kind == COMPANY else voice("Agent")
        rows += [
            [*_pair(representative, a.representative, voice), *relation],
            [
                *_pair(voice("Position"), a.representative_title, voice),
                *_pair(agent, _representative(b), voice),
            ],
        ]
    else:
        rows.append([*_pair(representative, _representative(a), voice), *relation])
    telephone = voice("Telephone")
    rows.append([*_pair(telephone, a.phone, voice), *_pair(telephone, b.phone, voice)])
    return rows


def _further(b: Party, number: int, voice: Voice) -> Sequence[Sequence[Cell]]:
    head = voice("Party B ({number})", number=voice.ordinal(number))
    return [
        [*_name(b, head, voice), *_identity(b, voice)],
        [
            *_pair(_address(b, voice), b.address, voice),
            *_pair(voice("Telephone"), b.phone, voice),
        ],
    ]


def _name(party: Party, label: str, voice: Voice) -> list[Cell]:
    return [Label(label), Para(voice.either(party.name), CELL_BOLD)]


def _identity(party: Party, voice: Voice) -> list[Cell]:
    default = voice("Social credit code") if party.kind == COMPANY else voice("Identity document")
    return _pair(party.id_kind or default, party.id_number, voice)


def _address(party: Party, voice: Voice) -> str:
    return voice("Registered address") if party.kind == COMPANY else voice("Home address")


def _representative(party: Party) -> str:
    title = f"（{party.representative_title}）" if party.representative_title else ""
    return party.representative + title


def _pair(label: str, value: str, voice: Voice) -> list[Cell]:
    return [Label(label), voice.either(value)]


def _vehicle(vehicle: Vehicle, voice: Voice) -> list[list[Cell]]:
    return [
        [
            *_pair(voice("Make and model"), vehicle.model, voice),
            *_pair(voice("Plate"), vehicle.plate, voice),
            Label(voice("Mileage")),
            voice.distance(vehicle.mileage_km),
        ],
        [
            *_pair(voice("VIN"), vehicle.vin, voice),
            *_pair(voice("Engine no."), vehicle.engine_no, voice),
            *_pair(voice("Handed over"), vehicle.delivered_on, voice),
        ],
    ]
