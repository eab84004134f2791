"""The five questions before the talks and the limits of both sides; folded once answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.stages.negotiation.commands import save_plan
from models.stages.negotiation.fields import EDITABLE_IN, FIVE_QUESTIONS, PLAN_FIELDS
from models.stages.negotiation.queries import plan
from models.stages.negotiation.rules import unanswered
from ui.forms.layout import align_labels
from ui.forms.sections import Section
from ui.pages.case.form_card import FormCard
from ui.widgets.card import Card
from ui.widgets.layout import column

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

_LABELS = 220
_LAYOUT = (
    ("ongoing_trade",),
    ("repurchase_hope",),
    ("word_of_mouth",),
    ("demand_reasonable",),
    ("company_fault", "negotiator"),
    ("our_limit", "customer_limit"),
    ("face_need",),
    ("legal_check",),
)


class PlanCard(Card):
    """Names: ``negotiation.plan.fold`` and those of the form, ``negotiation.<key>``."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the folded form; :meth:`load` fills it."""
        super().__init__(margins=(12, 8, 16, 8))
        self._desk = desk
        self._settled = False
        self.form = FormCard(
            desk,
            "",
            PLAN_FIELDS,
            _LAYOUT,
            read=plan,
            command=save_plan,
            editable_in=EDITABLE_IN,
            permission="case.negotiate",
            save_text=desk.t("negotiation", "Save the plan"),
        )
        align_labels([self.form.form.row(line[0]) for line in _LAYOUT], _LABELS)
        self.form.setProperty("surface", "clear")
        self.form.layout().setContentsMargins(4, 0, 0, 4)
        self._section = Section("negotiation.plan", self._title(0))
        self._section.set_content(column(self.form))
        self.add(self._section)

    def load(self) -> None:
        """Say how many questions are answered; open while some are not."""
        left = len(unanswered(plan(self._desk.head.id)))
        self._section.head.setText(self._title(len(FIVE_QUESTIONS) - left))
        if not self._settled:
            self._settled = True
            self._section.set_open(left > 0)

    def _title(self, answered: int) -> str:
        return self._desk.t(
            "negotiation",
            "Five questions and limits ({answered} of {count} answered)",
            answered=answered,
            count=len(FIVE_QUESTIONS),
        )
