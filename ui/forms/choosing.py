"""Makes the editor of a choice: segments, segments with a menu, a tree, or a list that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.fields.spec import FieldSpec, Kind
from ui.widgets.more_segment import Entry, MoreSegment

from .checks import ChoicesEditor
from .combo import ComboEditor
from .segment import MOST_SEGMENTS, SegmentEditor
from .tree import TreeEditor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from resources.texts import Texts

    from .choices import Choices, Option
    from .editor import Editor

CHOICE_KINDS = (Kind.CHOICE, Kind.CHOICES, Kind.PERSON, Kind.DEPARTMENT)
_MOOD = "mood"
MOODS = ("Calm", "Displeased", "Anxious", "Upset", "Furious")
"""The words of the marks 1 to 5 of every field whose key ends with mood."""


def choice_editor(spec: FieldSpec, texts: Texts, choices: Choices, segments: int) -> Editor:
    """Return the editor of a choice; ``segments`` shows a long list as so many segments."""
    if spec.kind is Kind.PERSON:
        return ComboEditor(spec, choices.people(), texts)
    if spec.kind is Kind.DEPARTMENT:
        return ComboEditor(spec, choices.departments(), texts)
    options, parents = choices.choices(spec.codes), choices.parents(spec.codes)
    if spec.kind is Kind.CHOICES:
        return ChoicesEditor(spec, options)
    if segments and len(options) > segments:
        return _with_more(spec, options, parents, texts, segments)
    if parents:
        return TreeEditor(spec, options, parents, texts)
    kind = SegmentEditor if len(options) <= MOST_SEGMENTS else ComboEditor
    return kind(spec, options, texts)


def has_marks(spec: FieldSpec) -> bool:
    """Tell whether a number is a mark from 1 to a few."""
    marks = spec.kind is Kind.INTEGER and spec.minimum == 1
    return marks and (spec.maximum or MOST_SEGMENTS + 1) <= MOST_SEGMENTS


def marks_editor(spec: FieldSpec, texts: Texts) -> Editor:
    """Return the segments of marks; those of a mood have words."""
    numbers = [str(mark) for mark in range(1, (spec.maximum or 0) + 1)]
    if not spec.key.endswith(_MOOD):
        return SegmentEditor(spec, [(mark, mark) for mark in numbers], texts, digits=False)
    words = [texts("forms", mood) for mood in MOODS]
    return SegmentEditor(spec, list(zip(numbers, words, strict=True)), texts)


def _with_more(
    spec: FieldSpec,
    options: Sequence[Option],
    parents: Mapping[str, str],
    texts: Texts,
    segments: int,
) -> Editor:
    """Give the first values a segment each; a menu holds the others and what is in a class."""
    first = [option for option in options if option[0] not in parents][: segments - 1]
    entries = list(_entries(options, parents, {code for code, _label in first}, texts))
    more = MoreSegment(texts("forms", "More"), entries, segments, name=spec.name)
    return SegmentEditor(spec, first, texts, more=more)


def _entries(
    options: Sequence[Option], parents: Mapping[str, str], shown: set[str], texts: Texts
) -> Iterator[Entry]:
    words, classes = dict(options), set(parents.values())
    for code, label in options:
        if code in parents:
            yield Entry(code, label, words.get(parents[code], parents[code]))
        elif code in shown:
            continue
        elif code in classes:
            whole = texts("forms", "{group}, not more exactly", group=label)
            yield Entry(code, label, label, whole)
        else:
            yield Entry(code, label)
