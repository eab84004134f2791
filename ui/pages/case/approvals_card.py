"""The approvals of a case: what is asked, who decided, who typed it; deciding, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval import commands, queries
from models.casework.approval.fields import EDITABLE_IN, REQUEST_FIELDS, WITHDRAWAL_FIELDS
from models.casework.approval.rules import WAITING
from models.dealership.access.roles import role_name
from models.stages.negotiation.queries import options
from ui.forms.rows_model import Column, Look
from ui.pages.case.list_card import ListCard, ListPart, Verb
from ui.widgets.label import label
from ui.widgets.layout import column, surface

from .decisions import MINE, MINE_LAYOUT, ON_PAPER, PAPER_LAYOUT, deciding_choices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from models.casework.approval.queries import ApprovalView

    from .desk import CaseDesk

_REQUEST_LAYOUT = (("subject_kind",), ("subject_no", "amount"), ("text",))
_LOOKS = {
    "waiting": Look("clock", "warn"),
    "approved": Look("checkmark_circle", "ok"),
    "returned": Look("arrow_undo", "danger"),
    "rejected": Look("dismiss_circle", "danger"),
    "withdrawn": Look("", "text3"),
}


class ApprovalsCard(ListCard):
    """Names: ``approval.{table,add,decide,record,withdraw,detail}``."""

    def __init__(self, desk: CaseDesk, kinds: Collection[str] = ()) -> None:
        """Show the approvals of ``kinds`` only, of every kind without them."""
        self._kinds = kinds
        self._detail = label("", name="approval.detail", wrap=True, selectable=True)
        self._ground = surface(column(self._detail, margins=(12, 8, 12, 8)), "sunken")
        super().__init__(desk, self._make_part(desk))
        self.add(self._ground)
        self.rows.chosen.connect(self._tell)

    def load(self) -> None:
        """Read anew; what waits is chosen, so that it can be decided at once."""
        super().load()
        if self.rows.chosen_row() is None:
            rows = range(self.rows.model.rowCount())
            waiting = [i for i in rows if self.rows.model.row(i)["waits"]]
            if waiting:
                self.rows.choose(waiting[0])
        self._tell(self.rows.chosen_row())

    def _make_part(self, desk: CaseDesk) -> ListPart:
        t = desk.t
        return ListPart(
            name="approval",
            heading=t("approval", "Approvals"),
            columns=(
                Column("what", t("approval", "Approval for"), stretch=True),
                Column("money", t("approval", "Amount"), right=True),
                Column("asked", t("approval", "Asked by")),
                Column("stands", t("approval", "State"), look=_look),
                Column("decided", t("approval", "Who decided")),
            ),
            specs=REQUEST_FIELDS,
            layout=_REQUEST_LAYOUT,
            read=self._read,
            empty=t("approval", "Nothing had to be approved yet."),
            editable_in=EDITABLE_IN,
            permission="case.negotiate",
            add_text=t("approval", "Ask for another approval"),
            add=commands.request,
            verbs=self._make_verbs(desk),
            choices=lambda: deciding_choices(desk),
        )

    @staticmethod
    def _make_verbs(desk: CaseDesk) -> tuple[Verb, ...]:
        t = desk.t
        return (
            Verb(
                "approval.decide",
                t("approval", "Decide"),
                commands.decide,
                MINE,
                MINE_LAYOUT,
                fits=lambda row: row["mine"],
                permission="approval.decide",
            ),
            Verb(
                "approval.record",
                t("approval", "Record a decision made elsewhere"),
                commands.decide,
                ON_PAPER,
                PAPER_LAYOUT,
                fits=lambda row: row["waits"],
                permission="approval.decide",
            ),
            Verb(
                "approval.withdraw",
                t("approval", "Withdraw"),
                commands.withdraw,
                WITHDRAWAL_FIELDS,
                (("reason",),),
                fits=lambda row: row["waits"] and row["takes_back"],
                danger=True,
            ),
        )

    def _read(self, case_id: int) -> list[dict[str, Any]]:
        actor = self._desk.ctx.actor
        mine = {view.no for view in queries.waiting(actor) if view.case_id == case_id}
        titles = {row["no"]: row["title"] for row in options(case_id)}
        return [
            self._row(view, titles, mine=view.no in mine)
            for view in queries.of_case(case_id)
            if not self._kinds or view.subject_kind in self._kinds
        ]

    def _row(self, view: ApprovalView, titles: Mapping[int, str], *, mine: bool) -> dict[str, Any]:
        labels, actor = self._desk.labels, self._desk.ctx.actor
        subject = labels.code("approval_subject", view.subject_kind)
        about = titles.get(view.subject_no, "") if view.subject_kind == "option" else ""
        own = view.requested_by == actor.login or actor.may("approval.decide")
        return {
            "no": view.no,
            "version": view.version,
            "what": f"{subject} {view.subject_no or ''} {about}".strip(),
            "money": labels.money(view.amount),
            "asked": f"{labels.person(view.requested_by)} {labels.moment(view.requested_at)}",
            "state": view.state,
            "stands": self._state(view),
            "decided": self._decider(view),
            "waits": view.state == WAITING,
            "mine": mine,
            "takes_back": own,
            "told": self._told(view),
        }

    def _state(self, view: ApprovalView) -> str:
        t = self._desk.t
        words = t("approval", f"state {view.state}")
        if view.state != WAITING:
            return words
        return t("approval", "waits for {role}", role=t.say(role_name(view.needs_role)))

    def _decider(self, view: ApprovalView) -> str:
        if not view.decided_by:
            return "—"
        labels = self._desk.labels
        who, typed = labels.person(view.decided_by), view.recorded_by
        if typed and typed != view.decided_by:
            by = labels.person(typed)
            who = self._desk.t("approval", "{who}, typed by {typed}", who=who, typed=by)
        return f"{who} {labels.moment(view.decided_at)}"

    def _told(self, view: ApprovalView) -> str:
        """Return what was asked and how it was decided, a line each."""
        t, labels = self._desk.t, self._desk.labels
        lines = [(t("approval", "What is asked and why"), view.text)]
        if view.earlier_amount:
            words = t("approval", "Granted before, counted in")
            lines.append((words, labels.money(view.earlier_amount)))
        if view.decided_by:
            way = labels.code("approval_medium", view.medium)
            told = "，".join(part for part in (way, view.reference, view.reason) if part)
            lines.append((t("approval", f"state {view.state}"), told))
        return "\n".join(f"{title}：{words}" for title, words in lines)

    def _tell(self, chosen: Mapping[str, Any] | None) -> None:
        self._ground.setVisible(chosen is not None)
        self._detail.setText("" if chosen is None else str(chosen["told"]))


def _look(row: Mapping[str, Any]) -> Look:
    return _LOOKS[row["state"]]
