"""A month to pick a day from, with buttons for the usual ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from ui.shell.icons import icon
from ui.shell.roles import roles
from ui.widgets.button import button
from ui.widgets.layout import column, row

if TYPE_CHECKING:
    from resources.texts import Texts

_GAP = 4


class Pick(NamedTuple):
    """A usual choice: its words and what it writes."""

    words: str
    typed: str


class CalendarPopup(QFrame):
    """Closes with a day picked, or with Esc or a click elsewhere; it deletes itself."""

    picked = Signal(str)

    def __init__(
        self, name: str, day: QDate, picks: list[Pick], texts: Texts, parent: QWidget
    ) -> None:
        """Show the month of ``day`` and a button for each of ``picks``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"{name}.popup")
        self.setProperty("surface", "card")
        self._picks = picks
        self._month = QCalendarWidget(self)
        self._month.setObjectName(f"{name}.month")
        self._month.setLocale(QLocale(texts.language))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setSelectedDate(day)
        self._dress_month()
        self._month.clicked.connect(self._take_day)
        self._month.activated.connect(self._take_day)
        buttons = []
        for number, pick in enumerate(picks, 1):
            made = button(pick.words, "small", name=f"{name}.pick.{number}")
            made.clicked.connect(self._take_pick)
            buttons.append(made)
        self.setLayout(column(row(*buttons, None, gap=4), self._month, margins=(8, 8, 8, 8)))

    def _dress_month(self) -> None:
        """Keep red for what is wrong: weekends are quiet here, arrows are the program's own."""
        quiet = QTextCharFormat()
        quiet.setForeground(roles["text3"])
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, quiet)
        head = QTextCharFormat()
        head.setForeground(roles["text3"])
        head.setBackground(roles["card"])
        self._month.setHeaderTextFormat(head)
        for arrow, sign in (("prevmonth", "chevron_left"), ("nextmonth", "chevron_right")):
            found = self._month.findChild(QToolButton, f"qt_calendar_{arrow}")
            if found is not None:
                found.setIcon(icon(sign))

    def open_below(self, place: QPoint) -> None:
        """Show the popup at ``place``, moved so that it stays on the screen."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        box = QRect(place + QPoint(0, _GAP), self.size())
        if box.bottom() > area.bottom():
            box.moveBottom(place.y() - self.parentWidget().height() - _GAP)
        box.moveLeft(max(area.left(), min(box.left(), area.right() - box.width())))
        self.move(box.topLeft())
        self.show()
        self._month.setFocus()

    def _take_day(self, day: QDate) -> None:
        self.picked.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()

    def _take_pick(self) -> None:
        number = int(self.sender().objectName().rpartition(".")[2])
        self.picked.emit(self._picks[number - 1].typed)
        self.close()
