"""Makes the editor of a field from its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.fields.spec import FieldSpec, Kind

from .checks import ChoicesEditor, FlagEditor
from .combo import ComboEditor
from .days import DayEditor
from .line import LineEditor
from .long_text import LongTextEditor
from .segment import MOST_SEGMENTS, SegmentEditor
from .writing import Clock, Writing

if TYPE_CHECKING:
    from resources.texts import Texts

    from .choices import Choices
    from .editor import Editor

DAYS = (Kind.DATE, Kind.MOMENT)


def make_editor(
    spec: FieldSpec, texts: Texts, choices: Choices, clock: Clock, letter: str = ""
) -> Editor:
    """Return the editor for ``spec``; a flag shows its own words with the Alt ``letter``."""
    if spec.kind is Kind.LONG_TEXT:
        return LongTextEditor(spec, texts)
    if spec.kind is Kind.FLAG:
        words = texts(spec.room, spec.label).replace("&", "&&")
        return FlagEditor(spec, f"{words}(&{letter})" if letter else words)
    if spec.kind in DAYS:
        return DayEditor(spec, Writing(spec, clock), texts)
    if spec.kind in (Kind.CHOICE, Kind.CHOICES, Kind.PERSON, Kind.DEPARTMENT):
        return _choice(spec, texts, choices)
    if spec.kind is Kind.INTEGER and spec.minimum == 1 and (spec.maximum or 99) <= MOST_SEGMENTS:
        marks = [(str(mark), str(mark)) for mark in range(1, (spec.maximum or 0) + 1)]
        return SegmentEditor(spec, marks, texts, digits=False)
    return LineEditor(spec, Writing(spec, clock))


def _choice(spec: FieldSpec, texts: Texts, choices: Choices) -> Editor:
    if spec.kind is Kind.PERSON:
        return ComboEditor(spec, choices.people(), texts)
    if spec.kind is Kind.DEPARTMENT:
        return ComboEditor(spec, choices.departments(), texts)
    options = choices.choices(spec.codes)
    if spec.kind is Kind.CHOICES:
        return ChoicesEditor(spec, options)
    if len(options) <= MOST_SEGMENTS:
        return SegmentEditor(spec, options, texts)
    return ComboEditor(spec, options, texts)
