"""The stories as data: commands with people and times, counted from the day of the telling."""

from __future__ import annotations

import json
import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import resources
from models.kernel.zone import local_time, moment_of

if TYPE_CHECKING:
    from datetime import date

FOLDER = "seed/demo"
STORIES = ("1", "2", "3", "4", "5")

_WHEN = re.compile(r"D(?P<days>[+-]\d+)?(?: (?P<time>\d\d:\d\d))?")


class Line(NamedTuple):
    """One command of a story: what, by whom and when; ``name`` is how others refer to it."""

    do: str
    by: str
    at: int
    values: dict[str, Any]
    name: str = ""


def story(number: str, today: date) -> list[Line]:
    """Return the lines of a story with their times as they are when told on ``today``."""
    file = resources.path(f"{FOLDER}/story{number}.jsonl")
    return read_lines(file.read_text(encoding="utf-8"), today)


def read_lines(text: str, today: date) -> list[Line]:
    """Return the lines of a file of commands."""
    return [_line(json.loads(row), today) for row in text.splitlines() if row.strip()]


def _line(row: dict[str, Any], today: date) -> Line:
    moment = datetime.fromisoformat(_placed(row["at"], today))
    return Line(
        row["do"],
        row["as"],
        moment_of(moment),
        _placed(row.get("with", {}), today),
        row.get("name", ""),
    )


def _placed(value: Any, today: date) -> Any:
    """Put days and times in the place of ``D-150`` and ``D-150 09:12``, at any depth."""
    if isinstance(value, dict):
        return {key: _placed(one, today) for key, one in value.items()}
    if isinstance(value, list):
        return [_placed(one, today) for one in value]
    found = _WHEN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    day = today + timedelta(days=int(found["days"] or 0))
    if not found["time"]:
        return day.isoformat()
    return datetime.combine(day, time.fromisoformat(found["time"])).isoformat()


def day_of_telling(now: int) -> date:
    """Return the local day on which a demo is made."""
    return local_time(now).date()
