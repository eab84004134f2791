"""Stage 8: what the case came to, what it teaches, what is put right, what closing lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.flow.queries import next_steps
from models.stages.review import commands, queries
from models.stages.review.fields import EDITABLE_IN, REVIEW_FIELDS

from .form_card import FormCard
from .missing_card import MissingCard
from .review.figures_card import FiguresCard
from .review.rectifications_card import rectifications_card
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from .desk import CaseDesk

_ENDING = ("close", "archive")
_LAYOUT = (
    ("lesson",),
    ("mistakes", "missed_chances"),
    ("comment",),
    ("finding_kind",),
    ("systemic", "lost_sales", "won_sales"),
)


class ReviewPanel(StagePanel):
    """What is missing for closing first, then figures, lesson and rectification."""

    stage: ClassVar[str] = "review"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the stage out for the case on ``desk``."""
        super().__init__(desk)
        self._missing = MissingCard(desk.t, "review.missing", desk.t("flow", "Close the case"))
        self._missing.place_wanted.connect(self.place_wanted)
        self._figures = FiguresCard(desk)
        review = FormCard(
            desk,
            desk.t("pages", "Review of the case"),
            REVIEW_FIELDS,
            _LAYOUT,
            read=queries.review,
            command=commands.save,
            editable_in=EDITABLE_IN,
            permission="review.write",
            save_text=desk.t("pages", "Save the review"),
        )
        self.lay_out(self._missing, self._figures, review, rectifications_card(desk))

    def load(self) -> None:
        """Read everything anew."""
        super().load()
        self._figures.load()
        steps = next_steps(self.desk.ctx.actor, self.desk.head.id)
        ending = next((step for step in steps if step.step in _ENDING), None)
        self._missing.show_missing(ending.missing if ending else ())
