"""The case of the car that stopped after 1,000 km, as the contents of its papers; all invented."""

from __future__ import annotations

from tests.unit.reports.samples.intake import read_back_sheet, register
from tests.unit.reports.samples.performed import dispatch_slip, follow_up
from tests.unit.reports.samples.sanbao import sanbao_opinion
from tests.unit.reports.samples.settled import PARTY_A, TERMS, agreement
from tests.unit.reports.samples.shared import (
    CUSTOMER,
    DEMANDS,
    LETTERHEAD,
    STORY,
    VEHICLE,
    at,
    frame_for,
)

__all__ = [
    "CUSTOMER",
    "DEMANDS",
    "LETTERHEAD",
    "PARTY_A",
    "STORY",
    "TERMS",
    "VEHICLE",
    "agreement",
    "at",
    "dispatch_slip",
    "follow_up",
    "frame_for",
    "read_back_sheet",
    "register",
    "sanbao_opinion",
]
