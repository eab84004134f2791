"""The panel of the agreement: where it stands, parties and facts, terms, signatures, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.stages.agreement import queries
from ui.pages.printing import open_paper, open_print
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

from .agreement.agreement_form import AgreementForm
from .agreement.sign_card import SignCard
from .agreement.standing_card import KIND, StandingCard
from .agreement.terms_card import NAME as TERMS
from .agreement.terms_card import TermsCard
from .agreement.versions_card import VersionsCard
from .approvals_card import ApprovalsCard
from .papers_card import PapersCard
from .stage_panel import StagePanel

if TYPE_CHECKING:
    from .desk import CaseDesk


class AgreementPanel(StagePanel):
    """The agreement in the order of its paper, then what came of it."""

    stage: ClassVar[str] = "agreement"

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the cards out; without an agreement it says what comes first."""
        super().__init__(desk)
        self._none = Card().add(_nothing_agreed(desk))
        self._standing = StandingCard(desk)
        self._terms = TermsCard(desk)
        self._sign = SignCard(desk)
        self._versions = VersionsCard(desk)
        self._approvals = ApprovalsCard(desk, ("agreement",))
        self._papers = PapersCard(desk)
        self._written = (self._standing, AgreementForm(desk), self._terms, self._sign)
        self.lay_out(self._none, *self._written, self._approvals, self._versions, self._papers)
        self._standing.print_wanted.connect(self.print)
        self._standing.jump_wanted.connect(self.jump)
        self._papers.open_wanted.connect(self._show_paper)

    def load(self) -> None:
        """Read everything anew."""
        super().load()
        self._standing.load()
        exists = queries.agreement(self.desk.head.id) is not None
        self._none.setVisible(not exists)
        for card in self._written:
            card.setVisible(exists)
        self._approvals.setVisible(self._approvals.rows.model.rowCount() > 0)

    def jump(self, place: str) -> bool:
        """Go to a place; for a field of the terms, choose the first term that lacks it."""
        if place.startswith(f"{TERMS}.") and place != f"{TERMS}.add":
            self._terms.choose_lacking(place.rpartition(".")[2])
            place = f"{TERMS}.table"
        return super().jump(place)

    def print(self) -> None:
        """Show the agreement as it will be printed; what was typed is saved before."""
        if all(card.save() for card in self.dirty_forms()):
            open_print(self.desk, KIND, self)

    def _show_paper(self, kind: str, ordinal: int, doc_no: str, version: int) -> None:
        open_paper(self.desk, kind, self, ordinal, doc_no, version)


def _nothing_agreed(desk: CaseDesk) -> EmptyState:
    t = desk.t
    return EmptyState(
        "document",
        t("agreement", "Nothing is agreed yet"),
        t(
            "agreement",
            "Once the customer agrees, the agreement is written from the demands granted.",
        ),
        name="agreement.empty",
    )
