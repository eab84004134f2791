"""The periods of a day in which the dealership works, and how they are written."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from models.kernel.checked import BadValue, shown
from resources.texts import Message

HOUR = 60
DAY_MINUTES = 24 * HOUR

_PERIOD = re.compile("([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
_DASHES = re.compile("[\u2010-\u2015\u2212~\u81f3]")


class Period(NamedTuple):
    """A stretch of a day in minutes after midnight; the end is not part of it."""

    start: int
    end: int


DAY = (Period(8 * HOUR + 30, 12 * HOUR), Period(13 * HOUR + 30, 17 * HOUR + 30))
DEFAULT_PERIODS: dict[int, tuple[Period, ...]] = dict.fromkeys(range(6), DAY)
"""Monday to Saturday, morning and afternoon."""


def parse_periods(text: str) -> tuple[Period, ...]:
    """Return the periods of a text such as ``08:30-12:00, 13:30-17:30``; '' is a closed day."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).replace(" ", "")
    parts = [part for part in re.split("[,;、]", folded) if part]
    periods = tuple(_period(part) for part in parts)
    for before, after in pairwise(periods):
        if after.start < before.end:
            raise BadValue(
                Message(
                    "calendar",
                    "The period {value} begins before the one in front of it ends. Write the "
                    "periods of a day in their order, without overlap.",
                    value=periods_text((after,)),
                )
            )
    return periods


def periods_text(periods: tuple[Period, ...]) -> str:
    """Return periods as :func:`parse_periods` reads them."""
    return ", ".join(f"{_clock(period.start)}-{_clock(period.end)}" for period in periods)


def _period(part: str) -> Period:
    found = _PERIOD.fullmatch(part)
    if found:
        hours, minutes, end_hours, end_minutes = map(int, found.groups())
        period = Period(hours * HOUR + minutes, end_hours * HOUR + end_minutes)
        if max(minutes, end_minutes) < HOUR and period.start < period.end <= DAY_MINUTES:
            return period
    raise BadValue(
        Message(
            "calendar",
            "{value} is no period of a day; write begin and end between 00:00 and 24:00, such as "
            "08:30-12:00, several with commas between.",
            value=shown(part),
        )
    )


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"
