"""Dates and moments: typed in any spelling, or picked from a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from models.kernel.fields.spec import FieldSpec, Kind
from models.kernel.zone import local_time
from ui.shell.icons import icon

from .calendar_popup import CalendarPopup, Pick
from .line import LineEditor

if TYPE_CHECKING:
    from resources.texts import Texts

    from .writing import Writing

QUICK_DAYS = (("Today", 0), ("Yesterday", -1))
QUICK_DAYS_AHEAD = (("Today", 0), ("Tomorrow", 1), ("In three days", 3), ("In a week", 7))
QUICK_TIMES = ((0, 12), (0, 17), (1, 9), (1, 17))
_EVENING = 17


class DayEditor(LineEditor):
    """A date or a moment; Alt+Down or the button opens the calendar."""

    def __init__(
        self, spec: FieldSpec, writing: Writing, texts: Texts, parent: QWidget | None = None
    ) -> None:
        """Build the line with its calendar button."""
        super().__init__(spec, writing, parent)
        self._texts = texts
        self._has_time = spec.kind is Kind.MOMENT
        self._popup: CalendarPopup | None = None
        sign = icon("calendar_clock" if self._has_time else "calendar_today", "text2")
        self._open = QAction(sign, texts("forms", "Open the calendar"), self)
        self._open.setObjectName(f"{spec.name}.open")
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, LineEditor.ActionPosition.TrailingPosition)
        for tool in self.findChildren(QToolButton):
            tool.setObjectName(f"{spec.name}.open.button")
        self.textChanged.connect(self._show_day)

    def lock(self, locked: bool) -> None:
        """Stop or allow typing and picking."""
        super().lock(locked)
        self._open.setVisible(not locked)

    def open_calendar(self) -> None:
        """Show a month to pick from, with the usual days beside it."""
        if not self.editable:
            return
        found = self._time()
        day = (found or self._now()).date()
        self._popup = CalendarPopup(
            self.spec.name, QDate(day.year, day.month, day.day), self._picks(), self._texts, self
        )
        self._popup.picked.connect(self._take)
        self._popup.open_below(self.mapToGlobal(QPoint(0, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down or F4, as lists open."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() == _ALT
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _now(self) -> datetime:
        at = self._writing.at
        return local_time(at.now, at.zone)

    def _time(self) -> datetime | None:
        found = self._writing.read(self.text())
        if isinstance(found, int):
            return local_time(found)
        return datetime.fromisoformat(found) if isinstance(found, str) and found else None

    def _picks(self) -> list[Pick]:
        today = self._now().date()
        if not self._has_time:
            days = QUICK_DAYS if self._writing.past else QUICK_DAYS_AHEAD
            return [Pick(self._texts("forms", word), _iso(today, ahead)) for word, ahead in days]
        words = (self._texts("forms", "Today"), self._texts("forms", "Tomorrow"))
        return [
            Pick(f"{words[ahead]} {hour:02}:00", f"{_iso(today, ahead)} {hour:02}:00")
            for ahead, hour in QUICK_TIMES
        ]

    def _take(self, typed: str) -> None:
        """Write what was picked; a day keeps the time that stands there already."""
        if self._has_time and " " not in typed:
            found = self._time()
            typed = f"{typed} {found:%H:%M}" if found else f"{typed} {_EVENING}:00"
        self.setText(typed)
        self.setFocus()

    def _show_day(self) -> None:
        found = self._time()
        self.show_behind(self._words_for(found.date()) if found else "")

    def _words_for(self, day: date) -> str:
        near = {0: "Today", -1: "Yesterday", 1: "Tomorrow"}
        word = near.get((day - self._now().date()).days)
        return self._texts("forms", word or _WEEKDAYS[day.weekday()])


_ALT = Qt.KeyboardModifier.AltModifier
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _iso(today: date, ahead: int) -> str:
    return (today + timedelta(days=ahead)).isoformat()
