"""Stage 6: who does what by when, what was handed over, and whether the customer accepts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.stages.implementation import queries

from .implementation.acceptance_card import AcceptanceCard
from .implementation.deliveries_card import deliveries_card
from .implementation.progress_card import ProgressCard
from .implementation.repairs_card import repairs_card
from .missing_card import MissingCard
from .stage_panel import StagePanel
from .tasks_card import TasksCard

if TYPE_CHECKING:
    from .desk import CaseDesk


class ImplementationPanel(StagePanel):
    """What is missing first, then tasks, deliveries, contacts, acceptance and repairs."""

    stage: ClassVar[str] = "implementation"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        before = desk.t("flow", "Everything carried out")
        self._missing = MissingCard(desk.t, "implementation.missing", before)
        self._missing.place_wanted.connect(self.place_wanted)
        self._progress = ProgressCard(desk)
        self.lay_out(
            self._missing,
            TasksCard(desk, "implementation.task", queries.orders),
            deliveries_card(desk),
            self._progress,
            AcceptanceCard(desk),
            repairs_card(desk),
        )

    def load(self) -> None:
        """Read everything anew."""
        super().load()
        self._progress.load()
        due = self.desk.head.stage == self.stage
        self._missing.show_missing(queries.missing_to_verify(self.desk.head.id) if due else ())
