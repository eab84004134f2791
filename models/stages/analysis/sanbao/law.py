"""The three-guarantee rules for household cars (SAMR Order 43) as data with their articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_FORCE = date(2022, 1, 1)
"""Order 43 is valid from this day; cars bought before fall under the rules of 2013."""

ASSEMBLIES = ("engine", "transmission", "traction_battery", "drive_motor")
SYSTEMS = (
    *ASSEMBLIES,
    "steering",
    "brake",
    "suspension",
    "driveline",
    "emission",
    "body",
)
FAILURES = ("steering_failure", "brake_failure", "body_crack", "fuel_leak", "battery_fire")

COMMERCIAL_USE = frozenset({"commercial", "ride_hailing", "rental"})
SPECIAL_USE = "special"
DOUBTFUL_USE = frozenset({"company", ""})

EXCLUSIONS = ("special_parts", "battery_transport", "rescue_travel")
"""Time that does not count among the 30 days (art. 24, third paragraph)."""

EXEMPTIONS = ("told_in_writing", "misuse", "modified", "handled_improperly", "force_majeure")
"""Grounds of art. 32 for which the dealer has the burden of proof; elsewhere-maintained is none."""

FEE_COEFFICIENT_MOST = 5
"""The usage fee coefficient n is at most 5 per mille (art. 27)."""

BURDEN_ARTICLE, DELAY_ARTICLE = "消保法 23", "处罚办法 8"
BURDEN_MONTHS = 6
DELAY_DAYS, ANSWER_WORKING_DAYS, COMPLETE_WORKING_DAYS, MEDIATION_DAYS = 15, 10, 20, 60

COURTESY_DAYS = 5
REPAIR_DAYS, REPAIR_DAYS_NEAR = 30, 25
SAME_REPAIRS = 4
TWICE = 2

INVOICE, CERTIFICATE = "invoice", "certificate"

YES, NO = "yes", "no"
LISTS: Mapping[str, tuple[str, ...]] = {
    "yes_no": (YES, NO),
    "use_kind": ("private", "company", *sorted(COMMERCIAL_USE), SPECIAL_USE),
    "sanbao_system": (*SYSTEMS, "other"),
    "sanbao_failure": FAILURES,
    "part_kind": ("main_part", "wear_part", "other_part"),
    "sanbao_replacement": ("nothing", "part", "assembly"),
    "sanbao_exclusion": EXCLUSIONS,
    "sanbao_exemption": EXEMPTIONS,
    "sanbao_decision": ("confirmed", "set_aside"),
}
"""The codes that mean something to the rules, by the name of their list."""


class Span(NamedTuple):
    """How long a right lasts; both limits hold, whichever is reached first ends it."""

    years: int = 0
    days: int = 0
    km: int | None = None


REPAIR_PERIOD = Span(years=3, km=60_000)
SANBAO_PERIOD = Span(years=2, km=50_000)
SIXTY_DAYS = Span(days=60, km=3_000)
SEVEN_DAYS = Span(days=7)


@dataclass(frozen=True, slots=True)
class Rule:
    """One duty: its article, who owes it, how long, what the customer may ask for, with what.

    ``fee`` tells that an exchange or return costs the usage fee of art. 27.
    """

    id: str
    article: str
    title: Message
    by_seller: bool
    span: Span
    remedy: Message
    papers: tuple[str, ...] = ()
    fee: bool = False
    valid_from: date = IN_FORCE
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Tell whether the rule is law on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


_FREE = Message("sanbao", "Exchange or return as the customer chooses, free of charge.")
_WITH_FEE = Message(
    "sanbao", "Exchange or return as the customer chooses, against the usage fee of art. 27."
)
_BOTH = (INVOICE, CERTIFICATE)


def _gives_back(id_: str, article: str, title: str, span: Span, *, fee: bool) -> Rule:
    remedy = _WITH_FEE if fee else _FREE
    return Rule(id_, article, Message("sanbao", title), True, span, remedy, _BOTH, fee)


RULES: tuple[Rule, ...] = (
    Rule(
        "SB-15-ROADSIDE",
        "15",
        Message("sanbao", "Help on the road"),
        False,
        REPAIR_PERIOD,
        Message("sanbao", "Free advice; if that is not enough, help on site and the towing cost."),
    ),
    Rule(
        "SB-19-FREE-REPAIR",
        "19",
        Message("sanbao", "Free repair"),
        False,
        REPAIR_PERIOD,
        Message("sanbao", "Repair free of charge, labour and material."),
        (CERTIFICATE,),
    ),
    Rule(
        "SB-20-ASSEMBLY-60D-3000KM",
        "20",
        Message("sanbao", "New assembly within 60 days and 3,000 km"),
        False,
        SIXTY_DAYS,
        Message("sanbao", "A new assembly free of charge, if the customer chooses it."),
        (CERTIFICATE,),
    ),
    Rule(
        "SB-21-COURTESY-CAR",
        "21",
        Message("sanbao", "Courtesy car for a repair of more than 5 days"),
        False,
        REPAIR_PERIOD,
        Message(
            "sanbao", "From day 6 a courtesy car, a reasonable transport allowance or as agreed."
        ),
    ),
    _gives_back("SB-22-RETURN-7D", "22", "Exchange or return within 7 days", SEVEN_DAYS, fee=False),
    _gives_back(
        "SB-23-RETURN-60D-3000KM",
        "23",
        "Exchange or return within 60 days and 3,000 km",
        SIXTY_DAYS,
        fee=False,
    ),
    _gives_back(
        "SB-24-1-SAFETY",
        "24(1)(一)",
        "Serious safety fault, 2 repairs",
        SANBAO_PERIOD,
        fee=True,
    ),
    _gives_back(
        "SB-24-2-ASSEMBLY", "24(1)(二)", "Assembly replaced twice", SANBAO_PERIOD, fee=True
    ),
    _gives_back(
        "SB-24-3-SAMEPART", "24(1)(三)", "Same main part replaced twice", SANBAO_PERIOD, fee=True
    ),
    _gives_back(
        "SB-24-4A-30DAYS", "24(1)(四)", "More than 30 days of repair", SANBAO_PERIOD, fee=True
    ),
    _gives_back(
        "SB-24-4B-5TH-REPAIR", "24(1)(四)", "Same problem repaired 5 times", SANBAO_PERIOD, fee=True
    ),
)
BY_ID = {rule.id: rule for rule in RULES}
