"""How satisfied the customer is with each demand: a line a demand, three values side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.label import ElidedLabel
from ui.widgets.layout import column, empty_layout, row
from ui.widgets.segment import Option, SegmentField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ui.pages.case.desk import CaseDesk

_VALUES = 300


class DemandAnswers(QWidget):
    """The fields are named ``followup.demand.<number>.satisfied``."""

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        """Make it without demands."""
        super().__init__()
        self.setObjectName("followup.demand")
        self._desk = desk
        self._fields: dict[int, SegmentField] = {}
        self._lines = column(gap=6)
        self.setLayout(self._lines)

    def show_demands(self, demands: Sequence[Mapping[str, Any]]) -> None:
        """Ask about these demands, nothing answered yet."""
        empty_layout(self._lines)
        self._fields = {}
        for demand in demands:
            self._add(demand)

    def values(self) -> list[dict[str, Any]]:
        """Return the answers that were given, as rows for the command."""
        found = ((no, field.value()) for no, field in self._fields.items())
        return [{"demand": no, "satisfied": value} for no, value in found if value]

    def set_editable(self, editable: bool) -> None:
        """Stop or allow answering."""
        for field in self._fields.values():
            field.set_editable(editable)

    def _add(self, demand: Mapping[str, Any]) -> None:
        no, options = demand["no"], self._desk.labels.choices("satisfaction")
        name = f"followup.demand.{no}.satisfied"
        field = SegmentField([Option(*option) for option in options], name=name, digits=False)
        field.setAccessibleName(demand["text"])
        field.setFixedWidth(_VALUES)
        field.changed.connect(self.changed)
        text = ElidedLabel(f"{no}. {' '.join(demand['text'].split())}")
        self._lines.addLayout(row((text, 1), field, gap=12))
        self._fields[no] = field
