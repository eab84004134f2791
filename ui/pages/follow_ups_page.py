"""Follow-up calls: whom to call now, with the number, and what the customer answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QGuiApplication

from models.casework.case.commands import note_reveal
from models.casework.case.rules import rank
from models.kernel.fields.phone import mask_phone
from models.kernel.zone import DAY
from models.stages.followup import round_list
from ui.lists.columns import Column, Paint
from ui.pages.work.call_dialog import CallDialog
from ui.pages.work.pane import Fact, Verb, WorkPane
from ui.pages.work.work_page import WorkPage
from ui.widgets.badge import LevelBadge, Tag
from ui.widgets.button import button
from ui.widgets.clock_words import due_clock
from ui.widgets.label import label
from ui.widgets.layout import row as line
from ui.widgets.layout import surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.stages.followup.round_list import RoundLine
    from ui.shell.context import AppContext
    from ui.widgets.clock import Clock

ROOM = "follow_ups"
_PLACE = "followup.record"
_CAPTION = 64


class FollowUpsPage(WorkPage):
    """``follow_ups.{record,skip,reveal,open_case}`` act on the chosen round."""

    name: ClassVar[str] = ROOM
    title: ClassVar[str] = "Follow-ups"
    scopes = (
        (
            round_list.DUE,
            "To call now",
            "call_outbound",
            "Nobody has to be called today",
            "After a case is carried out its follow-up calls are planned and appear here.",
        ),
        (
            round_list.LATER,
            "Later",
            "call_outbound",
            "No call is planned",
            "After a case is carried out its follow-up calls are planned and appear here.",
        ),
    )

    def __init__(self, ctx: AppContext) -> None:
        """Lay the page out; no number is revealed."""
        super().__init__(ctx)
        self._revealed: tuple[int, int] = (0, 0)

    def make_columns(self) -> Sequence[Column]:
        """Return when to call, whom, about what, who handled it and which round it is."""
        return (
            Column("due", ROOM, "When", Paint.CLOCK, 104, value=self._due),
            Column("who", ROOM, "Customer", Paint.NAME, 128, fixed=True, value=self._who),
            Column(
                "what", ROOM, "Complaint", Paint.DOUBLE, stretch=True, fixed=True, value=self._what
            ),
            Column("round", ROOM, "Round", Paint.DOUBLE, 92, value=self._round),
            Column("owner", ROOM, "Handled by", width=84, value=self._owner),
            Column("level", ROOM, "Level", Paint.LEVEL, 76, value=lambda row: rank(row.level)),
        )

    def make_pane(self) -> WorkPane:
        """Return the pane with the customer to call."""
        t = self.t
        verbs = (
            Verb("follow_ups.record", t(ROOM, "Record the call"), "primary", "call"),
            Verb("follow_ups.skip", t(ROOM, "Skip, next customer")),
            Verb("follow_ups.open_case", t(ROOM, "Open the case")),
        )
        return WorkPane(ROOM, verbs, t(ROOM, "Choose a customer to call."))

    def read(self, scope: str) -> Sequence[RoundLine]:
        """Return the rounds of a scope."""
        actor = self.ctx.actor
        return round_list.rounds_to_call(actor, actor.clock(), scope)

    def show_row(self, chosen: RoundLine) -> None:
        """Show whom to call and about what; whoever handled the case is told to let it be."""
        t, labels = self.t, self.labels
        badges: list[QWidget] = [LevelBadge(t, rank(chosen.level))]
        badges.append(Tag(t(ROOM, "Round {no}", no=chosen.no)))
        car = "  ".join(filter(None, (labels.plate(chosen.plate_no), chosen.model)))
        facts: list[Fact | QWidget] = [
            self._phone(chosen),
            Fact(t(ROOM, "Car"), car, car=True),
            Fact(t(ROOM, "Complaint"), chosen.subject),
            Fact(t(ROOM, "Number"), chosen.case_no),
            Fact(t(ROOM, "When"), labels.moment(chosen.due_at)),
            Fact(t(ROOM, "Handled by"), labels.person(chosen.owner) if chosen.owner else ""),
            Fact(t(ROOM, "Tries"), t(ROOM, "{count} so far", count=chosen.tries)),
        ]
        self.pane.show_parts(chosen.customer_name or t("pages", "Unnamed"), badges, facts)
        reason = self._reason(chosen)
        verbs = {f"{ROOM}.open_case", f"{ROOM}.skip"}
        self.pane.offer(verbs if reason else {*verbs, f"{ROOM}.record"}, reason)

    def _reason(self, chosen: RoundLine) -> str:
        if chosen.refusal is not None:
            return self.t.say(chosen.refusal)
        return self.refusal()

    def refusal(self) -> str:
        """Name who calls customers to somebody who does not."""
        if self.ctx.actor.may("follow_up.record"):
            return ""
        names = self.who_may("follow_up.record")
        return self.t(ROOM, "Customers are called by: {names}", names=names)

    def _phone(self, chosen: RoundLine) -> QWidget:
        caption = label(self.t(ROOM, "Phone"), "caption")
        caption.setFixedWidth(_CAPTION)
        shown = self._revealed == (chosen.case_id, chosen.no)
        number = chosen.phone if shown else mask_phone(chosen.phone) if chosen.phone else "—"
        value = label(number, "strong", name="follow_ups.phone")
        reveal = button(self.t("pages", "Show"), "link", name="follow_ups.reveal", place="flush")
        reveal.clicked.connect(self.reveal)
        reveal.setVisible(
            bool(chosen.phone) and not shown and self.ctx.actor.may("personal.reveal")
        )
        return surface(line(caption, value, reveal, None))

    def reveal(self) -> None:
        """Show the whole number, put it into the clipboard and note who looked."""
        chosen = self.list.current_row()
        if chosen is None:
            return
        self.desk.open(chosen.case_id)
        if self.desk.run(note_reveal) is not None:
            self._revealed = (chosen.case_id, chosen.no)
            QGuiApplication.clipboard().setText(chosen.phone)
            self.show_row(chosen)

    def do(self, verb: str, chosen: RoundLine) -> None:
        """Record the call, go to the next customer or open the case."""
        act = verb.removeprefix(f"{ROOM}.")
        if act == "open_case":
            self.open_row(chosen)
        elif act == "skip":
            self._skip()
        else:
            self.desk.open(chosen.case_id)
            CallDialog.ask(self, self.desk, chosen.no)

    def _skip(self) -> None:
        table = self.list.table
        count = max(1, table.rows.rowCount())
        following = table.rows.index((table.currentIndex().row() + 1) % count, 0)
        table.setCurrentIndex(following)

    def open_row(self, chosen: Any) -> None:
        """Open the case at its follow-up."""
        self.ctx.events.case_wanted.emit(chosen.case_no, _PLACE)

    def _due(self, row: RoundLine) -> Clock:
        now = self.ctx.actor.clock()
        started = min(now, row.due_at) - DAY
        return due_clock(self.t, now=now, started_at=started, due_at=row.due_at)

    def _who(self, row: RoundLine) -> tuple[str, str]:
        name = row.customer_name or self.t("pages", "Unnamed")
        return name, self.labels.plate(row.plate_no)

    def _what(self, row: RoundLine) -> tuple[str, str]:
        return row.subject, row.case_no

    def _round(self, row: RoundLine) -> tuple[str, str]:
        tries = self.t(ROOM, "{count} so far", count=row.tries) if row.tries else ""
        return self.t(ROOM, "Round {no}", no=row.no), tries

    def _owner(self, row: RoundLine) -> str:
        return self.labels.person(row.owner) if row.owner else "—"
