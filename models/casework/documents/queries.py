"""Reading papers: what was printed of a case, its bytes, and whether they are whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from models.casework.case.editing import rows_of
from models.kernel import files
from models.kernel.db import alive
from models.kernel.errors import NotPossible
from resources.texts import Message

from .canonical import hash_of
from .tables import FrozenPaper, PrintEvent, ReturnedScan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.actor import Actor

VALID, VOID = "valid", "void"


class CopyOf(NamedTuple):
    """One copy of a printed version: whose it is and where its file lies."""

    mark: str
    sha256: str


class PaperView(NamedTuple):
    """One frozen version as lists show it."""

    kind: str
    doc_no: str
    ordinal: int
    version: int
    state: str
    about: str
    language: str
    content_hash: str
    pages: int
    copies: tuple[CopyOf, ...]
    printed_at: int
    printed_by: str
    prints: int
    printed_copies: int
    last_printed_at: int
    scan_sha256: str
    scan_received_at: int | None

    @property
    def came_back(self) -> bool:
        """Tell whether the signed paper is back."""
        return bool(self.scan_sha256)


def papers_of(case_id: int) -> list[PaperView]:
    """Return every printed version of a case, newest first; looking at one is no print."""
    rows = FrozenPaper.select().where(FrozenPaper.case == case_id, alive(FrozenPaper))
    events = [row for row in rows_of(PrintEvent, case_id) if not row["draft"]]
    scans = rows_of(ReturnedScan, case_id)
    return [_view(row, events, scans) for row in rows.order_by(FrozenPaper.no.desc())]


def newest(case_id: int, kind: str, ordinal: int) -> FrozenPaper | None:
    """Return the newest version of a paper, void ones too, for the room's own commands."""
    row: FrozenPaper | None = (
        FrozenPaper.select()
        .where(
            FrozenPaper.case == case_id,
            FrozenPaper.kind == kind,
            FrozenPaper.ordinal == ordinal,
            alive(FrozenPaper),
        )
        .order_by(FrozenPaper.paper_version.desc())
        .first()
    )
    return row


def find(branch_id: int, doc_no: str, version: int = 0) -> FrozenPaper:
    """Return a version of a paper by number, the newest without ``version``."""
    query = FrozenPaper.select().where(
        FrozenPaper.branch_id == branch_id,
        FrozenPaper.doc_no == doc_no.strip().upper(),
        alive(FrozenPaper),
    )
    if version:
        query = query.where(FrozenPaper.paper_version == version)
    row: FrozenPaper | None = query.order_by(FrozenPaper.paper_version.desc()).first()
    if row is None:
        raise NotPossible(
            Message(
                "documents",
                "There is no printed paper {doc_no} in this version. Check number and version.",
                doc_no=doc_no,
            )
        )
    return row


def pdf(actor: Actor, doc_no: str, version: int = 0, mark: str = "") -> bytes:
    """Return a printed version as it was stored; the first copy without ``mark``."""
    actor.require("complaint.view")
    return stored_bytes(find(actor.branch_id, doc_no, version), mark)


def stored_bytes(paper: FrozenPaper, mark: str = "") -> bytes:
    """Return the bytes of one copy of a version."""
    copies = copies_of(paper)
    wanted = next((copy for copy in copies if copy.mark == mark), copies[0])
    return files.open_bytes(wanted.sha256)


def copies_of(paper: FrozenPaper) -> tuple[CopyOf, ...]:
    """Return the copies of a version in their order."""
    return tuple(CopyOf(one["mark"], one["sha256"]) for one in json.loads(str(paper.files)))


def scan_of(case_id: int, doc_no: str, version: int) -> str:
    """Return the file of the newest scan of a version, '' when none came back."""
    fitting = [
        row["sha256"]
        for row in rows_of(ReturnedScan, case_id)
        if (row["doc_no"], row["paper_version"]) == (doc_no, version)
    ]
    return str(fitting[-1]) if fitting else ""


def damaged() -> list[str]:
    """Return number and version of every frozen paper whose content no longer fits its hash."""
    query = FrozenPaper.select(
        FrozenPaper.doc_no,
        FrozenPaper.paper_version,
        FrozenPaper.content,
        FrozenPaper.content_hash,
    )
    return [
        f"{row.doc_no} v{row.paper_version}"
        for row in query.iterator()
        if hash_of(row.content.encode("utf-8")) != row.content_hash
    ]


def _view(
    row: FrozenPaper, events: Sequence[dict[str, Any]], scans: Sequence[dict[str, Any]]
) -> PaperView:
    key = (row.doc_no, row.paper_version)
    own = [
        event
        for event in events
        if (event["doc_no"], event["paper_version"]) == key and event["copies"]
    ]
    back = [scan for scan in scans if (scan["doc_no"], scan["paper_version"]) == key]
    return PaperView(
        row.kind,
        row.doc_no,
        row.ordinal,
        row.paper_version,
        row.state,
        row.about,
        row.language,
        row.content_hash,
        row.pages,
        copies_of(row),
        row.printed_at,
        row.printed_by,
        len(own),
        sum(event["copies"] for event in own),
        max((event["at"] for event in own), default=row.printed_at),
        back[-1]["sha256"] if back else "",
        back[-1]["received_at"] if back else None,
    )
