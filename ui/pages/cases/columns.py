"""The columns of the list of complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.rules import STAGES, rank
from models.kernel import settings
from models.kernel.fields.phone import mask_phone
from ui.lists.columns import Column, Paint
from ui.pages.case.clocks import clock_of, due_of, silence_clock
from ui.widgets.badge import state_text

if TYPE_CHECKING:
    from models.casework.case.queries import CaseHead, DueView
    from resources.texts import Texts
    from ui.pages.labels import Labels
    from ui.shell.context import AppContext
    from ui.widgets.clock import Clock

ROOM = "cases"


def number_of(texts: Texts, head: CaseHead) -> str:
    """Return the number of a case; a draft has none yet."""
    return texts(ROOM, "no number yet") if head.state == "DRAFT" else head.case_no


def state_of(texts: Texts, head: CaseHead) -> tuple[int, str]:
    """Return the number of the stage and the word of the state."""
    return STAGES.index(head.stage) + 1, texts("case", f"state {head.state}")


def next_due(head: CaseHead) -> DueView | None:
    """Return the clock that runs out first; a paused one when none runs."""
    waiting = [due for due in head.dues if due.met_at is None]
    running = [due for due in waiting if not due.paused] or waiting
    return min(running, key=lambda due: due.due_at, default=None)


def columns_of(ctx: AppContext, labels: Labels) -> tuple[Column, ...]:
    """Return all columns; times are reckoned when a cell is drawn."""
    cells = _Cells(ctx, labels)
    return (
        Column("level", ROOM, "Level", Paint.LEVEL, 76, sort="level", value=cells.level),
        Column(
            "who",
            ROOM,
            "Customer / car",
            Paint.NAME,
            112,
            fixed=True,
            sort="customer_name",
            value=cells.who,
        ),
        Column(
            "subject",
            ROOM,
            "Subject / stage / number",
            Paint.DOUBLE,
            stretch=True,
            fixed=True,
            sort="case_no",
            value=cells.subject,
        ),
        _clock("first", "First response", 84, cells.first),
        _clock("next", "Next limit", 92, cells.next, sort="next_due_at"),
        _clock("close", "Closing", 84, cells.close),
        _clock("silence", "No contact", 82, cells.silence, sort="last_contact_at"),
        Column("owner", ROOM, "Responsible", width=72, value=cells.owner),
        *_hidden(cells),
    )


def _hidden(cells: _Cells) -> tuple[Column, ...]:
    return (
        _text("received", "Received", 92, cells.received, sort="received_at"),
        _text("department", "Dept.", 84, cells.department),
        _text("channel", "Channel", 84, cells.channel),
        _text("phone", "Phone", 112, cells.phone),
        _text("model", "Model", 112, lambda head: head.model),
        _text("closed", "Closed", 92, cells.closed, sort="closed_at"),
    )


def _clock(key: str, title: str, width: int, value: Any, sort: str = "") -> Column:
    return Column(key, ROOM, title, Paint.CLOCK, width, sort=sort, value=value)


def _text(key: str, title: str, width: int, value: Any, sort: str = "") -> Column:
    return Column(key, ROOM, title, width=width, hidden=True, sort=sort, value=value)


class _Cells:
    """What the cells of a row show."""

    def __init__(self, ctx: AppContext, labels: Labels) -> None:
        self._t, self._labels, self._clock = ctx.texts, labels, ctx.actor.clock
        self._silence = settings.get(ctx.actor.branch_id, "clock.silence_hours")

    def level(self, head: CaseHead) -> int:
        return rank(head.level)

    def who(self, head: CaseHead) -> tuple[str, str]:
        name = head.customer_name or self._t("pages", "Unnamed")
        return name, self._labels.plate(head.plate_no)

    def subject(self, head: CaseHead) -> tuple[str, str]:
        state = state_text(*state_of(self._t, head))
        return head.subject, f"{state}   {number_of(self._t, head)}"

    def first(self, head: CaseHead) -> Clock:
        return clock_of(self._t, due_of(head, "first_response"), self._clock())

    def next(self, head: CaseHead) -> Clock:
        return clock_of(self._t, next_due(head), self._clock())

    def close(self, head: CaseHead) -> Clock:
        return clock_of(self._t, due_of(head, "close"), self._clock())

    def silence(self, head: CaseHead) -> Clock:
        return silence_clock(self._t, head, self._clock(), self._silence[head.level])

    def owner(self, head: CaseHead) -> str:
        return self._labels.person(head.owner) if head.owner else "—"

    def received(self, head: CaseHead) -> str:
        return self._labels.moment(head.received_at)

    def closed(self, head: CaseHead) -> str:
        return self._labels.moment(head.closed_at)

    def department(self, head: CaseHead) -> str:
        return self._labels.code("department", head.department)

    def channel(self, head: CaseHead) -> str:
        return self._labels.code("channel", head.channel)

    def phone(self, head: CaseHead) -> str:
        return mask_phone(head.phone) if head.phone else "—"
