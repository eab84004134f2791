"""How long repairs took: full days of 24 hours, a remainder counts as a day (art. 40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.zone import DAY, HOUR

if TYPE_CHECKING:
    from .facts import Repair


def single_days(repair: Repair, now: int) -> int:
    """Return the days of a repair, waiting for parts included (art. 21); an open one up to now."""
    return _days(_length(repair, now))


def counted_days(repair: Repair, now: int) -> int:
    """Return the days that count among the 30: excluded hours are taken off before rounding."""
    return _days(_length(repair, now) - repair.excluded_hours * HOUR)


def counted_days_late(repair: Repair, now: int) -> int:
    """Return the days when excluded time is rounded by itself and taken off afterwards."""
    excluded = _days(repair.excluded_hours * HOUR) if repair.excluded_hours else 0
    return max(1, single_days(repair, now) - excluded)


def courtesy_from(repair: Repair, days: int) -> int:
    """Return the moment from which a courtesy car is owed."""
    return repair.confirmed_at + days * DAY


def _length(repair: Repair, now: int) -> int:
    end = now if repair.completed_at is None else repair.completed_at
    return max(0, end - repair.confirmed_at)


def _days(length: int) -> int:
    return max(1, -(-length // DAY))
