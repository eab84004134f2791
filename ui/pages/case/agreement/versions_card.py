"""Every version of the agreement with its sum and days; the terms of the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.agreement import queries
from models.stages.agreement.fields import EDITABLE_IN
from models.stages.agreement.rules import DRAFT, PRINTED, SIGNED, VOID, total
from ui.forms.rows_model import Column, Look
from ui.pages.case.list_card import ListCard, ListPart
from ui.widgets.label import label
from ui.widgets.layout import column, surface

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

_LOOKS = {
    DRAFT: Look("edit", "text2"),
    PRINTED: Look("print", "warn"),
    SIGNED: Look("checkmark_circle", "ok"),
    VOID: Look("dismiss_circle", "text3"),
}


class VersionsCard(ListCard):
    """Names: ``agreement.version.{table,detail}``; versions are only read."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the list for the case on ``desk``."""
        super().__init__(desk, _part(desk))
        self._detail = label("", name="agreement.version.detail", wrap=True, selectable=True)
        self._ground = surface(column(self._detail, margins=(12, 8, 12, 8)), "sunken")
        self.add(self._ground)
        self.rows.chosen.connect(self._tell)

    def load(self) -> None:
        """Read the versions anew; a single one needs no list."""
        super().load()
        self.setVisible(self.rows.model.rowCount() > 1)
        self._tell(self.rows.chosen_row())

    def _tell(self, chosen: Mapping[str, Any] | None) -> None:
        terms = list(chosen["terms"]) if chosen else []
        self._ground.setVisible(bool(terms))
        lines = [f"{term['no']}. {term['text']}  {self._when_and_what(term)}" for term in terms]
        self._detail.setText("\n".join(line.rstrip() for line in lines))

    def _when_and_what(self, term: Mapping[str, Any]) -> str:
        amount = "" if term["amount"] is None else self._desk.labels.money(term["amount"])
        return "  ".join(part for part in (amount, term["due_on"]) if part)


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name="agreement.version",
        heading=t("agreement", "Versions"),
        columns=(
            Column("no", t("agreement", "Draft no.")),
            Column("stands", t("agreement", "State"), look=lambda row: _LOOKS[row["state"]]),
            Column("paper", t("agreement", "Printed as")),
            Column("printed_on", t("agreement", "Printed on"), lambda day: day or "—"),
            Column("signed_on", t("agreement", "Signed on"), lambda day: day or "—"),
            Column("count", t("agreement", "Terms"), right=True),
            Column("sum", t("agreement", "Sum"), right=True),
            Column("rest", "", stretch=True),
        ),
        specs=(),
        layout=(),
        read=lambda case_id: [_shown(desk, row) for row in reversed(queries.versions(case_id))],
        empty=t("agreement", "There is no version yet."),
        editable_in=EDITABLE_IN,
        permission="",
    )


def _shown(desk: CaseDesk, row: dict[str, Any]) -> dict[str, Any]:
    t, paper = desk.t, "—"
    if row["doc_no"]:
        version = row["paper_version"]
        paper = t("agreement", "{doc_no} v{version}", doc_no=row["doc_no"], version=version)
    return row | {
        "stands": t("agreement", f"state {row['state']}"),
        "paper": paper,
        "count": len(row["terms"]),
        "sum": desk.labels.money(total(row["terms"])),
        "rest": "",
    }
