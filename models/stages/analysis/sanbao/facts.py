"""What is known of a car for the three guarantees; a ``Tri`` is yes, no or not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Tri = bool | None


def every(*answers: Tri) -> Tri:
    """Return whether all are yes; one no decides, whatever else is not known."""
    if False in answers:
        return False
    return None if None in answers else True


def any_of(answers: Iterable[Tri]) -> Tri:
    """Return whether one is yes; only with every no it is no."""
    found = list(answers)
    if True in found:
        return True
    return None if None in found else False


@dataclass(frozen=True, slots=True)
class Car:
    """The car with what invoice and three-guarantee certificate say of it."""

    invoice_date: date | None = None
    delivery_date: date | None = None
    odometer_km: int | None = None
    use_kind: str = ""
    purchase_price: int | None = None  # fen, tax included, as invoiced
    coefficient_n: str = ""  # as the certificate has it: 0.005 or 0.5%
    repair_years: int | None = None
    repair_km: int | None = None
    sanbao_years: int | None = None
    sanbao_km: int | None = None
    has_invoice: Tri = None
    has_certificate: Tri = None
    exchanged_on: date | None = None
    resold: bool = False  # sold again after a return under the three guarantees


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem as a person judged it; the same ``name`` is the same quality problem.

    ``at`` and ``odometer_km`` count only for a problem that no repair order carries.
    """

    name: str = ""
    quality: Tri = None
    safety: Tri = None
    cannot_drive: Tri = None
    failure: str = ""  # one of law.FAILURES, '' for none of them
    system: str = ""  # one of law.SYSTEMS or 'other', '' for not known
    part_kind: str = ""  # main_part, wear_part, other_part, '' for not known
    part: str = ""
    replacement: str = ""  # what it needs: nothing, part, assembly, '' for not known
    eliminated: Tri = None
    wear_months: int | None = None
    wear_km: int | None = None
    exemption: str = ""  # one of law.EXEMPTIONS that the dealer claims
    at: int | None = None
    odometer_km: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """One stay in the workshop; without problems nobody has judged it yet."""

    order_no: str
    confirmed_at: int
    completed_at: int | None = None
    odometer_km: int | None = None
    excluded_hours: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """Everything the checker looks at; ``problems`` are those without a repair order."""

    car: Car
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
    made_on: date | None = None  # the customer made the demand
    received_on: date | None = None  # the seller received it
    accepted_on: date | None = None  # the authority accepted the complaint
