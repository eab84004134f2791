"""The official notice on the holidays of a year, read as it is published (…放假…上班)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.kernel.checked import shown
from resources.texts import Message

from .days import DayKind, MarkedDay

if TYPE_CHECKING:
    from collections.abc import Iterator

NumberedDay = tuple[int, MarkedDay]

_LONGEST_HOLIDAY = 31
_WEEKDAYS = "一二三四五六日"
_YEAR = re.compile("([0-9]{4})年")
_ITEM = re.compile("^(?:[一二三四五六七八九十]+、|[0-9]+[.、])?\\s*([^:0-9]{2,12}):")
_SENTENCE = re.compile("[^。;]+")
_DAY = re.compile(
    "(?:(?P<year>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})日(?:\\((?P<note>[^)]*)\\))?"
)
_UNTIL = re.compile("\\s*(?:至|到|-|—|–|~)\\s*")
_COUNT = re.compile("共([0-9]+)天")
_WEEKDAY = re.compile(f"(?:周|星期)([{_WEEKDAYS}])")


def is_notice(text: str) -> bool:
    """Tell whether a text is the official notice rather than a table."""
    lines = unicodedata.normalize("NFKC", text).splitlines()
    return any("放假" in line and _ITEM.match(line.strip()) for line in lines)


def notice_days(text: str, problems: list[Message]) -> Iterator[NumberedDay]:
    """Yield the days of a notice with their lines; weekdays and counts must agree."""
    year = 0
    for number, line in enumerate(unicodedata.normalize("NFKC", text).splitlines(), start=1):
        item = _ITEM.match(line.strip())
        if item is None:
            stated = _YEAR.search(line)
            year = year or (int(stated[1]) if stated else 0)
            continue
        if not year:
            problems.append(
                Message(
                    "calendar",
                    "Line {line}: no year was named before. Put the heading of the notice with its "
                    "year in front.",
                    line=number,
                )
            )
            return
        yield from _Line(number, year, item[1].strip(), problems).days(line[item.end() :])


class _Line:
    """One numbered item of the notice: a holiday and its make-up days."""

    def __init__(self, number: int, year: int, name: str, problems: list[Message]) -> None:
        self.number = number
        self.year = year
        self.name = name
        self.problems = problems

    def days(self, text: str) -> Iterator[NumberedDay]:
        for sentence in _SENTENCE.findall(text):
            if "上班" in sentence:
                kind = DayKind.WORKDAY
            elif "放假" in sentence or "休息" in sentence:
                kind = DayKind.HOLIDAY
            else:
                continue
            found = self._spans(sentence)
            self._compare_count(sentence, found)
            yield from ((self.number, MarkedDay(day, kind, self.name)) for day in found)

    def _spans(self, sentence: str) -> list[date]:
        found: list[date] = []
        place, month = 0, 0
        start: date | None = None
        while match := _DAY.search(sentence, place):
            month = int(match["month"] or month)
            day = self._date(match, month)
            joined = start is not None and _UNTIL.fullmatch(sentence[place : match.start()])
            place = match.end()
            if day is None:
                start = None
                continue
            if start is not None and joined:
                days = range(1, min((day - start).days, _LONGEST_HOLIDAY) + 1)
                found += [start + timedelta(days=n) for n in days]
            else:
                found.append(day)
            start = day
        return found

    def _date(self, match: re.Match[str], month: int) -> date | None:
        try:
            day = date(int(match["year"] or self.year), month, int(match["day"]))
        except ValueError:
            self._problem(match)
            return None
        stated = _WEEKDAY.search(match["note"] or "")
        if stated and _WEEKDAYS.index(stated[1]) != day.weekday():
            self._problem(match)
            return None
        return day

    def _problem(self, match: re.Match[str]) -> None:
        self.problems.append(
            Message(
                "calendar",
                "Line {line}: there is no {value} in {year}. Compare date and weekday with the "
                "notice.",
                line=self.number,
                value=shown(match[0]),
                year=int(match["year"] or self.year),
            )
        )

    def _compare_count(self, sentence: str, found: list[date]) -> None:
        stated = _COUNT.search(sentence)
        if stated is None or int(stated[1]) == len(found):
            return
        self.problems.append(
            Message(
                "calendar",
                "Line {line}: {name} is said to have {stated} days, but {count} were read. Compare "
                "the line with the notice.",
                line=self.number,
                name=self.name,
                stated=stated[1],
                count=len(found),
            )
        )
