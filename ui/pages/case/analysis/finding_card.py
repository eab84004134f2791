"""The finding: facts stated and checked, what speaks against, whether it stands, the root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.stages.analysis import commands, queries
from models.stages.analysis.fields import EDITABLE_IN, FINDING_FIELDS
from ui.forms.layout import grid
from ui.forms.sections import Section
from ui.pages.case.form_card import FormCard

if TYPE_CHECKING:
    from ui.forms.mnemonics import Mnemonics
    from ui.pages.case.desk import CaseDesk

_LAYOUT = (
    ("stated_facts", "checked_facts"),
    ("speaks_against", "root_cause"),
    ("complaint_stands",),
    ("finding_side",),
    ("stands_reason",),
    ("fact_evidence", "use_not_explained"),
)
_RARE = (
    ("more_visits", "more_visits_note"),
    ("burden_of_proof",),
    ("joint_with", "joint_at"),
    ("joint_result",),
)


def finding_card(desk: CaseDesk, mnemonics: Mnemonics) -> FormCard:
    """Return the form of the finding; rare fields are folded."""
    card = FormCard(
        desk,
        desk.t("pages", "Finding"),
        FINDING_FIELDS,
        _LAYOUT,
        read=queries.finding,
        command=commands.save_finding,
        editable_in=EDITABLE_IN,
        permission="case.analyse",
        save_text=desk.t("pages", "Save the finding"),
        mnemonics=mnemonics,
    )
    title = desk.t("pages", "Visits, burden of proof, joint analysis")
    rare = Section("analysis.rare", title)
    rare.set_content(grid(card.form, _RARE))
    card.add_fields(rare)
    return card
