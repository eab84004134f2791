"""A choice of up to six values, each a key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.shell.theme import restyle
from ui.widgets.segment import SegmentField
from ui.widgets.segment_value import Option as Value
from ui.widgets.segment_value import Segment

from .editor import Editor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from models.kernel.fields.spec import FieldSpec
    from resources.texts import Texts
    from ui.widgets.more_segment import MoreSegment

    from .choices import Option

MOST_SEGMENTS = 6
LEVELS = "level"
"""The list whose values have the shapes of levels."""


class SegmentEditor(Editor, SegmentField):
    """Digits choose; a second click or Delete takes the choice back unless it is required."""

    state_changed = Signal()

    def __init__(
        self,
        spec: FieldSpec,
        options: Sequence[Option],
        texts: Texts,
        *,
        digits: bool = True,
        more: MoreSegment | None = None,
    ) -> None:
        """Build a segment for each of ``options``; ``digits`` shows their keys."""
        values = [
            Value(code, label, number if spec.codes == LEVELS else 0)
            for number, (code, label) in enumerate(options, 1)
        ]
        SegmentField.__init__(
            self, values, name=spec.name, digits=digits, clear=not spec.required, more=more
        )
        self._texts = texts
        self._kept = ""
        self.begin(spec)
        self.changed.connect(self._forget_kept)

    def value(self) -> str:
        """Return the chosen code; a stored one that is no longer offered is kept."""
        return SegmentField.value(self) or self._kept

    def set_value(self, stored: object) -> None:
        """Choose a stored code."""
        before, code = self.value(), str(stored or "")
        SegmentField.set_value(self, code)
        self._keep("" if SegmentField.value(self) else code)
        if self.value() != before:
            self.changed.emit(self.value())

    def lock(self, locked: bool) -> None:
        """Stop or allow choosing."""
        SegmentField.set_editable(self, not locked)

    def setAccessibleName(self, name: str) -> None:
        """Read every value with the name of the field."""
        super().setAccessibleName(name)
        for segment in self._segments:
            segment.setAccessibleName(f"{name} {segment.option.text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that reach the field itself as if its value had the cursor."""
        value = self.focusProxy()
        if value is None or not self.editable or not self.eventFilter(value, event):
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        segment = self.sender()
        chosen = isinstance(segment, Segment) and segment.option.code == SegmentField.value(self)
        if chosen and not self.spec.required:
            self.choose("")
        else:
            super()._clicked()

    def _keep(self, code: str) -> None:
        self._kept = code
        words = self._texts("forms", "{code} (no longer in use)", code=code) if code else ""
        self.set_remark(words)

    def _forget_kept(self) -> None:
        if self._kept and SegmentField.value(self):
            self._keep("")

    def _show_state(self) -> None:
        super()._show_state()
        for segment in self._segments:
            restyle(segment)
