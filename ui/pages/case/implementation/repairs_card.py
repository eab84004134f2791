"""The repair orders worked for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.implementation import commands, queries
from models.stages.implementation.fields import EDITABLE_IN, REPAIR_FIELDS
from ui.forms.rows_model import Column
from ui.pages.case.list_card import ListCard, ListPart

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

_LAYOUT = (("order_no", "technician"), ("job",), ("parts",), ("finished_at",))


def repairs_card(desk: CaseDesk) -> ListCard:
    """Return the list of repair orders: job, parts, who and when (I09)."""
    t = desk.t
    part = ListPart(
        name="implementation.repair",
        heading=t("pages", "Repairs"),
        columns=(
            Column("no", ""),
            Column("order_no", t("implementation", "Repair order")),
            Column("job", t("implementation", "Job"), _one_line, stretch=True),
            Column("parts", t("implementation", "Parts with numbers")),
            Column("who", t("implementation", "Technician")),
            Column("ready", t("implementation", "Finished")),
        ),
        specs=REPAIR_FIELDS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(desk, row) for row in queries.repairs(case_id)],
        empty=t("pages", "No repair order. Record it when the car was in the workshop."),
        editable_in=EDITABLE_IN,
        permission="implementation.work",
        add_text=t("pages", "Record a repair order"),
        add=commands.add_repair,
        change=commands.change_repair,
        remove=commands.remove_repair,
    )
    return ListCard(desk, part)


def _shown(desk: CaseDesk, row: dict[str, Any]) -> dict[str, Any]:
    labels = desk.labels
    who = labels.person(row["technician"]) if row["technician"] else "—"
    return row | {"who": who, "ready": labels.moment(row["finished_at"])}


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
