"""A choice of a few values side by side, each one keystroke away; further ones in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import restyle

from .layout import row
from .segment_value import Option, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .more_segment import MoreSegment

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class SegmentField(QWidget):
    """One value out of a few; digits and arrows choose, Delete takes the choice back."""

    changed = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        *,
        name: str = "",
        digits: bool = True,
        clear: bool = True,
        more: MoreSegment | None = None,
    ) -> None:
        """Show ``options``; ``clear`` allows to choose none again, ``more`` holds others."""
        super().__init__()
        self.setObjectName(name)
        self._clear, self._value, self._more = clear, "", more
        self._segments = [
            self._segment(Segment(option, number if digits else 0), option.code)
            for number, option in enumerate(options, 1)
        ]
        if more is not None:
            self._segments.append(self._segment(more, "more"))
            more.picked.connect(self.choose)
        self.setLayout(row(*self._segments, gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    def _segment(self, segment: Segment, name: str) -> Segment:
        if self.objectName():
            segment.setObjectName(f"{self.objectName()}.{name}")
        segment.installEventFilter(self)
        segment.clicked.connect(self._clicked)
        return segment

    def set_spoken_name(self, label: str) -> None:
        """Name the field for screen readers; every value is read with it."""
        self.setAccessibleName(label)
        for segment in self._segments:
            segment.setAccessibleName(f"{label} {segment.option.text}")

    def value(self) -> str:
        """Return the chosen code, '' when none is chosen."""
        return self._value

    def set_value(self, code: str) -> None:
        """Choose ``code`` without telling anybody; an unknown code chooses none."""
        plain = any(s.option.code == code for s in self._segments if s is not self._more)
        if self._more is not None:
            self._more.show_value("" if plain else code)
        known = plain or (self._more is not None and self._more.knows(code))
        self._value = code if known else ""
        self._show()

    def choose(self, code: str) -> None:
        """Choose ``code`` as the user does, and tell it when it is another one."""
        before = self._value
        self.set_value(code)
        if self._value != before:
            self.changed.emit(self._value)

    def set_editable(self, editable: bool) -> None:
        """Lock the field or open it."""
        for segment in self._segments:
            segment.setEnabled(editable)

    def set_problem(self, problem: bool) -> None:
        """Draw the borders of a field with a problem, or not."""
        self.setProperty("state", "problem" if problem else "ok")
        for segment in self._segments:
            restyle(segment)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits, arrows and Delete from the values."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._go_to(int(event.text()) - 1)
        if key in _STEPS:
            here = next(i for i, s in enumerate(self._segments) if s is watched)
            return self._go_to((here + _STEPS[key]) % len(self._segments))
        if self._clear and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose("")
            return True
        return False

    def _go_to(self, index: int) -> bool:
        if not 0 <= index < len(self._segments):
            return False
        self._segments[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._take(self._segments[index])
        return True

    def _take(self, segment: Segment) -> None:
        """Choose the value of a segment; the last one opens its menu instead."""
        if self._more is not None and segment is self._more:
            self._more.open()
        else:
            self.choose(segment.option.code)

    def _clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            self._take(segment)
            self._show()

    def _show(self) -> None:
        """Check the chosen value and leave one stop for the Tab key."""
        stop = next((s for s in self._segments if s.option.code == self._value), None)
        for segment in self._segments:
            segment.setChecked(segment is stop)
            first = stop is None and segment is self._segments[0]
            tab = segment is stop or first
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
            if tab:
                self.setFocusProxy(segment)
