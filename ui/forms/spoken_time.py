"""Days and times as people say them at the desk: 今天, 5-1, 明天下午3点, turned into full dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

_WORDS = {
    **dict.fromkeys(("前天", "前日"), -2),
    **dict.fromkeys(("昨天", "昨日", "yesterday"), -1),
    **dict.fromkeys(("今天", "今日", "today"), 0),
    **dict.fromkeys(("明天", "明日", "tomorrow"), 1),
    **dict.fromkeys(("后天", "後天"), 2),
}
_NOW = ("现在", "現在", "刚才", "剛才", "now")
_DAY = (
    f"(?P<word>{'|'.join(_WORDS)})"
    "|(?:(?P<y>[0-9]{4})[-/.年])?(?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})[日号號]?"
)
_CLOCK = (
    "(?P<half>凌晨|早上|上午|中午|下午|晚上)?"
    "(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})|[点點时時](?:(?P<spoken>[0-9]{1,2})分?|(?P<thirty>半))?)"
)
_DATE = re.compile(_DAY, re.IGNORECASE)
_MOMENT = re.compile(rf"(?:{_DAY})?\s*{_CLOCK}", re.IGNORECASE)
_AFTERNOON = ("下午", "晚上")
_NOON = 12


def full_date(typed: str, today: date, *, past: bool = False) -> str:
    """Return ISO text for what means a day; anything else returns as it is.

    A day without a year is of this year, or of the last one when only the ``past`` is meant.
    """
    found = _DATE.fullmatch(_folded(typed))
    day = _day(found, today, past=past) if found else None
    return day.isoformat() if day else typed


def full_moment(typed: str, now: datetime, *, past: bool = False) -> str:
    """Return ``2026-05-01 15:00`` for what means a moment; anything else returns as it is."""
    folded = _folded(typed)
    if folded.lower() in _NOW:
        return f"{now:%Y-%m-%d %H:%M}"
    found = _MOMENT.fullmatch(folded)
    if found is None:
        return typed
    says_day = found["word"] or found["m"]
    day = _day(found, now.date(), past=past) if says_day else now.date()
    return f"{day.isoformat()} {_clock(found)}" if day else typed


def _folded(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed[:40]).strip()


def _day(found: re.Match[str], today: date, *, past: bool) -> date | None:
    if found["word"]:
        return today + timedelta(days=_WORDS[found["word"].lower()])
    try:
        day = date(int(found["y"] or today.year), int(found["m"]), int(found["d"]))
        if past and not found["y"] and day > today:
            return day.replace(year=day.year - 1)
    except ValueError:
        return None
    return day


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    if found["half"] in _AFTERNOON and hour < _NOON:
        hour += _NOON
    minute = 30 if found["thirty"] else int(found["minute"] or found["spoken"] or 0)
    return f"{hour:02}:{minute:02}"
