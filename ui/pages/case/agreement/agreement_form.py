"""The form of the agreement: both parties, place and day, the facts, clauses folded below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.agreement import queries
from models.stages.agreement.commands import save
from models.stages.agreement.fields import AGREEMENT_FIELDS, EDITABLE_IN
from ui.forms.layout import grid
from ui.forms.sections import Section
from ui.pages.case.form_card import FormCard

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

_LAYOUT = (
    ("customer_name", "customer_kind"),
    ("id_kind", "id_no"),
    ("phone", "relation"),
    ("address",),
    ("our_representative", "our_title"),
    ("place", "sign_date"),
    ("facts_confirmed",),
    ("facts_unconfirmed",),
)
_CLAUSES = (
    ("agent", "authority_paper"),
    ("payment_way", "payment_account"),
    ("customer_duties",),
    ("extra_clause",),
    ("attachments",),
    ("copies", "confidential"),
)


class AgreementForm(FormCard):
    """Names: ``agreement.<key>``, ``agreement.save``, ``agreement.clauses.fold``.

    The only place where the customer's document is asked for.
    """

    def __init__(self, desk: CaseDesk) -> None:
        """Lay the form out in the order of the paper."""
        t = desk.t
        super().__init__(
            desk,
            t("agreement", "Parties and facts"),
            AGREEMENT_FIELDS,
            _LAYOUT,
            read=_read,
            command=save,
            editable_in=EDITABLE_IN,
            permission="agreement.draft",
            save_text=t("agreement", "Save the agreement"),
        )
        clauses = Section("agreement.clauses", t("agreement", "Payment, clauses and attachments"))
        clauses.set_content(grid(self.form, _CLAUSES))
        self.add_fields(clauses)


def _read(case_id: int) -> dict[str, Any]:
    return queries.agreement(case_id) or {}
