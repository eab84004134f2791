"""Approvals: what waits for my decision, what I asked for, decided here or noted from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from models.casework.approval import commands, queries
from models.casework.approval.fields import WITHDRAWAL_FIELDS
from models.casework.approval.rules import WAITING
from models.casework.case.rules import rank
from models.dealership.access.queries import authority_limit
from models.dealership.access.roles import role_name
from ui.lists.columns import Column, Paint
from ui.pages.case.asking import ask_values
from ui.pages.case.decisions import MINE, MINE_LAYOUT, ON_PAPER, PAPER_LAYOUT, deciding_choices
from ui.pages.work.pane import Fact, Verb, Words, WorkPane
from ui.pages.work.work_page import WorkPage
from ui.widgets.badge import LevelBadge, Tag, TagLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.approval.queries import ApprovalView

ROOM = "approvals"
_PLACE = "approval.table"


class Request(NamedTuple):
    """One request and what the person at the screen can do with it."""

    view: ApprovalView
    mine: bool
    takes_back: bool

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.view.case_id

    @property
    def case_no(self) -> str:
        """The number of that case."""
        return self.view.case_no

    @property
    def no(self) -> int:
        """Its number in the case."""
        return self.view.no


class ApprovalsPage(WorkPage):
    """``approvals.{decide,record,withdraw,open_case}`` act on the chosen request."""

    name: ClassVar[str] = ROOM
    title: ClassVar[str] = "Approvals"
    scopes = (
        (
            "mine",
            "Waiting for me",
            "clipboard_checkmark",
            "Nothing waits for your approval",
            "Requests within your authority appear here as soon as somebody makes them.",
        ),
        (
            "requested",
            "Asked by me",
            "clipboard_checkmark",
            "You have no open request",
            "Ask for an approval in the case, at the option or the agreement.",
        ),
        (
            "all",
            "All waiting",
            "clipboard_checkmark",
            "No request waits",
            "Every request of the store that is not decided yet appears here.",
        ),
    )

    def make_columns(self) -> Sequence[Column]:
        """Return level, customer, request, amount, who asked and how it stands."""
        return (
            Column("level", ROOM, "Level", Paint.LEVEL, 76, value=lambda r: rank(r.view.level)),
            Column("who", ROOM, "Customer", Paint.DOUBLE, 128, fixed=True, value=self._who),
            Column(
                "what", ROOM, "Request", Paint.DOUBLE, stretch=True, fixed=True, value=self._what
            ),
            Column("amount", ROOM, "Amount", Paint.NUMBER, 96, value=self._amount),
            Column("asked", ROOM, "Asked by", Paint.DOUBLE, 86, value=self._asked),
            Column("state", ROOM, "State", Paint.TAG, 104, value=self._state),
        )

    def make_pane(self) -> WorkPane:
        """Return the pane with the facts of a request."""
        t = self.t
        verbs = (
            Verb("approvals.decide", t(ROOM, "Decide"), "primary"),
            Verb("approvals.record", t(ROOM, "Note a decision made elsewhere"), icon="document"),
            Verb("approvals.open_case", t(ROOM, "Open the case")),
            Verb("approvals.withdraw", t(ROOM, "Withdraw the request"), "danger"),
        )
        return WorkPane(ROOM, verbs, t(ROOM, "Choose a request to see what it is about."))

    def read(self, scope: str) -> Sequence[Request]:
        """Return the requests of a scope."""
        actor = self.ctx.actor
        mine = queries.waiting(actor)
        found = {
            "mine": lambda: mine,
            "requested": lambda: queries.requested(actor),
            "all": lambda: queries.all_waiting(actor.branch_id),
        }[scope]()
        keys = {(view.case_id, view.no) for view in mine}
        return [
            Request(view, (view.case_id, view.no) in keys, queries.takes_back(actor, view))
            for view in found
        ]

    def show_row(self, chosen: Request) -> None:
        """Show the facts, the amount against my limit and the words of the request."""
        view, t = chosen.view, self.t
        self.pane.show_parts(
            view.customer_name or t("pages", "Unnamed"),
            [LevelBadge(t, rank(view.level)), _tag(self._state(chosen))],
            self._facts(view),
            [
                Words(t(ROOM, "What is asked and why"), view.text),
                Words(t(ROOM, "Reason of the decision"), view.reason),
            ],
        )
        self._offer(chosen)

    def _facts(self, view: ApprovalView) -> list[Fact]:
        t, labels, actor = self.t, self.labels, self.ctx.actor
        limit = authority_limit(actor.branch_id, actor.role)
        asked = f"{labels.person(view.requested_by)}  {labels.moment(view.requested_at)}"
        earlier = labels.money(view.earlier_amount) if view.earlier_amount else ""
        return [
            Fact(t(ROOM, "Number"), view.case_no),
            Fact(t(ROOM, "Complaint"), view.subject),
            Fact(t(ROOM, "For"), self._subject(view)),
            Fact(t(ROOM, "Amount"), labels.money(view.amount), loud=True),
            Fact(t(ROOM, "Before"), earlier),
            Fact(t(ROOM, "In all"), labels.money(view.total) if earlier else ""),
            Fact(t(ROOM, "My limit"), labels.money(limit)),
            Fact(t(ROOM, "Needs"), t.say(role_name(view.needs_role))),
            Fact(t(ROOM, "Asked by"), asked),
        ]

    def _offer(self, chosen: Request) -> None:
        waits, may = chosen.view.state == WAITING, self.ctx.actor.may("approval.decide")
        offered = {"approvals.open_case"}
        offered |= {"approvals.decide"} if chosen.mine and waits else set()
        offered |= {"approvals.record"} if may and waits else set()
        offered |= {"approvals.withdraw"} if chosen.takes_back else set()
        self.pane.offer(offered, self.refusal() if waits else "")

    def refusal(self) -> str:
        """Name who decides to somebody who does not."""
        if self.ctx.actor.may("approval.decide"):
            return ""
        return self.t(ROOM, "Decided by: {names}", names=self.who_may("approval.decide"))

    def do(self, verb: str, chosen: Request) -> None:
        """Decide, note a decision, take the request back or open the case."""
        act = verb.removeprefix(f"{ROOM}.")
        if act == "open_case":
            self.open_row(chosen)
            return
        self.desk.open(chosen.case_id)
        specs, layout, command = {
            "decide": (MINE, MINE_LAYOUT, commands.decide),
            "record": (ON_PAPER, PAPER_LAYOUT, commands.decide),
            "withdraw": (WITHDRAWAL_FIELDS, (("reason",),), commands.withdraw),
        }[act]
        titles = {
            "decide": "Decide",
            "record": "Note a decision made elsewhere",
            "withdraw": "Withdraw the request",
        }
        ask_values(
            self.desk,
            self,
            self.t(ROOM, titles[act]),
            specs,
            layout,
            command,
            named={"no": chosen.no, "version": chosen.view.version},
            choices=deciding_choices(self.desk),
        )

    def open_row(self, chosen: Any) -> None:
        """Open the case at its approvals."""
        self.ctx.events.case_wanted.emit(chosen.case_no, _PLACE)

    def _who(self, row: Request) -> tuple[str, str]:
        return row.view.customer_name or self.t("pages", "Unnamed"), row.view.case_no

    def _what(self, row: Request) -> tuple[str, str]:
        first = row.view.text.strip().partition("\n")[0]
        return first, f"{self._subject(row.view)}   {row.view.subject}"

    def _subject(self, view: ApprovalView) -> str:
        kind = self.labels.code("approval_subject", view.subject_kind)
        return f"{kind} {view.subject_no}" if view.subject_no else kind

    def _amount(self, row: Request) -> str:
        return self.labels.money(row.view.amount)

    def _asked(self, row: Request) -> tuple[str, str]:
        view = row.view
        return self.labels.person(view.requested_by), self.labels.moment(view.requested_at)

    def _state(self, row: Request) -> TagLook:
        view = row.view
        if view.state != WAITING:
            return TagLook(self.t("approval", f"state {view.state}"), "danger")
        role = self.t.say(role_name(view.needs_role))
        return TagLook(self.t("approval", "waits for {role}", role=role), "warn")


def _tag(look: TagLook) -> Tag:
    return Tag(look.text, look.hue)
