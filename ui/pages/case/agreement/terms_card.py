"""What we do: the terms of the agreement with who, until when and how much, and their sum."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.kernel.fields import Kind
from models.kernel.money import capital
from models.stages.agreement import queries
from models.stages.agreement.fields import EDITABLE_IN, TERM_FIELDS
from models.stages.agreement.terms import add_term, change_term, remove_term
from ui.forms.rows_model import Column, column_of
from ui.pages.case.asking import CaseChoices
from ui.pages.case.list_card import ListCard, ListPart
from ui.widgets.label import label
from ui.widgets.layout import row

if TYPE_CHECKING:
    from ui.pages.case.desk import CaseDesk

NAME = "agreement.term"
_SPECS = tuple(
    replace(spec, kind=Kind.CHOICE, codes="demand", minimum=None)
    if spec.key == "demand_no"
    else spec
    for spec in TERM_FIELDS
)
_SPEC = {spec.key: spec for spec in _SPECS}
_LAYOUT = (
    ("kind", "demand_no"),
    ("text",),
    ("amount", "due_on"),
    ("bearer",),
    ("department", "responsible"),
    ("proof",),
    ("payee", "advanced_by"),
)


class TermsCard(ListCard):
    """Names: ``agreement.term.{table,add,edit,remove}``, ``agreement.total``."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the list for the case on ``desk``."""
        super().__init__(desk, _part(desk))
        self._sum = label("", "strong", name="agreement.total", selectable=True)
        self._capitals = label("", "label", name="agreement.total.capitals", selectable=True)
        self.add(row(label(desk.t("agreement", "Sum"), "label"), self._sum, self._capitals, None))

    def load(self) -> None:
        """Read the terms and their sum anew."""
        super().load()
        total = queries.total(self._desk.head.id)
        self._sum.setText(self._desk.labels.money(total))
        self._capitals.setText(capital(total))

    def choose_lacking(self, key: str) -> None:
        """Choose the first term that has nothing in a field."""
        every = [self.rows.model.row(n) for n in range(self.rows.model.rowCount())]
        lacking = [n for n, term in enumerate(every) if term[key] in (None, "")]
        if lacking:
            self.rows.choose(lacking[0])


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name=NAME,
        heading=t("agreement", "What we do"),
        columns=_columns(desk),
        specs=_SPECS,
        layout=_LAYOUT,
        read=lambda case_id: [_shown(term) for term in queries.terms(case_id)],
        empty=t("agreement", "No term yet. Write down each thing we do, who does it and by when."),
        editable_in=EDITABLE_IN,
        permission="agreement.draft",
        add_text=t("agreement", "Add a term"),
        add=add_term,
        change=change_term,
        remove=remove_term,
        choices=lambda: CaseChoices(desk, demand=_stated(desk)),
    )


def _columns(desk: CaseDesk) -> tuple[Column, ...]:
    t, labels = desk.t, desk.labels
    return (
        Column("no", ""),
        column_of(_SPEC["kind"], t, labels),
        Column("text", t("agreement", "What we do"), _one_line, stretch=True),
        Column("amount", t("agreement", "Amount"), labels.money, right=True),
        column_of(_SPEC["department"], t, labels),
        column_of(_SPEC["responsible"], t, labels),
        Column("due_on", t("agreement", "Done by"), lambda day: day or "—"),
    )


def _shown(term: dict[str, Any]) -> dict[str, Any]:
    return term | {"demand_no": str(term["demand_no"] or "")}


def _stated(desk: CaseDesk) -> list[tuple[str, str]]:
    return [(str(d["no"]), str(d["no"])) for d in demands(desk.head.id)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
