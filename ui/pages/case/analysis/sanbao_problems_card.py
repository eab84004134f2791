"""The repair orders of the car and its problems, as a person judges them for the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.stages.analysis.fields import EDITABLE_IN
from models.stages.analysis.sanbao import commands, queries
from models.stages.analysis.sanbao.fields import PROBLEM_FIELDS
from ui.forms.rows_model import Column, Look
from ui.pages.case.asking import ask_values
from ui.pages.case.list_card import ListCard, ListPart
from ui.widgets.button import button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.case.desk import CaseDesk

NAME = "analysis.sanbao"
_LAYOUT = (
    ("order_no", "name"),
    ("quality", "safety"),
    ("cannot_drive", "eliminated"),
    ("system", "part"),
    ("part_kind",),
    ("replacement",),
    ("failure",),
    ("exemption",),
    ("excluded_reason",),
    ("excluded_hours", "odometer_km"),
    ("wear_months", "wear_km"),
    ("happened_at",),
)
_ORDER_LAYOUT = (
    ("order_no", "odometer_km"),
    ("confirmed_at", "completed_at"),
    ("symptom",),
    ("finding",),
    ("work",),
    ("parts",),
    ("paid_fen", "warranty"),
)


class SanbaoProblemsCard(ListCard):
    """``analysis.sanbao.{add,edit,remove}``; an order nobody judged is judged by editing it.

    ``facts_changed`` tells of a new order, which belongs to the vehicle and to no one case.
    """

    facts_changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        """Make the list for the case on ``desk``."""
        super().__init__(desk, _part(desk))
        self._order = button(
            desk.t("pages", "Add a repair order"), "small", name=f"{NAME}.add_order"
        )
        self._order.clicked.connect(self._ask_order)
        self.add_to_head(self._order)

    def load(self) -> None:
        """Read orders and problems anew."""
        super().load()
        self._order.setVisible(not self._desk.locked(EDITABLE_IN, commands.PERMISSION))

    def edit_row(self, chosen: Mapping[str, Any]) -> None:
        """Judge an order for the first time, or a problem of this case anew."""
        if not chosen["judged"]:
            self._ask(commands.add_problem, {"order_no": chosen["order_no"]}, {})
        elif not self._elsewhere(chosen):
            super().edit_row(chosen)

    def remove_row(self, chosen: Mapping[str, Any]) -> None:
        """Take back what was judged in this case."""
        if chosen["judged"] and not self._elsewhere(chosen):
            super().remove_row(chosen)

    def _elsewhere(self, chosen: Mapping[str, Any]) -> bool:
        if not chosen["case_no"]:
            return False
        desk = self._desk
        desk.ctx.ask.tell(
            desk.t("pages", "This was judged in case {case_no}; change it there.", **chosen)
        )
        return True

    def _ask_order(self) -> None:
        desk = self._desk
        title = desk.t("pages", "Add a repair order")
        specs, command = commands.ORDER_FIELDS, commands.add_order
        if ask_values(desk, self, title, specs, _ORDER_LAYOUT, command):
            self.facts_changed.emit()


def _part(desk: CaseDesk) -> ListPart:
    t, labels = desk.t, desk.labels
    return ListPart(
        name=NAME,
        heading=t("pages", "Repairs and problems of the car"),
        columns=(
            Column("at", t("pages", "Day"), labels.moment),
            Column("order_no", t("analysis", "Repair order")),
            Column("km", t("pages", "km"), _number, right=True),
            Column("named", t("analysis", "Problem"), stretch=True),
            Column("judgement", t("pages", "Judged"), look=_look),
            Column("where", t("pages", "Part and replacement")),
            Column("case_no", t("pages", "Judged in")),
        ),
        specs=PROBLEM_FIELDS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(desk, row) for row in queries.problems(case_id)],
        empty=t("pages", "No repair order and no problem of this car is recorded yet."),
        editable_in=EDITABLE_IN,
        permission=commands.PERMISSION,
        add_text=t("pages", "Add a problem"),
        add=commands.add_problem,
        change=commands.change_problem,
        remove=commands.remove_problem,
        waits=lambda row: not row["judged"],
    )


def _shown(desk: CaseDesk, row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        "named": " ".join((row.get("name") or row["symptom"]).split()),
        "judgement": _judgement(desk, row),
        "where": _where(desk, row),
    }


def _judgement(desk: CaseDesk, row: dict[str, Any]) -> str:
    t = desk.t
    if not row["judged"]:
        return t("pages", "Not judged yet")
    if row["quality"] != "yes":
        no, open_ = t("pages", "No quality problem"), t("pages", "Quality open")
        return no if row["quality"] == "no" else open_
    if row["safety"] == "yes":
        return t("pages", "Serious safety fault")
    return t("pages", "Quality problem")


def _where(desk: CaseDesk, row: dict[str, Any]) -> str:
    if not row["judged"]:
        return ""
    labels = desk.labels
    words = (
        row["part"] or labels.code("sanbao_system", row["system"]),
        labels.code("sanbao_replacement", row["replacement"]),
    )
    return " · ".join(word for word in words if word)


def _look(row: Mapping[str, Any]) -> Look:
    if not row["judged"]:
        return Look("question_circle", "accent_text")
    return Look("", "text")


def _number(km: int | None) -> str:
    return "—" if km is None else f"{km:,}"
