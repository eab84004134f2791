"""今日, the page that opens: what breaks first stands first, each line with its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from models.kernel.zone import local_time
from models.outlook.today.figures import figures, moments
from models.outlook.today.queries import MINE, STORE, default_scope, waiting
from ui.pages.labels import Labels
from ui.pages.page import Page
from ui.pages.today.day import DayCard, FiguresCard, points_of
from ui.pages.today.lines import rows_of
from ui.pages.today.view import TodayView
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import column, row, surface
from ui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from models.outlook.today.entry import Waiting
    from models.outlook.today.figures import Figures, Moment
    from ui.pages.today.day import Point
    from ui.pages.today.lines import Line
    from ui.shell.context import AppContext

_MINUTE = 60_000
_SIDE, _SIDE_FROM = 264, 1000
_SCOPE = "today.scope"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _Found(NamedTuple):
    lines: list[Waiting]
    figures: Figures
    moments: list[Moment]
    now: int


class TodayPage(Page):
    """``today.table`` holds the lines, ``today.filter.{mine,store}`` choose whose they are."""

    name: ClassVar[str] = "today"

    def __init__(self, ctx: AppContext) -> None:
        """Lay the page out without lines."""
        super().__init__(ctx)
        self._labels = Labels(ctx)
        self._scope = str(ctx.preferences.read(_SCOPE, default_scope(ctx.actor)))
        self._chips = {
            scope: Chip(self.t("today", text), name=f"today.filter.{scope}")
            for scope, text in ((MINE, "Mine only"), (STORE, "Whole store"))
        }
        self._head = PageHead(self.t("today", "Today"), "", *self._chips.values())
        self._lines = TodayView(self.t, "today.table")
        self._body = QStackedWidget()
        self._figures, self._day = FiguresCard(self.t), DayCard(self.t)
        self._lay_out()
        self._connect()
        self._show_scope()

    def _lay_out(self) -> None:
        self._body.addWidget(self._lines)
        self._body.addWidget(self._make_empty())
        card = surface(column((self._body, 1), margins=(1, 6, 1, 6), gap=0), "card")
        self._side = surface(column(self._figures, (self._day, 1), gap=12))
        self._side.setFixedWidth(_SIDE)
        body = row((card, 1), self._side, gap=12)
        self.setLayout(column(self._head, (body, 1), margins=(20, 12, 16, 14), gap=10))
        self.setFocusProxy(self._lines)

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            "checkmark_circle",
            self.t("today", "Nothing waits for you"),
            self.t(
                "today",
                "Time limits, promises, approvals, tasks and follow-up calls appear here "
                "when they need you.",
            ),
            name="today.empty",
        )
        new = empty.add_button(self.t("today", "Register a complaint"), name="today.register")
        new.clicked.connect(self.ctx.events.complaint_wanted)
        return empty

    def _connect(self) -> None:
        for chip in self._chips.values():
            chip.clicked.connect(self._choose_scope)
        self._lines.opened.connect(self._open)
        self._day.opened.connect(self._open)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._follow_time)
        self._minute.start()

    def refresh(self) -> None:
        """Read the lines, figures and moments in the background."""
        at = local_time(self.ctx.actor.clock())
        weekday = self.t("today", _WEEKDAYS[at.weekday()])
        day = {"year": at.year, "month": at.month, "day": at.day, "weekday": weekday}
        self._head.set_caption(self.t("today", "{weekday}, {year}-{month}-{day}", **day))
        scope = self._scope
        self.ctx.jobs.read("today", lambda: self._read(scope), self._show)

    def _read(self, scope: str) -> _Found:
        actor = self.ctx.actor
        now = actor.clock()
        lines = waiting(actor, now, scope=scope)
        points = moments(actor, now, lines, scope)
        return _Found(lines, figures(actor, now, scope), points, now)

    def _show(self, found: _Found) -> None:
        self._lines.show_rows(rows_of(self.t, found.lines, found.now))
        self._body.setCurrentIndex(0 if found.lines else 1)
        self._figures.show_figures(found.figures)
        self._day.show_points(points_of(self.t, self._labels, found.moments, found.now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the cards to the lines when the page is narrow."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= _SIDE_FROM)

    def _choose_scope(self) -> None:
        chosen = next(scope for scope, chip in self._chips.items() if chip is self.sender())
        self._scope = chosen
        self.ctx.preferences.write(_SCOPE, chosen)
        self._show_scope()
        self.refresh()

    def _show_scope(self) -> None:
        for scope, chip in self._chips.items():
            chip.setChecked(scope == self._scope)

    def _open(self, line: Line | Point) -> None:
        self.ctx.events.case_wanted.emit(line.case_no, line.place)

    def _follow_time(self) -> None:
        if self.isVisible() and not self.ctx.jobs.busy:
            self.refresh()
