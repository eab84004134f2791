"""Lists of other programs as tests write them, and what an import of them answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.consoles import Console, Ran


def workbook(file: Path, rows: Sequence[Sequence[Any]]) -> Path:
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(line, column, cell, day)
                else:
                    sheet.write(line, column, cell)
    return file


def taken(console: Console, store: Path, kind: str, rows: Any, *more: object) -> Ran:
    file = workbook(store.parent / f"{kind}.xlsx", rows)
    return console("import", kind, file, "--data", store, "--as", "sunqi", "--json", *more)


def counted(ran: Ran) -> dict[str, int]:
    assert ran.code == 0, ran.out
    return {key: ran.json[key] for key in ("rows", "in", "warned", "refused", "duplicates")}


def fates(ran: Ran) -> tuple[int, int, int, int]:
    """Return how many rows were added, changed, left and refused."""
    assert ran.code == 0, ran.out
    return tuple(ran.json[key] for key in ("added", "changed", "duplicates", "refused"))


def reasons(ran: Ran) -> list[str]:
    return [reason for problem in ran.json["problems"] for reason in problem["reasons"]]
