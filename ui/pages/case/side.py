"""Beside a case: what to ask and avoid at this stage, earlier cases, everything that happened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

import resources
from models.casework.case import listing, queries
from ui.widgets.button import button
from ui.widgets.guide import guide_section
from ui.widgets.label import label
from ui.widgets.layout import column, surface
from ui.widgets.side_panel import SidePanel, case_tabs
from ui.widgets.timeline import Timeline

from .history_words import HistoryWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .desk import CaseDesk

GUIDE_FILE = "seed/guide.json"
_TITLES = {"ask": "Ask first", "say": "You can say", "avoid": "Avoid"}


class CaseSide(SidePanel):
    """The side panel; ``case_wanted`` carries the number of another case."""

    case_wanted = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        """Make the panel for the case on ``desk``."""
        super().__init__(case_tabs(desk.t))
        self._desk = desk
        self._guide = json.loads(resources.path(GUIDE_FILE).read_text(encoding="utf-8"))
        self._words = HistoryWords(desk)
        self._timeline = Timeline(name="case.side.timeline", title=desk.t("widgets", "History"))
        self.set_content("history", self._timeline)

    def load(self, stage: str) -> None:
        """Show the guide of a stage, the earlier cases and the history."""
        self.show_stage(stage)
        self._load_similar()
        self._load_history()

    def show_stage(self, stage: str) -> None:
        """Show what to ask, say and avoid at a stage."""
        t = self._desk.t
        parts = self._guide.get(stage, {})
        sections: list[QWidget] = []
        for kind, title in _TITLES.items():
            lines = [t("guide", line) for line in parts.get(kind, ())]
            if lines and kind == "say":
                sections.append(guide_section(kind, t("pages", title), (), quotes=lines))
            elif lines:
                sections.append(guide_section(kind, t("pages", title), lines))
        self.set_content("guide", surface(column(*sections, None, gap=12)))

    def _load_similar(self) -> None:
        head, t = self._desk.head, self._desk.t
        found = [
            case
            for case in listing.earlier_cases(
                self._desk.ctx.actor,
                customer_id=head.customer_id,
                vehicle_id=head.vehicle_id,
                phone=head.phone,
                vin=head.vin,
            )
            if case.id != head.id
        ]
        self.set_count("similar", len(found))
        rows: list[QWidget] = []
        for case in found:
            link = button(case.case_no, "link", place="flush", name=f"case.other.{case.case_no}")
            link.clicked.connect(lambda _on=False, no=case.case_no: self.case_wanted.emit(no))
            state = t("case", f"state {case.state}")
            day = self._desk.labels.moment(case.received_at)
            about = label(case.subject, wrap=True)
            rows += [link, about, label(f"{day}  {state}", "caption")]
        if not rows:
            empty = t("pages", "No earlier case of this customer or vehicle.")
            rows.append(label(empty, "caption", wrap=True))
        self.set_content("similar", surface(column(*rows, None, gap=2)))

    def _load_history(self) -> None:
        shown = self._words.entries(queries.history(self._desk.head.id))
        self.set_count("history", len(shown))
        self._timeline.set_entries(shown)
