"""The lines of 今日 in words: when, which level, who, what, and the verb that opens the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.casework.case.rules import rank
from models.kernel.fields.plate import show_plate
from models.kernel.zone import DAY, HOUR, day_of, end_of_day, local_time
from models.outlook.today import entry
from ui.widgets.clock import Clock, ClockState
from ui.widgets.clock_words import left_words, span_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.outlook.today.entry import Waiting
    from resources.texts import Texts

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Overdue", (entry.OVERDUE,)),
    ("Due today", (entry.DUE_TODAY,)),
    ("Long without contact", (entry.SILENCE,)),
    ("Waiting for my approval", (entry.APPROVAL,)),
    (
        "Tasks and follow-ups",
        (entry.TASK, entry.VERIFY, entry.FOLLOW_UP, entry.RECTIFICATION),
    ),
)
VERBS = {
    entry.SILENCE: "Record contact",
    entry.APPROVAL: "Decide",
    entry.TASK: "Go to task",
    entry.VERIFY: "Verify",
    entry.FOLLOW_UP: "Call back",
    entry.RECTIFICATION: "Put right",
    "case.contact.add": "Contact",
    "negotiation.option.add": "Make a plan",
    "case.next_step": "Close the case",
}
OPEN = "Open"
SOON = 2 * HOUR
_CASE_FIRST = (entry.OVERDUE, entry.DUE_TODAY, entry.SILENCE)


class Heading(NamedTuple):
    """The title of a group and how many lines it has."""

    title: str
    count: int


class Line(NamedTuple):
    """One line as it is drawn; ``key`` finds it again after it was read anew."""

    key: tuple[str, str, str]
    clock: Clock
    level: int
    customer: str
    plate: str
    main: str
    rest: str
    verb: str
    case_no: str
    place: str

    def spoken(self) -> str:
        """Return the line as a sentence for screen readers and copying."""
        said = (self.clock.text, self.customer, self.plate, self.main, self.rest, self.verb)
        return "，".join(filter(None, said))


Row = Heading | Line


def rows_of(texts: Texts, found: Sequence[Waiting], now: int) -> list[Row]:
    """Return headings and lines; a group without lines is left out."""
    rows: list[Row] = []
    for title, kinds in GROUPS:
        group = [line for line in found if line.kind in kinds]
        if kinds != (entry.SILENCE,):
            group.sort(key=lambda line: (line.at is None, line.at or 0))
        if group:
            rows.append(Heading(texts("today", title), len(group)))
            rows += [line_of(texts, line, now) for line in group]
    return rows


def line_of(texts: Texts, line: Waiting, now: int) -> Line:
    """Return one thing that waits as it is drawn."""
    said = texts.say(line.text)
    main, rest = (line.subject, said) if line.kind in _CASE_FIRST else (said, line.subject)
    verb = VERBS.get(line.kind) or VERBS.get(line.place, OPEN)
    return Line(
        (line.kind, line.case_no, said if line.kind not in _CASE_FIRST else line.place),
        when_of(texts, line, now),
        rank(line.level),
        line.customer or texts("pages", "Unnamed"),
        show_plate(line.plate) if line.plate else "",
        main or said,
        rest if main else "",
        texts("today", verb),
        line.case_no,
        line.place,
    )


def when_of(texts: Texts, line: Waiting, now: int) -> Clock:
    """Return when: how late, at what time today, or since when it waits."""
    if line.at is None:
        return Clock(ClockState.NONE, 0.0, texts("today", "no date"))
    if line.kind in (entry.APPROVAL, entry.VERIFY):
        text = "asked {span} ago" if line.kind == entry.APPROVAL else "done {span} ago"
        span = span_words(texts, now - line.at)
        return Clock(ClockState.RUNNING, 0.25, texts("today", text, span=span))
    if line.late:
        span = span_words(texts, now - line.at, long=True)
        return Clock(ClockState.LATE, 1.0, texts("widgets", "{span} late", span=span))
    return _ahead(texts, line.at, now)


def _ahead(texts: Texts, at: int, now: int) -> Clock:
    left = at - now
    state = ClockState.SOON if left <= SOON else ClockState.RUNNING
    if day_of(at) != day_of(now):
        return Clock(ClockState.RUNNING, 0.1, f"{local_time(at):%m-%d}")
    if at == end_of_day(day_of(now)):
        return Clock(ClockState.RUNNING, 0.25, texts("today", "in the day"))
    begun = end_of_day(day_of(now)) - DAY
    part = (now - begun) / max(1, at - begun)
    words = texts("today", "{left} left", left=left_words(texts, left))
    return Clock(state, part, f"{local_time(at):%H:%M}  {words}")
