"""Where the agreement stands: version and state, what it lacks, drafts and prints for signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.casework.approval.commands import request
from models.casework.approval.fields import REQUEST_FIELDS
from models.flow.papers import missing_to_print
from models.kernel.money import plain_yuan
from models.stages.agreement import queries
from models.stages.agreement.rules import DRAFT, PRINTED, SIGNED
from ui.forms.missing_list import MissingList
from ui.pages.case.asking import ask_values
from ui.widgets.badge import Tag, TagLook
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

KIND = "settlement_agreement"
APPROVAL = "agreement.approval"
_TEXT = tuple(spec for spec in REQUEST_FIELDS if spec.key == "text")
_HUES = {DRAFT: "plain", PRINTED: "warn", SIGNED: "ok"}


class StandingCard(Card):
    """Names: ``agreement.{state,draft,print,approval,hints}``, ``agreement.missing.<n>``."""

    print_wanted = Signal()
    jump_wanted = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card; :meth:`load` fills it."""
        t = desk.t
        super().__init__(t("agreement", "Settlement agreement"))
        self._desk = desk
        self._row: Mapping[str, Any] = {}
        self._state = Tag("", name="agreement.state")
        self._approval = button(t("agreement", "Ask for approval"), name=APPROVAL)
        self._approval.clicked.connect(self.ask_approval)
        self._print = button(
            t("agreement", "Preview and print"), name="agreement.print", icon="print"
        )
        self._print.clicked.connect(self.print_wanted)
        self.add_to_head(self._approval)
        self.add_to_head(self._print)
        self._missing = MissingList(t, name="agreement.missing")
        self._missing.jump_wanted.connect(self.jump_wanted)
        self._hints = label("", "caption", name="agreement.hints", wrap=True)
        self.add(self._missing, self._hints)
        self._head.insertWidget(1, self._state)

    def load(self) -> None:
        """Read where the agreement stands."""
        desk = self._desk
        self._row = queries.agreement(desk.head.id) or {}
        exists = bool(self._row)
        self._state.setVisible(exists)
        self._print.setVisible(exists and desk.ctx.actor.may("agreement.print"))
        self._approval.hide()
        if exists:
            self._show()

    def ask_approval(self) -> None:
        """Ask for approval of the whole agreement with what it costs."""
        desk = self._desk
        no, total = self._row["no"], queries.total(desk.head.id)
        ask_values(
            desk,
            self,
            desk.t("agreement", "Ask for approval of the agreement"),
            _TEXT,
            (("text",),),
            request,
            named={"subject_kind": "agreement", "subject_no": no, "amount": plain_yuan(total)},
        )

    def _show(self) -> None:
        desk, t, row = self._desk, self._desk.t, self._row
        self._state.set_look(TagLook(t("agreement", f"state {row['state']}"), _HUES[row["state"]]))
        self.set_caption(self._told())
        found = []
        if row["state"] == DRAFT:
            found = missing_to_print(desk.ctx.actor, desk.head.id, KIND)
        items = [(t.say(item.message), item.place) for item in found]
        self._missing.show_missing(items, t("agreement", "printing for signature"))
        asks = any(item.place == APPROVAL for item in found)
        self._approval.setVisible(asks and desk.ctx.actor.may("case.negotiate"))
        hints = queries.hints(desk.head.id, desk.now) if row["state"] == DRAFT else []
        self._hints.setText("\n".join(t.say(hint) for hint in hints))
        self._hints.setVisible(bool(hints))

    def _told(self) -> str:
        t, row = self._desk.t, self._row
        if row["state"] == SIGNED:
            return t(
                "agreement",
                "{doc_no} version {version}, signed on {day}",
                doc_no=row["doc_no"],
                version=row["paper_version"],
                day=row["signed_on"],
            )
        if row["state"] == PRINTED:
            return t(
                "agreement",
                "{doc_no} version {version}, printed on {day}",
                doc_no=row["doc_no"],
                version=row["paper_version"],
                day=row["printed_on"],
            )
        return t("agreement", "Written from the demands granted; check it and print it")
