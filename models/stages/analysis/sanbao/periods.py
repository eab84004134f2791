"""From when a right runs, and whether a day and a mileage lie within it (art. 18 and 29)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .law import REPAIR_PERIOD, SANBAO_PERIOD, Span

if TYPE_CHECKING:
    from models.kernel.calendar.work_calendar import WorkCalendar

    from .facts import Car, Tri

_DAY = timedelta(days=1)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    """A right runs from ``first`` up to and with ``last`` and ``km``.

    ``strict`` is the last day when the first one is counted, ``moved`` the last day when it moves
    behind a break: the law leaves both open, so they are shown and do not decide.
    """

    first: date
    last: date
    strict: date
    moved: date
    km: int | None

    def holds(self, day: date, low: int | None, high: int | None) -> Tri:
        """Tell whether a day with a mileage between ``low`` and ``high`` lies within."""
        if not self.first <= day <= self.last:
            return False
        if self.km is None or (high is not None and high <= self.km):
            return True
        return False if low is not None and low > self.km else None

    def disputed(self, day: date) -> bool:
        """Tell whether another way of counting would decide the other way."""
        return self.strict < day <= self.last or self.last < day <= self.moved


def anchor_of(car: Car) -> date | None:
    """Return the day the periods run from: exchange, else delivery, else invoice."""
    return car.exchanged_on or car.delivery_date or car.invoice_date


def add_months(day: date, months: int) -> date:
    """Return the corresponding day; a month without it ends the time on its last day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def window_of(span: Span, anchor: date, calendar: WorkCalendar) -> Window:
    """Return the window of a right; the day it begins on is not counted."""
    last = add_months(anchor, span.years * _MONTHS) + span.days * _DAY
    moved = last
    while not calendar.is_working_day(moved):
        moved += _DAY
    return Window(anchor, last, last - _DAY, moved, span.km)


def effective(span: Span, car: Car) -> Span:
    """Return the period of the law, or the longer one the maker promises (art. 4)."""
    if span == REPAIR_PERIOD:
        return _longer(span, car.repair_years, car.repair_km)
    if span == SANBAO_PERIOD:
        return _longer(span, car.sanbao_years, car.sanbao_km)
    return span


def _longer(span: Span, years: int | None, km: int | None) -> Span:
    return Span(max(span.years, years or 0), 0, max(span.km or 0, km or 0))
