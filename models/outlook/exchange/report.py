"""The report of an import as a workbook: every row as it was, what became of it, and why."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from models.dealership.parties.from_lists.rows import ADDED, CHANGED, SAME
from models.kernel.disk import write_file
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Message

from .importing import REFUSED

if TYPE_CHECKING:
    from pathlib import Path

    from resources.texts import Texts

    from .importing import Imported, RowOutcome

_WIDTHS = (8, 12, 60, 18)
_DOUBTED = "doubted"
_COLOURS = {_DOUBTED: "#FFF4CE", REFUSED: "#FDE7E9", SAME: "#F0F0F0"}


def write_report(imported: Imported, file: Path, texts: Texts) -> None:
    """Write the report in the language of ``texts``, replacing an older one."""
    with trouble_as_sentences(file):
        write_file(file, _workbook(imported, texts))


def _workbook(imported: Imported, texts: Texts) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    # Text of strangers stays text: nothing of it becomes a formula or a link.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        _fill(book, imported, texts)
    return buffer.getvalue()


def _fill(book: Any, imported: Imported, texts: Texts) -> None:
    sheet = book.add_worksheet(texts("exchange", "Import"))
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {look: book.add_format({"bg_color": colour}) for look, colour in _COLOURS.items()}
    heads = [texts.say(head) for head in (_ROW, _RESULT, _REASON)]
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, len(heads))
    sheet.write_row(0, 0, [*heads, *imported.table.headings], bold)
    reached = {one.row.number: one for one in imported.outcomes}
    for line, row in enumerate(imported.table.rows, 1):
        one = reached.get(row.number)
        told = [_text(row.cells.get(heading, "")) for heading in imported.table.headings]
        sheet.write_row(line, 0, [row.number, *said(one, texts), *told], formats.get(_look(one)))
    last = len(heads) + len(imported.table.headings) - 1
    sheet.autofilter(0, 0, len(imported.table.rows), last)


_ROW = Message("exchange", "Row")
_RESULT = Message("exchange", "Result")
_REASON = Message("exchange", "Reason")
_NOT_REACHED = Message("exchange", "not reached")
_WORDS = {
    ADDED: Message("exchange", "new"),
    CHANGED: Message("exchange", "updated"),
    SAME: Message("exchange", "unchanged"),
    REFUSED: Message("exchange", "refused"),
}


def said(one: RowOutcome | None, texts: Texts) -> tuple[str, str]:
    """Return the fate of a row in a word, and why or what changed in sentences."""
    if one is None:
        return texts.say(_NOT_REACHED), ""
    sentences = [texts.say(sentence) for sentence in one.sentences]
    if one.changed:
        fields = texts("exchange", ", ").join(texts.say(field) for field in one.changed)
        sentences.insert(0, texts("exchange", "Changed: {fields}.", fields=fields))
    return texts.say(_WORDS[one.fate]), " ".join(sentences)


def _look(one: RowOutcome | None) -> str:
    if one is None:
        return ""
    return _DOUBTED if one.sentences and one.fate != REFUSED else one.fate


def _text(cell: object) -> str:
    return cell.isoformat() if isinstance(cell, datetime | date) else str(cell)
