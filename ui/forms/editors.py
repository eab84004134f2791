"""Makes the editor of a field from its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.fields.spec import FieldSpec, Kind

from .checks import FlagEditor
from .choosing import CHOICE_KINDS, choice_editor, has_marks, marks_editor
from .days import DayEditor
from .line import LineEditor
from .long_text import LongTextEditor
from .writing import Clock, Writing

if TYPE_CHECKING:
    from resources.texts import Texts

    from .choices import Choices
    from .editor import Editor

DAYS = (Kind.DATE, Kind.MOMENT)


def make_editor(
    spec: FieldSpec,
    texts: Texts,
    choices: Choices,
    clock: Clock,
    letter: str = "",
    segments: int = 0,
) -> Editor:
    """Return the editor for ``spec``; a flag shows its own words with the Alt ``letter``.

    ``segments`` shows a long list as so many segments, the last of which opens a menu.
    """
    if spec.kind in CHOICE_KINDS:
        return choice_editor(spec, texts, choices, segments)
    if has_marks(spec):
        return marks_editor(spec, texts)
    if spec.kind is Kind.LONG_TEXT:
        return LongTextEditor(spec, texts)
    if spec.kind is Kind.FLAG:
        words = texts(spec.room, spec.label).replace("&", "&&")
        return FlagEditor(spec, f"{words}(&{letter})" if letter else words)
    if spec.kind in DAYS:
        return DayEditor(spec, Writing(spec, clock), texts)
    return LineEditor(spec, Writing(spec, clock))
