"""Stage 7: ask the customer afterwards, by somebody who did not handle the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.flow.commands import STEP_COMMANDS
from models.flow.queries import next_steps
from models.stages.followup import queries
from models.stages.followup.rules import not_to_ask
from ui.widgets.banner import Banner

from .asking import ask_values
from .follow_up.answer_form import AnswerForm
from .follow_up.rounds_card import AttemptsCard, RoundsCard
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from models.flow.step import StepView

    from .desk import CaseDesk

_REOPEN = "reopen"
_RECORD, _FIRST_FIELD = "followup.record", "followup.satisfaction"


class FollowUpPanel(StagePanel):
    """Says at once who may not call; an unhappy customer leads to reopening."""

    stage: ClassVar[str] = "follow_up"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        self._handler = Banner("warn", name="followup.handler")
        self._unhappy = Banner("danger", name="followup.unhappy")
        self._unhappy.link_clicked.connect(self.reopen)
        self._rounds = RoundsCard(desk)
        self._form = AnswerForm(desk)
        self._attempts = AttemptsCard(desk)
        self._rounds.chosen.connect(self._form.choose_round)
        self.lay_out(self._handler, self._unhappy, self._rounds, self._form, self._attempts)

    def load(self) -> None:
        """Read everything anew."""
        self._rounds.load()
        self._attempts.load()
        super().load()
        self._warn()

    def jump(self, place: str) -> bool:
        """Recording a call begins with its first field."""
        return super().jump(_FIRST_FIELD if place == _RECORD else place)

    def reopen(self) -> None:
        """Ask where the case goes back to and why, then reopen it."""
        step = self._reopening()
        if step is not None:
            layout = [[spec.key] for spec in step.fields]
            title = self.t("flow", step.label)
            ask_values(self.desk, self, title, step.fields, layout, STEP_COMMANDS[_REOPEN])

    def _warn(self) -> None:
        """Say the one thing that matters most: an unhappy customer, or who may not call."""
        head, t = self.desk.head, self.t
        poor = queries.unsatisfied(head.id)
        own = not_to_ask(self.desk.ctx.actor.login, head.owner)
        waiting = own is not None and not poor and queries.due_round(head.id) is not None
        self._handler.say("warn", t.say(own) if own is not None and waiting else "")
        said = t("pages", "The customer is not satisfied: go back to work on it.") if poor else ""
        step = self._reopening() if poor else None
        self._unhappy.say("danger", said, link=t("flow", step.label) if step is not None else "")

    def _reopening(self) -> StepView | None:
        steps = next_steps(self.desk.ctx.actor, self.desk.head.id)
        return next((step for step in steps if step.step == _REOPEN and step.allowed), None)
