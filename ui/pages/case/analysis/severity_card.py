"""The initial assessment on five scales (ISO 10002 clause 7.5) with the level they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.stages.analysis import commands, queries
from models.stages.analysis.fields import EDITABLE_IN, SEVERITY_FIELDS
from ui.pages.case.form_card import FormCard

if TYPE_CHECKING:
    from ui.forms.mnemonics import Mnemonics
    from ui.pages.case.desk import CaseDesk

NAME = "analysis.severity"
_LAYOUT = (
    ("severity", "safety"),
    ("complexity", "impact"),
    ("urgency", "action_possible"),
    ("action",),
)


class SeverityCard(FormCard):
    """``analysis.severity.save`` keeps all five scales at once."""

    def __init__(self, desk: CaseDesk, mnemonics: Mnemonics) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(
            desk,
            desk.t("pages", "Initial assessment"),
            SEVERITY_FIELDS,
            _LAYOUT,
            read=queries.severity,
            command=commands.save_severity,
            editable_in=EDITABLE_IN,
            permission="case.analyse",
            save_text=desk.t("pages", "Save the assessment"),
            caption=desk.t("pages", "1 slight … 5 very grave"),
            name=NAME,
            partial=False,
            mnemonics=mnemonics,
        )

    def load(self) -> None:
        """Read the scales anew; say their sum and the level they propose."""
        super().load()
        stored, t = queries.severity(self._desk.head.id), self._desk.t
        if not stored:
            return
        level = self._desk.labels.code("level", stored["proposed_level"])
        words = "{score} of 25, proposed level: {level}"
        self.set_caption(t("pages", words, score=stored["score"], level=level))
