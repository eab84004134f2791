"""Days and moments as people write them, kept as ISO text and milliseconds UTC."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from models.kernel.checked import BadValue, Checked, shown
from models.kernel.zone import DEFAULT_ZONE, local_time, moment_of
from resources.texts import Message

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

FIRST_YEAR = 1900
LAST_YEAR = 2199

_DAY = (
    "(?P<y>[0-9]{4})(?:年|(?P<sep>[-/.]))(?P<m>[0-9]{1,2})(?:月|(?P=sep))(?P<d>[0-9]{1,2})日?"
    "|(?P<y8>[0-9]{4})(?P<m8>[0-9]{2})(?P<d8>[0-9]{2})"
)
_DATE = re.compile(_DAY)
_CLOCK = (
    "(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\\.(?P<part>[0-9]{1,6}))?)?"
    "|[时點点](?:(?P<spoken>[0-9]{1,2})分?)?)"
)
_MOMENT = re.compile(
    f"(?:{_DAY})(?:[Tt]|\\s+|(?<=日)){_CLOCK}\\s*(?P<zone>[Zz]|[+-][0-9]{{2}}:?[0-9]{{2}})?"
)
_SPACED = re.compile(r"\s*([年月日时点分/.:-])\s*")
_LONGEST = 60
_FIRST = moment_of(datetime(FIRST_YEAR, 1, 2, tzinfo=UTC))
_LAST = moment_of(datetime(LAST_YEAR, 12, 31, tzinfo=UTC))


def check_date(value: object, *, today: date | None = None) -> Checked[str]:
    """Return a day as ISO text; with ``today`` given, a later day is refused.

    Taken are ISO text, 2026/5/1, 2026.5.1, 20260501, 2026年5月1日 and date objects.
    """
    day = value if isinstance(value, date) and not isinstance(value, datetime) else _day(value)
    _refuse_year(day.year, value)
    if today is not None and day > today:
        raise BadValue(
            Message(
                "fields",
                "The date {value} is in the future; at the latest {today} is allowed. Correct it.",
                value=day.isoformat(),
                today=today.isoformat(),
            )
        )
    return Checked(day.isoformat())


def check_moment(
    value: object, *, zone: ZoneInfo = DEFAULT_ZONE, now: int | None = None
) -> Checked[int]:
    """Return a moment in milliseconds UTC; with ``now`` given, a later moment is refused.

    Taken are milliseconds, datetimes, ISO text and a date in any form of :func:`check_date`
    followed by a time; without a zone it is the time in ``zone``.
    """
    moment = _moment(value, zone)
    if now is not None and moment > now:
        raise BadValue(
            Message(
                "fields",
                "The time {value} is in the future; at the latest {now} is allowed. Correct it.",
                value=f"{local_time(moment, zone):%Y-%m-%d %H:%M}",
                now=f"{local_time(now, zone):%Y-%m-%d %H:%M}",
            )
        )
    return Checked(moment)


def _day(value: object) -> date:
    text = _folded(value)
    found = _DATE.fullmatch(text)
    if found is None:
        raise BadValue(
            Message(
                "fields",
                "{value} is no date; write year, month and day, such as 2026-05-01.",
                value=shown(value),
            )
        )
    try:
        return date(*_day_numbers(found))
    except ValueError:
        raise _no_such_day(value) from None


def _moment(value: object, zone: ZoneInfo) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        if not _FIRST <= value <= _LAST:
            raise _no_moment(value)
        return value
    time = value if isinstance(value, datetime) else _time(value)
    _refuse_year(time.year, value)
    return moment_of(time, zone)


def _time(value: object) -> datetime:
    found = _MOMENT.fullmatch(_folded(value))
    if found is None:
        raise _no_moment(value)
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    minute = int(found["spoken"] or minute)
    fraction = int((found["part"] or "0").ljust(6, "0"))
    try:
        day = _day_numbers(found)
        return datetime(*day, hour, minute, second, fraction, tzinfo=_zone(found["zone"]))
    except ValueError:
        raise _no_such_day(value) from None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _day_numbers(found: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = (found[name] or found[f"{name}8"] for name in "ymd")
    return int(year), int(month), int(day)


def _folded(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    return _SPACED.sub(r"\1", unicodedata.normalize("NFKC", value)).strip()


def _refuse_year(year: int, value: object) -> None:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return
    raise BadValue(
        Message(
            "fields",
            "The year of {value} cannot be right; years from {first} to {last} are allowed. "
            "Correct it.",
            value=shown(value),
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    )


def _no_such_day(value: object) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "{value} does not exist in the calendar or on the clock. Look at month, day and time "
            "again.",
            value=shown(value),
        )
    )


def _no_moment(value: object) -> BadValue:
    return BadValue(
        Message(
            "fields",
            "{value} is no date with a time; write both, such as 2026-05-01 14:30.",
            value=shown(value),
        )
    )
