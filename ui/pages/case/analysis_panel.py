"""Stage 3: how grave it is, what happened, why, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.stages.analysis import queries
from ui.forms.mnemonics import Mnemonics

from .analysis.causes_card import causes_card
from .analysis.finding_card import finding_card
from .analysis.handling_card import HandlingCard
from .analysis.sanbao_card import SanbaoCard
from .analysis.sanbao_problems_card import SanbaoProblemsCard
from .analysis.severity_card import SeverityCard
from .analysis.shares_card import SharesCard
from .evidence_card import EvidenceCard
from .negotiation.hints_banner import HintsBanner
from .stage_panel import StagePanel
from .tasks_card import TasksCard

if TYPE_CHECKING:
    from .desk import CaseDesk


class AnalysisPanel(StagePanel):
    """In the order of the work: assess, say who handles it, give tasks, gather, conclude."""

    stage: ClassVar[str] = "analysis"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        letters = Mnemonics()
        self._hints = HintsBanner(desk.t, name="analysis.hints")
        self._handling = HandlingCard(desk)
        problems, sanbao = SanbaoProblemsCard(desk), SanbaoCard(desk)
        for card in (problems, sanbao):
            card.facts_changed.connect(self.load)
        self.lay_out(
            self._hints,
            SeverityCard(desk, letters),
            self._handling,
            TasksCard(desk, "case.task", queries.orders),
            EvidenceCard(desk),
            problems,
            sanbao,
            causes_card(desk),
            SharesCard(desk),
            finding_card(desk, letters),
        )

    def load(self) -> None:
        """Read everything anew, with what to think over."""
        super().load()
        self._handling.load()
        self._hints.show_hints(queries.hints(self.desk.head.id))
