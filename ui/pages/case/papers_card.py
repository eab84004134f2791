"""The papers of a case: every printed version, who printed it when, and the signed copy back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from models.casework.case.editing import EVERY_STATE
from models.casework.documents.fields import SCAN_FIELDS
from models.casework.documents.queries import VALID, papers_of
from models.casework.documents.scans import attach_scan
from models.flow.papers import PAPERS
from ui.forms.rows_model import Column, Look

from .list_card import ListCard, ListPart, Verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from models.casework.documents.queries import PaperView

    from .desk import CaseDesk

NAME = "documents.paper"
OPEN, SCAN = f"{NAME}.open", f"{NAME}.attach_scan"


class PapersCard(ListCard):
    """Names: ``documents.paper.{table,open,attach_scan}``; a scan can be dropped on it."""

    open_wanted = Signal(str, int, str, int)
    """Kind, ordinal, number and version of the paper that is to be shown."""

    def __init__(self, desk: CaseDesk) -> None:
        """Make the list for the case on ``desk``."""
        super().__init__(desk, _part(desk))
        self.setAcceptDrops(True)
        self.rows.table.doubleClicked.connect(self._open)

    def take(self, verb: Verb) -> None:
        """Show the chosen paper, or ask for its signed scan."""
        if verb.name == OPEN:
            self._open()
            return
        t = self._desk.t
        kinds = t("documents", "PDF and pictures") + " (*.pdf *.jpg *.jpeg *.png *.webp *.heic)"
        found = self._desk.ctx.ask.files(verb.text, kinds)
        if found:
            self.take_scan(found[0])

    def take_scan(self, path: str) -> None:
        """Keep a file as the signed scan of the chosen paper, of the newest without a choice."""
        rows = self.rows
        chosen = rows.chosen_row() or (rows.model.row(0) if rows.model.rowCount() else None)
        if chosen is not None:
            values = {"doc_no": chosen["doc_no"], "paper_version": chosen["version"], "file": path}
            self._desk.run(attach_scan, values)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and self.rows.model.rowCount():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_scan(paths[0])

    def _open(self) -> None:
        chosen = self.rows.chosen_row()
        if chosen is not None:
            self.open_wanted.emit(
                chosen["kind"], chosen["ordinal"], chosen["doc_no"], chosen["version"]
            )


def _part(desk: CaseDesk) -> ListPart:
    t = desk.t
    return ListPart(
        name=NAME,
        heading=t("documents", "Papers of this case"),
        columns=(
            Column("what", t("documents", "Paper name"), stretch=True),
            Column("doc_no", t("documents", "Number")),
            Column("edition", t("documents", "Version")),
            Column("printed", t("documents", "Printed")),
            Column("times", t("documents", "Copies"), right=True),
            Column("back", t("documents", "Signed copy"), look=_look),
        ),
        specs=SCAN_FIELDS,
        layout=(),
        read=lambda case_id: [_shown(desk, paper) for paper in papers_of(case_id)],
        empty=t("documents", "Nothing was printed yet."),
        editable_in=EVERY_STATE,
        permission="",
        verbs=(
            Verb(OPEN, t("documents", "Show"), attach_scan, permission="complaint.view"),
            Verb(
                SCAN,
                t("documents", "Attach the signed scan"),
                attach_scan,
                fits=lambda row: row["valid"],
                permission="complaint.edit",
            ),
        ),
    )


def _shown(desk: CaseDesk, paper: PaperView) -> dict[str, Any]:
    t, labels = desk.t, desk.labels
    known = PAPERS.get(paper.kind)
    back = t("documents", "not back yet")
    if paper.scan_received_at is not None:
        when = labels.moment(paper.scan_received_at)
        back = t("documents", "came back {when}", when=when)
    elif paper.state != VALID:
        back = t("documents", "void")
    return {
        "no": paper.version,
        "kind": paper.kind,
        "ordinal": paper.ordinal,
        "doc_no": paper.doc_no,
        "version": paper.version,
        "what": t.say(known.label) if known else paper.kind,
        "edition": t("documents", "v{version}", version=paper.version),
        "printed": f"{labels.moment(paper.last_printed_at)}  {labels.person(paper.printed_by)}",
        "times": paper.printed_copies,
        "back": back,
        "valid": paper.state == VALID,
        "came": paper.came_back,
    }


def _look(row: Mapping[str, Any]) -> Look:
    if row["came"]:
        return Look("checkmark_circle", "ok")
    return Look("clock", "warn") if row["valid"] else Look("dismiss_circle", "text3")
