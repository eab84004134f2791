"""What is asked on the phone, in the order one asks; saving it records the try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.flow.registration import record_follow_up
from models.stages.followup import queries
from models.stages.followup.fields import ATTEMPT_FIELDS, EDITABLE_IN
from models.stages.followup.rules import not_to_ask
from ui.forms.layout import grid
from ui.pages.case.form_card import FormCard
from ui.widgets.button import button
from ui.widgets.label import label
from ui.widgets.layout import surface

from .demand_answers import DemandAnswers

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

_FIRST = (("satisfaction",), ("words",))
_THEN = (
    ("change_wanted",),
    ("repurchase",),
    ("word_of_mouth", "recommend"),
    ("felt",),
    ("way", "at"),
    ("reached",),
)
_USUAL = {"way": "phone", "reached": True}


class AnswerForm(FormCard):
    """``followup.record`` records an answer, ``followup.no_answer`` that nobody was reached."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the form for the case on ``desk``."""
        self.round_no = 0
        super().__init__(
            desk,
            desk.t("pages", "Record a call"),
            ATTEMPT_FIELDS,
            _FIRST,
            read=lambda _case_id: _USUAL,
            command=record_follow_up,
            editable_in=EDITABLE_IN,
            permission="follow_up.record",
            save_text=desk.t("pages", "Record this call"),
            partial=False,
            verb="followup.record",
        )
        self.answers = DemandAnswers(desk)
        self._asked = label(desk.t("pages", "Satisfied with each demand"), "label")
        self.add_fields(self._asked, self.answers, surface(grid(self.form, _THEN)))
        nobody = button(desk.t("pages", "Nobody answered"), name="followup.no_answer")
        nobody.clicked.connect(self.record_silence)
        self.add_button(nobody)

    def load(self) -> None:
        """Begin anew unless something is typed; ask about every demand."""
        fresh = not self.form.dirty and not self.answers.values()
        super().load()
        if fresh:
            found = demands(self._desk.head.id)
            self.answers.show_demands(found)
            self._asked.setVisible(bool(found))
        self.answers.set_editable(not self.locked())

    def save(self) -> bool:
        """Record the try; the answers to the demands go with it."""
        given = self.answers.values()
        if not super().save():
            return False
        if given:
            self.answers.show_demands(demands(self._desk.head.id))
        return True

    def record_silence(self) -> None:
        """Record that the customer was tried and not reached; what was typed stays."""
        way = self.form.editor("way").value()
        values = {"no": self.round_no, "way": way, "reached": False}
        self._desk.run(record_follow_up, values, self.form.show_problems)

    def locked(self) -> str:
        """Whoever handled the case may not ask, and without a round there is nothing to ask."""
        reason = super().locked()
        if reason:
            return reason
        own = not_to_ask(self._desk.ctx.actor.login, self._desk.head.owner)
        if own is not None:
            return self._desk.t.say(own)
        if queries.due_round(self._desk.head.id) is None:
            return self._desk.t("pages", "Every round is over; there is nobody left to call.")
        return ""

    def more_values(self) -> dict[str, Any]:
        """Name the round, and how satisfied the customer is with each demand."""
        return {"no": self.round_no, "demands": self.answers.values()}

    def choose_round(self, no: int) -> None:
        """Record for this round; one that is over leads to the next that is due."""
        due = queries.due_round(self._desk.head.id)
        open_ = [
            row["no"] for row in queries.rounds_of_now(self._desk.head.id) if row["state"] == "due"
        ]
        self.round_no = no if no in open_ else (due["no"] if due else 0)
        words = self._desk.t("pages", "for round {no}", no=self.round_no)
        self.set_caption(words if self.round_no else "")
