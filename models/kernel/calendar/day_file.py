"""The user's file of holidays and make-up days: a table, or the text of the official notice."""

from __future__ import annotations

import csv
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.checked import BadValue, shown
from models.kernel.fields.dates import check_date
from resources.texts import Message

from .days import DayKind, MarkedDay, years_known
from .notice import is_notice, notice_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .notice import NumberedDay

LONGEST_FILE = 1_000_000

_ENCODINGS = ("utf-8-sig", "gb18030")
_KINDS = {
    **dict.fromkeys(("holiday", "休", "放假", "休息", "节假日", "假日"), DayKind.HOLIDAY),
    **dict.fromkeys(("workday", "班", "上班", "补班", "调休上班", "工作日"), DayKind.WORKDAY),
}
_HEADERS = frozenset({"date", "日期"})
_LEAST_COLUMNS = 2


class DayFile(NamedTuple):
    """What a file says: its days in order, the years it covers, and its problems by line."""

    days: tuple[MarkedDay, ...]
    years: frozenset[int]
    problems: tuple[Message, ...]


def read_day_file(data: bytes) -> DayFile:
    """Return the days of a file: ``date,kind,name`` with commas or tabs, or the official notice.

    Nothing should be taken over from a file that has problems.
    """
    text = text_of(data)
    if text is None:
        return DayFile((), frozenset(), (_NO_TEXT,))
    problems: list[Message] = []
    found = notice_days(text, problems) if is_notice(text) else _table_days(text, problems)
    days = _once(found, problems)
    if not days and not problems:
        problems.append(
            Message(
                "calendar",
                "The file names no day. It needs a line for each, such as "
                "2027-01-01,holiday,New Year, or the text of the official notice.",
            )
        )
    return DayFile(tuple(sorted(days)), years_known([day.day for day in days]), tuple(problems))


_NO_TEXT = Message(
    "calendar",
    "The file is no text file of at most one megabyte. Save the table as CSV, or the official "
    "notice as a text file, and choose that one.",
)


def text_of(data: bytes) -> str | None:
    """Return the text of a file in one of the usual encodings, None when it is none."""
    if len(data) > LONGEST_FILE or b"\0" in data:
        return None
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _table_days(text: str, problems: list[Message]) -> Iterator[NumberedDay]:
    for number, line in enumerate(text.splitlines(), start=1):
        cells = _cells(line)
        if not any(cells) or cells[0].lower() in _HEADERS or cells[0].startswith("#"):
            continue
        try:
            yield number, _row(number, cells)
        except BadValue as refusal:
            problems.append(refusal.message)


def _cells(line: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", line)
    delimiter = "\t" if "\t" in folded else ";" if ";" in folded else ","
    return [cell.strip() for cell in next(csv.reader([folded], delimiter=delimiter), [""])] or [""]


def _row(number: int, cells: list[str]) -> MarkedDay:
    if len(cells) < _LEAST_COLUMNS:
        raise BadValue(
            Message(
                "calendar",
                "Line {line}: {value} has no second column. Write date, kind and name, such as "
                "2027-01-01,holiday,New Year.",
                line=number,
                value=shown(cells[0]),
            )
        )
    kind = _KINDS.get(cells[1].lower())
    if kind is None:
        raise BadValue(
            Message(
                "calendar",
                "Line {line}: {value} is no kind of day; write holiday or workday (休 or 班).",
                line=number,
                value=shown(cells[1]),
            )
        )
    return MarkedDay(_date(number, cells[0]), kind, shown(cells[2]) if cells[2:] else "")


def _date(number: int, text: str) -> date:
    try:
        return date.fromisoformat(check_date(text).value)
    except BadValue as refusal:
        raise BadValue(
            Message("calendar", "Line {line}: {problem}", line=number, problem=refusal.message)
        ) from None


def _once(found: Iterable[NumberedDay], problems: list[Message]) -> list[MarkedDay]:
    seen: dict[date, tuple[int, MarkedDay]] = {}
    for number, marked in found:
        first, before = seen.setdefault(marked.day, (number, marked))
        if before.kind is not marked.kind:
            problems.append(
                Message(
                    "calendar",
                    "Line {line}: {day} is a holiday and a working day at once, see line {first}. "
                    "Keep one of them.",
                    line=number,
                    day=marked.day.isoformat(),
                    first=first,
                )
            )
    return [marked for _, marked in seen.values()]
