"""Reading lists that other programs wrote: Excel workbooks and CSV files, cell by cell."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.checked import shown
from models.kernel.errors import Invalid
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message

from .encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Cell = str | date | datetime

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_TEXTS = frozenset({".csv", ".txt", ".tsv"})
_BOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATORS = ",;\t"
MOST_ROWS = 200_000


class Row(NamedTuple):
    """One row of a list under the number it has in the file; cells by column heading."""

    number: int
    cells: dict[str, Cell]


class Table(NamedTuple):
    """A list: its headings in their order, and its rows that are not empty."""

    headings: list[str]
    rows: list[Row]


def read_table(file: Path) -> Table:
    """Return the first sheet of a workbook or a CSV file; the first filled row has the headings."""
    ending = file.suffix.lower()
    if ending not in _WORKBOOKS | _TEXTS:
        raise _refusal(
            Message(
                "exchange",
                "{file} is no list that can be read. Save it as .xlsx or .csv.",
                file=shown(file.name),
            )
        )
    with trouble_as_sentences(file):
        content = file.read_bytes()
    # What is inside decides: many programs call a text file .xls.
    is_book = content.startswith(_BOOK_MARKS)
    return _table(_workbook(content, file.name) if is_book else _csv(content, file.name), file.name)


def _workbook(content: bytes, name: str) -> list[list[Cell]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as problem:
        raise _unreadable(name) from problem
    return [[_cell(value) for value in line] for line in found]


def _csv(content: bytes, name: str) -> list[list[Cell]]:
    text = decoded(content)
    if text is None or "\x00" in text:
        raise _unreadable(name)
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    try:
        return [
            list(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as problem:
        raise _unreadable(name) from problem


def _cell(value: object) -> Cell:
    """Return a cell as it was typed: Excel keeps whole numbers as 13800000000.0."""
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return str(value)


def _table(lines: Iterable[list[Cell]], name: str) -> Table:
    headings: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not any(_filled(cell) for cell in line):
            continue
        if not headings:
            headings = [str(cell).strip() for cell in line]
            _refuse_twice(headings)
            continue
        found = zip(headings, line, strict=False)
        rows.append(Row(number, {head: cell for head, cell in found if head and _filled(cell)}))
    if not rows:
        raise _refusal(
            Message(
                "exchange",
                "{file} has no rows below its headings. Choose another file.",
                file=shown(name),
            )
        )
    if len(rows) > MOST_ROWS:
        raise _refusal(
            Message(
                "exchange",
                "{file} has {count} rows; at most {most} are taken at once. Split the file.",
                file=shown(name),
                count=len(rows),
                most=MOST_ROWS,
            )
        )
    return Table([head for head in headings if head], rows)


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())


def _refuse_twice(headings: list[str]) -> None:
    twice = next((h for h in headings if h and headings.count(h) > 1), "")
    if twice:
        raise _refusal(
            Message(
                "exchange",
                "The heading “{heading}” stands twice. Rename or remove one of the columns.",
                heading=shown(twice),
            )
        )


def _unreadable(name: str) -> Invalid:
    return _refusal(
        Message(
            "exchange",
            "{file} cannot be read; it is damaged or protected. Save it anew as .xlsx or .csv.",
            file=shown(name),
        )
    )


def _refusal(message: Message) -> Invalid:
    return Invalid({"file": message})
