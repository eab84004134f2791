"""The customer's inspection: recorded each time, the last one decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.implementation import commands, queries
from models.stages.implementation.fields import ACCEPTANCE_FIELDS, EDITABLE_IN
from ui.forms.rows_model import Column, Look
from ui.forms.rows_table import RowsTable
from ui.pages.case.form_card import FormCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

_LAYOUT = (
    ("acceptance",),
    ("inspected_by", "shown_by", "inspected_at"),
    ("remarks",),
)
_LOOKS = {
    "accepted": Look("checkmark_circle", "ok"),
    "with_remarks": Look("edit", "warn"),
    "refused": Look("dismiss_circle", "danger"),
}


class AcceptanceCard(FormCard):
    """A form for the next inspection, the earlier ones below it."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(
            desk,
            desk.t("pages", "Acceptance by the customer"),
            ACCEPTANCE_FIELDS,
            _LAYOUT,
            read=lambda _case_id: {"inspected_by": desk.head.customer_name},
            command=commands.accept,
            editable_in=EDITABLE_IN,
            permission="implementation.work",
            save_text=desk.t("pages", "Record the inspection"),
            partial=False,
            verb="implementation.accept",
        )
        self._earlier = RowsTable("implementation.inspection", _columns(desk), desk.t, empty="")
        self._earlier.set_editable(False)
        self.add(self._earlier)

    def load(self) -> None:
        """Show the form empty and the inspections there were, the last one first."""
        super().load()
        rows = queries.acceptances(self._desk.head.id)
        self._earlier.set_rows([self._shown(row) for row in reversed(rows)])
        self._earlier.setVisible(bool(rows))

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        labels = self._desk.labels
        return row | {
            "at": labels.moment(row["inspected_at"]),
            "found": labels.code("acceptance", row["acceptance"]),
            "host": labels.person(row["shown_by"]),
        }


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t = desk.t
    return (
        Column("no", ""),
        Column("at", t("implementation", "Inspected")),
        Column("inspected_by", t("implementation", "Customer who inspected")),
        Column("found", t("implementation", "Result"), look=_look),
        Column("remarks", t("implementation", "Remarks"), stretch=True),
        Column("host", t("implementation", "Shown by")),
    )


def _look(row: Mapping[str, Any]) -> Look:
    return _LOOKS.get(str(row["acceptance"]), Look("", "text2"))
