"""The report of an import as a workbook: every row as it was, what became of it, and why."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from models.kernel.disk import write_file
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message

from .importing import DUPLICATE, IN, REFUSED, WARNED

if TYPE_CHECKING:
    from pathlib import Path

    from resources.texts import Texts

    from .importing import Imported, RowOutcome

_WIDTHS = (8, 12, 60, 18)
_COLOURS = {WARNED: "#FFF4CE", REFUSED: "#FDE7E9", DUPLICATE: "#F0F0F0"}


def write_report(imported: Imported, file: Path, texts: Texts) -> None:
    """Write the report in the language of ``texts``, replacing an older one."""
    with trouble_as_sentences(file):
        write_file(file, _workbook(imported, texts))


def _workbook(imported: Imported, texts: Texts) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    # Text of strangers stays text: nothing of it becomes a formula or a link.
    book = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    _fill(book, imported, texts)
    book.close()
    return buffer.getvalue()


def _fill(book: Any, imported: Imported, texts: Texts) -> None:
    sheet = book.add_worksheet(texts("exchange", "Import"))
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {
        outcome: book.add_format({"bg_color": colour}) for outcome, colour in _COLOURS.items()
    }
    heads = [texts.say(head) for head in (_ROW, _RESULT, _REASON)]
    sheet.write_row(0, 0, [*heads, *imported.table.headings], bold)
    for line, one in enumerate(imported.outcomes, 1):
        cells = _cells(one, imported.table.headings, texts)
        sheet.write_row(line, 0, cells, formats.get(one.outcome))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, len(heads))
    sheet.autofilter(0, 0, len(imported.outcomes), len(heads) + len(imported.table.headings) - 1)


_ROW = Message("exchange", "Row")
_RESULT = Message("exchange", "Result")
_REASON = Message("exchange", "Reason")
_WORDS = {
    IN: Message("exchange", "taken in"),
    WARNED: Message("exchange", "taken in, please look"),
    REFUSED: Message("exchange", "refused"),
    DUPLICATE: Message("exchange", "known already"),
}


def _cells(one: RowOutcome, headings: list[str], texts: Texts) -> list[Any]:
    sentences = " ".join(texts.say(sentence) for sentence in one.sentences)
    told = [one.row.cells.get(heading, "") for heading in headings]
    return [one.row.number, texts.say(_WORDS[one.outcome]), sentences, *map(_text, told)]


def _text(cell: object) -> str:
    return cell.isoformat() if isinstance(cell, datetime | date) else str(cell)
