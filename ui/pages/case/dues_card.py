"""The clocks of a case one by one, what pauses them, and how long the customer waits to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.casework.case.queries import hours_since_contact
from models.kernel import settings
from models.kernel.zone import HOUR
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.clock import ClockState
from ui.widgets.clock_words import span_words
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, empty_layout, row

from .clocks import TITLES, clock_of

if TYPE_CHECKING:
    from models.casework.case.queries import DueView

    from .desk import CaseDesk

_MARKS = {
    ClockState.DONE: ("checkmark_circle", "ok"),
    ClockState.RUNNING: ("clock", "accent_text"),
    ClockState.SOON: ("clock", "warn"),
    ClockState.LATE: ("error_circle", "danger"),
    ClockState.PAUSED: ("pause", "text3"),
    ClockState.NONE: ("clock", "text3"),
}
_TITLE, _WORDS = 112, 132


class DuesCard(Card):
    """``case.due.*`` lines; the banner says why clocks stand still."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk.t("pages", "Promises and limits"))
        self._desk = desk
        self._hold = Banner("warn", name="case.due.hold")
        self._lines = column(gap=2)
        self.add(self._hold, self._lines)

    def load(self) -> None:
        """Read the clocks anew."""
        head, t = self._desk.head, self._desk.t
        words = ""
        if head.hold:
            hold = self._desk.labels.code("hold", head.hold)
            since = self._desk.labels.moment(head.hold_since)
            words = t(
                "pages",
                "{hold} since {since}: {reason}",
                hold=hold,
                since=since,
                reason=head.hold_reason,
            )
        self._hold.say("warn", words)
        self.set_caption(self._silence())
        empty_layout(self._lines)
        for due in head.dues:
            self._lines.addWidget(self._line(due))

    def _silence(self) -> str:
        desk, head = self._desk, self._desk.head
        hours = hours_since_contact(head, desk.now)
        if hours is None:
            return ""
        span = span_words(desk.t, hours * HOUR)
        limit = settings.get(desk.ctx.actor.branch_id, "clock.silence_hours")[head.level]
        return desk.t(
            "pages",
            "The customer last heard from us {span} ago; at this level at most {limit} h",
            span=span,
            limit=limit,
        )

    def _line(self, due: DueView) -> QWidget:
        t, labels = self._desk.t, self._desk.labels
        clock = clock_of(t, due, self._desk.now, long=True)
        icon, role = _MARKS[clock.state]
        title, words = label(t("pages", TITLES[due.kind])), label(clock.text, "strong")
        title.setFixedWidth(_TITLE)
        words.setMinimumWidth(_WORDS)
        facts = [t("pages", "by {when}", when=labels.moment(due.due_at))]
        if due.met_at is not None:
            facts.append(t("pages", "done {when}", when=labels.moment(due.met_at)))
        facts += [t("pages", note) for note in _notes(due)]
        made = QWidget()
        made.setObjectName(f"case.due.{due.kind}")
        glyph = Glyph(icon, role, 16, filled=True)
        made.setLayout(row(glyph, title, words, label("，".join(facts), "caption"), None))
        made.setAccessibleName(f"{title.text()} {words.text()} {'，'.join(facts)}")
        return made


def _notes(due: DueView) -> list[str]:
    notes = {
        "legal limit, never paused": due.legal,
        "counted in working hours": due.working,
        "stands still": due.paused,
        "holidays of that year unknown": due.uncertain,
    }
    return [words for words, true in notes.items() if true]
