"""Who answers for how much, and who pays; the sum of the shares stands in the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.stages.analysis import lists, queries
from models.stages.analysis.fields import EDITABLE_IN, RESPONSIBILITY_FIELDS
from models.stages.analysis.rules import WHOLE
from ui.forms.rows_model import Column
from ui.pages.case.list_card import ListCard, ListPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

NAME = "analysis.responsibility"


class SharesCard(ListCard):
    """The list of shares."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the card for the case on ``desk``."""
        super().__init__(desk, _part(desk))

    def load(self) -> None:
        """Read the shares anew and add them up."""
        super().load()
        found, t = queries.responsibility(self._desk.head.id), self._desk.t
        total = sum(row["share_percent"] for row in found)
        left = "{total} % shared out, {left} % left"
        words = t("pages", "{total} % shared out", total=total)
        if found and total < WHOLE:
            words = t("pages", left, total=total, left=WHOLE - total)
        self.set_caption(words if found else "")


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name=NAME,
        heading=t("pages", "Responsibility"),
        columns=_columns(desk),
        specs=RESPONSIBILITY_FIELDS,
        layout=(
            ("side",),
            ("share_percent", "pays"),
            ("department", "person"),
            ("reason",),
        ),
        read=lambda case_id: [_shown(desk, row) for row in queries.responsibility(case_id)],
        empty=t("pages", "No share yet. An apology says nothing about who is liable."),
        editable_in=EDITABLE_IN,
        permission="case.analyse",
        add_text=t("pages", "Add a share"),
        add=lists.add_responsibility,
        change=lists.change_responsibility,
        remove=lists.remove_responsibility,
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t, labels = desk.t, desk.labels
    return (
        Column("side", t("analysis", "Side"), lambda code: labels.code("responsible_side", code)),
        Column("who", t("pages", "Department or person")),
        Column("share_percent", t("pages", "Share"), lambda share: f"{share}%", right=True),
        Column("paid", t("analysis", "Pays")),
        Column("reason", t("analysis", "Why"), _one_line, stretch=True),
    )


def _shown(desk: CaseDesk, share: Mapping[str, Any]) -> dict[str, Any]:
    department = desk.labels.code("department", share["department"])
    who = " ".join(filter(None, (department, share["person"]))) or "—"
    return dict(share) | {"who": who, "paid": desk.t("pages", "Pays") if share["pays"] else "—"}


def _one_line(text: str) -> str:
    return " ".join(text.split())
