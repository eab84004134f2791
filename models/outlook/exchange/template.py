"""An empty form for a kind of list: a workbook with our headings, to be filled in and imported."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from models.kernel import codes
from models.kernel.disk import write_file
from models.kernel.fields import Kind
from models.kernel.trouble import trouble_as_sentences

from .importing import kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.fields import FieldSpec
    from resources.texts import Texts

_ROWS = 5000
_WIDTH, _WIDE = 16, 32
_LONGEST_CHOICE = 255
_ROOM = "exchange"
_NUMBERS = frozenset({Kind.INTEGER, Kind.MONEY, Kind.PERCENT})
_HOW = {
    Kind.PHONE: "A mobile, landline or service number.",
    Kind.PLATE: "Such as 京A12345.",
    Kind.VIN: "17 letters and digits.",
    Kind.DATE: "A day, such as 2026-05-01.",
    Kind.MOMENT: "Day and time, such as 2026-05-01 14:30; a day alone is enough.",
    Kind.MONEY: "An amount in yuan, such as 1234.50.",
    Kind.INTEGER: "A whole number.",
    Kind.FLAG: "Yes or no.",
    Kind.CREDIT_CODE: "18 letters and digits.",
    Kind.EMAIL: "An e-mail address.",
}


def write_template(actor: Actor, kind: str, file: Path, texts: Texts) -> None:
    """Write the empty form of a kind in the language of ``texts``, replacing an older one."""
    wanted = kind_of(kind)
    with trouble_as_sentences(file):
        write_file(file, _workbook(actor, wanted.specs, texts))


def heading_of(spec: FieldSpec, texts: Texts) -> str:
    """Return the heading of a field's column."""
    return texts(spec.room, spec.label)


def _workbook(actor: Actor, specs: tuple[FieldSpec, ...], texts: Texts) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _add_form(book, actor, specs, texts)
        _add_guide(book, actor, specs, texts)
    return buffer.getvalue()


def _add_form(book: Any, actor: Actor, specs: tuple[FieldSpec, ...], texts: Texts) -> None:
    sheet = book.add_worksheet(texts(_ROOM, "List"))
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF3FA"})
    # As text, or Excel would make 13800000000 a number and 2026-05-01 a day of its own.
    text = book.add_format({"num_format": "@"})
    for column, spec in enumerate(specs):
        wide = _WIDE if spec.kind is Kind.LONG_TEXT else _WIDTH
        sheet.set_column(column, column, wide, None if spec.kind in _NUMBERS else text)
        sheet.write_string(0, column, heading_of(spec, texts), head)
        words = _choices(actor, spec, texts)
        if words and len(",".join(words)) <= _LONGEST_CHOICE:
            sheet.data_validation(1, column, _ROWS, column, {"validate": "list", "source": words})
    sheet.freeze_panes(1, 0)


def _add_guide(book: Any, actor: Actor, specs: tuple[FieldSpec, ...], texts: Texts) -> None:
    sheet = book.add_worksheet(texts(_ROOM, "How to fill it in"))
    bold = book.add_format({"bold": True, "bottom": 1})
    heads = ("Column", "Needed", "What to write")
    sheet.write_row(0, 0, [texts(_ROOM, head) for head in heads], bold)
    for line, spec in enumerate(specs, 1):
        needed = texts(_ROOM, "for new ones") if spec.required else ""
        sheet.write_row(line, 0, [heading_of(spec, texts), needed, _guide(actor, spec, texts)])
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 1, _WIDTH)
    sheet.set_column(2, 2, 3 * _WIDE)
    sheet.write_string(
        len(specs) + 2,
        0,
        texts(
            _ROOM,
            "An empty cell leaves what is stored. Importing the same list again changes nothing.",
        ),
    )


def _guide(actor: Actor, spec: FieldSpec, texts: Texts) -> str:
    words = _choices(actor, spec, texts)
    how = texts(_ROOM, _HOW.get(spec.kind, ""))
    parts = [texts(spec.room, spec.note), how, texts(_ROOM, ", ").join(words)]
    return " ".join(filter(None, parts))


def _choices(actor: Actor, spec: FieldSpec, texts: Texts) -> list[str]:
    if not spec.codes:
        return []
    found = codes.values(actor.branch_id, spec.codes)
    return [texts("codes", one.label) if one.built_in else one.label for one in found]
