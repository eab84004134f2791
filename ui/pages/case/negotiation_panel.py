"""The panel of the negotiation: demands and answers, options, rounds, approvals, the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.stages.negotiation.queries import hints

from .approvals_card import ApprovalsCard
from .demands_card import DemandsCard
from .negotiation.hints_banner import HintsBanner
from .negotiation.options_card import OptionsCard
from .negotiation.plan_card import PlanCard
from .negotiation.rounds_card import RoundsCard
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from .desk import CaseDesk


class NegotiationPanel(StagePanel):
    """What the clerk has before the eyes while talking about a solution."""

    stage: ClassVar[str] = "negotiation"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the cards out as the talks run."""
        super().__init__(desk)
        self._hints = HintsBanner(desk.t, name="negotiation.hints")
        self._demands = DemandsCard(desk)
        self._options = OptionsCard(desk)
        self._rounds = RoundsCard(desk, lambda: self._options.chosen)
        self._approvals = ApprovalsCard(desk)
        self._plan = PlanCard(desk)
        self.lay_out(
            self._hints,
            self._demands,
            self._options,
            self._rounds,
            self._approvals,
            self._plan,
        )

    def load(self) -> None:
        """Read everything anew."""
        super().load()
        self._options.load()
        self._rounds.load()
        self._plan.load()
        self._hints.show_hints(hints(self.desk.head.id, self.desk.now))

    def jump(self, place: str) -> bool:
        """Go to a place; to answer demands, choose the first one that is still open."""
        if place == "case.demand.answer":
            rows = self._demands.rows
            every = [rows.model.row(number) for number in range(rows.model.rowCount())]
            still_open = [number for number, row in enumerate(every) if row["answer"] == "open"]
            rows.choose(next(iter(still_open), 0))
        return super().jump(place)
