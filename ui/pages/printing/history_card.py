"""The versions of a paper that were printed: when, by whom, how often, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.casework.documents.queries import VALID, papers_of
from ui.widgets.badge import Tag
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.layout import column, empty_layout, row, rule

if TYPE_CHECKING:
    from models.casework.documents.queries import PaperView

    from .desk import PaperDesk


class HistoryCard(Card):
    """Names: ``print.version.<n>`` shows a version again."""

    version_wanted = Signal(str, int)

    def __init__(self, desk: PaperDesk, kind: str) -> None:
        """Make the list for papers of ``kind``."""
        super().__init__(desk.t("printing", "Printed so far"))
        self._desk, self._kind = desk, kind
        self._lines: QVBoxLayout = column(gap=6)
        self.add(self._lines)

    def load(self, ordinal: int) -> list[PaperView]:
        """Read the printed versions, the newest first, and return them."""
        found = [
            paper
            for paper in papers_of(self._desk.head.id)
            if (paper.kind, paper.ordinal) == (self._kind, ordinal)
        ]
        empty_layout(self._lines)
        for number, paper in enumerate(found):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(paper))
        if not found:
            text = self._desk.t("printing", "Not printed yet.")
            self._lines.addWidget(label(text, "caption", name="print.history.empty"))
        return found

    def _line(self, paper: PaperView) -> QWidget:
        t, labels = self._desk.t, self._desk.labels
        words = t(
            "printing",
            "Version {version}, {copies} copies",
            version=paper.version,
            copies=paper.printed_copies,
        )
        show = button(words, "link", name=f"print.version.{paper.version}", place="flush")
        show.setToolTip(t("printing", "Show this version"))
        show.clicked.connect(lambda: self.version_wanted.emit(paper.doc_no, paper.version))
        who = f"{labels.moment(paper.last_printed_at)}  {labels.person(paper.printed_by)}"
        line = QWidget()
        line.setLayout(column(row(show, None, self._tag(paper)), label(who, "caption"), gap=0))
        return line

    def _tag(self, paper: PaperView) -> Tag:
        t = self._desk.t
        if paper.came_back:
            return Tag(t("printing", "signed copy back"), "ok")
        if paper.state != VALID:
            return Tag(t("printing", "void"), "quiet")
        return Tag(t("printing", "signed copy not back"), "warn")
