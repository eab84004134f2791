"""Which panel shows which stage of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .agreement_panel import AgreementPanel
from .analysis_panel import AnalysisPanel
from .follow_up_panel import FollowUpPanel
from .implementation_panel import ImplementationPanel
from .negotiation_panel import NegotiationPanel
from .registration_panel import RegistrationPanel
from .response_panel import ResponsePanel
from .review_panel import ReviewPanel

if TYPE_CHECKING:
    from .stage_panel import StagePanel

PANELS: dict[str, type[StagePanel]] = {
    panel.stage: panel
    for panel in (
        RegistrationPanel,
        ResponsePanel,
        AnalysisPanel,
        NegotiationPanel,
        AgreementPanel,
        ImplementationPanel,
        FollowUpPanel,
        ReviewPanel,
    )
}
