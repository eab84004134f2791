"""What the opinion on the three guarantees says on paper (三包检核意见)."""

from __future__ import annotations

from dataclasses import dataclass

from models.casework.documents.content import NO_VEHICLE, Letterhead, Vehicle


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One rule: its verdict with the grounds, and what a person decided."""

    article: str
    title: str
    verdict: str
    suspected: bool
    grounds: tuple[str, ...]
    decision: str = ""


@dataclass(frozen=True, slots=True)
class OpinionDate:
    """A date of the law and what has to be done by then."""

    day: str
    text: str


@dataclass(frozen=True, slots=True)
class SanbaoOpinion:
    """The suspected result of the check of a car; a person has to confirm it."""

    letterhead: Letterhead
    judged_on: str
    judged_by: str
    customer: str = ""
    vehicle: Vehicle = NO_VEHICLE
    use: str = ""
    anchor: str = ""
    repair_until: str = ""
    sanbao_until: str = ""
    lines: tuple[OpinionLine, ...] = ()
    not_met: tuple[str, ...] = ()  # rules that the records do not fulfil, each in one word
    remedies: tuple[str, ...] = ()  # what the customer may ask for by the suspected rules
    papers: str = ""  # papers a suspected rule asks for that nobody has seen
    fee: str = ""
    dates: tuple[OpinionDate, ...] = ()
    doubts: tuple[str, ...] = ()
