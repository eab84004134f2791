"""Stage 2: call back in time, calm first, promise a time and keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.casework.case import queries
from models.casework.case.contacts import needs_composure
from ui.widgets.banner import Banner

from .contacts_card import ContactsCard
from .demands_card import DemandsCard
from .dues_card import DuesCard
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from .desk import CaseDesk


class ResponsePanel(StagePanel):
    """Contacts first; below them the clocks that run while the customer waits, and the demands."""

    stage: ClassVar[str] = "response"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        self._calm = Banner("info", name="case.contact.composure")
        self._dues = DuesCard(desk)
        self.lay_out(self._calm, ContactsCard(desk), self._dues, DemandsCard(desk))

    def load(self) -> None:
        """Read everything anew; with an upset customer the feeling comes first (R12)."""
        super().load()
        self._dues.load()
        upset = needs_composure(queries.contacts(self.desk.head.id))
        words = self.t(
            "pages",
            "The customer is upset: speak slowly, listen to the end, first the feeling, then the "
            "matter. Another place, another person or another time may help.",
        )
        self._calm.say("info", words if upset else "")
