"""A form: the editors of a list of specs, what they hold, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from models.kernel.actor import system_clock

from .editor import Editor
from .editors import make_editor
from .field_row import FieldRow
from .mnemonics import Mnemonics
from .sections import reveal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from models.kernel.fields.spec import FieldSpec
    from resources.texts import Message, Texts

    from .choices import Choices

ALL: Literal["all"] = "all"


class RecordForm(QObject):
    """Holds the rows of a page's fields; the page places them with :meth:`row` as it likes.

    A row that is never asked for stays invisible; its value is kept and returned all the same.
    """

    changed = Signal()

    def __init__(
        self,
        specs: Iterable[FieldSpec],
        texts: Texts,
        choices: Choices,
        parent: QWidget,
        *,
        letters: Mapping[str, str] | None = None,
        mnemonics: Mnemonics | None = None,
        clock: Callable[[], int] = system_clock,
        segments: Mapping[str, int] | None = None,
    ) -> None:
        """Build an editor for each spec.

        ``letters`` wishes Alt letters by key; ``mnemonics`` is shared by the forms of one page.
        ``segments`` shows long lists as so many segments, by key.
        """
        super().__init__(parent)
        self._segments = segments or {}
        self._texts, self._choices, self._clock = texts, choices, clock
        self._rows: dict[str, FieldRow] = {}
        self._placed: set[str] = set()
        self._loading = False
        given = tuple(specs)
        chosen = _letters(given, letters or {}, mnemonics or Mnemonics())
        for spec in given:
            self._rows[spec.key] = self._make_row(spec, chosen[spec.key], parent)
        self._loaded = self.values()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the fields in the order of their specs."""
        return tuple(self._rows)

    def row(self, key: str) -> FieldRow:
        """Return the row of a field to be placed; the first call lets it be seen."""
        found = self._find(key)
        if key not in self._placed:
            self._placed.add(key)
            found.show()
        return found

    def editor(self, key: str) -> Editor:
        """Return the editor of a field."""
        return self._find(key).editor

    def values(self) -> dict[str, object]:
        """Return what the editors hold, ready for a command."""
        return {key: row.editor.value() for key, row in self._rows.items()}

    def load(self, stored: Mapping[str, object]) -> None:
        """Show stored values and forget problems; keys without a value become empty."""
        for key in stored:
            self._find(key)
        self._fill({key: stored.get(key) for key in self._rows}, loaded=True)

    def restore(self, typed: Mapping[str, object]) -> None:
        """Put back what a draft kept; the form stays compared with what was loaded."""
        self._fill({key: typed[key] for key in self._rows if key in typed})

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self.values() != self._loaded

    def changes(self) -> dict[str, object]:
        """Return only the values that differ from what was loaded."""
        return {k: v for k, v in self.values().items() if v != self._loaded[k]}

    def show_problems(self, problems: Mapping[str, str | Message]) -> tuple[str, ...]:
        """Show sentences at the fields named ``<form>.<key>`` and put the cursor in the first.

        Problems of other fields, and of fields that have no place on the page, are returned by
        name for the page to show elsewhere.
        """
        mine = {row.editor.spec.name: row for k, row in self._rows.items() if k in self._placed}
        for name, row in mine.items():
            row.editor.set_problem(self._texts.say(problems[name]) if name in problems else None)
        first = next((row for name, row in mine.items() if name in problems), None)
        if first is not None:
            self.jump(first.editor.spec.key)
        return tuple(name for name in problems if name not in mine)

    def jump(self, key: str) -> None:
        """Put the cursor into a field."""
        editor = self._find(key).editor
        reveal(editor)
        editor.setFocus()

    def set_editable(
        self, keys: Iterable[str] | Literal["all"], editable: bool, reason: str = ""
    ) -> None:
        """Allow typing in fields, or lock them and say why.

        The reason stands below each field that is named; when all are locked it is their hint
        and the page says it once.
        """
        for key in self._rows if keys == ALL else keys:
            row = self._find(key)
            row.say_reason_here(keys != ALL)
            row.editor.set_editable(editable, reason)

    def _find(self, key: str) -> FieldRow:
        if key not in self._rows:
            raise KeyError(f"no field {key!r}, known are {', '.join(self._rows)}")
        return self._rows[key]

    def _make_row(self, spec: FieldSpec, letter: str, parent: QWidget) -> FieldRow:
        most = self._segments.get(spec.key, 0)
        editor = make_editor(spec, self._texts, self._choices, self._clock, letter, most)
        made = FieldRow(editor, self._texts(spec.room, spec.label), letter, self._texts, parent)
        made.hide()
        editor.changed.connect(self._on_changed)
        return made

    def _fill(self, values: Mapping[str, object], *, loaded: bool = False) -> None:
        self._loading = True
        try:
            for key, value in values.items():
                editor = self._rows[key].editor
                editor.set_value(value)
                editor.set_problem(None)
        finally:
            self._loading = False
        if loaded:
            self._loaded = self.values()
        for key, row in self._rows.items():
            row.editor.mark_changed(self._differs(key))
        self.changed.emit()

    def _differs(self, key: str) -> bool:
        return self._rows[key].editor.value() != self._loaded[key]

    def _on_changed(self) -> None:
        """Forget the problem of a field as soon as it is worked on."""
        editor = self.sender()
        if self._loading or not isinstance(editor, Editor):
            return
        editor.set_problem(None)
        editor.mark_changed(self._differs(editor.spec.key))
        self.changed.emit()


def _letters(
    specs: tuple[FieldSpec, ...], wishes: Mapping[str, str], pool: Mnemonics
) -> dict[str, str]:
    """Give the wished letters first, then the free ones in the order of the fields."""
    unknown = set(wishes) - {spec.key for spec in specs}
    if unknown:
        raise KeyError(f"letters for unknown fields {', '.join(sorted(unknown))}")
    given = {key: pool.take(letter, key) for key, letter in wishes.items()}
    return given | {s.key: pool.take("", s.key) for s in specs if s.key not in given}
