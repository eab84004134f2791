"""Taking signed papers back: the scan is kept with the version it is of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.casework.case.editing import add_row, case_command
from models.kernel import files
from models.kernel.command import Done, Values, Work
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from .fields import SCAN_FIELDS
from .queries import VOID, find
from .tables import FrozenPaper, ReturnedScan

if TYPE_CHECKING:
    from models.casework.case.tables import Case

_HEADS = {b"\x89PNG": "png", b"\xff\xd8": "jpg"}


@case_command("documents.attach_scan", permission="complaint.edit", specs=SCAN_FIELDS)
def attach_scan(work: Work, case: Case, values: Values) -> Done:
    """Keep the scan of a signed paper with the version it is of."""
    row = keep_scan(
        work,
        case,
        find(case.branch_id, values["doc_no"], values["paper_version"] or 0),
        values["file"],
        note=values["note"],
        received_at=values["received_at"],
    )
    return Done(case.case_no, row.no, row.id, row.version)


def keep_scan(
    work: Work,
    case: Case,
    paper: FrozenPaper,
    source: str | Path | bytes,
    *,
    note: str = "",
    received_at: int | None = None,
    field: str = "documents.file",
) -> ReturnedScan:
    """Keep a scan, from a file or from bytes, for a command of this or another room."""
    _refuse_other_paper(case, paper)
    name = _name_for(paper, source) if isinstance(source, bytes) else Path(source).name
    kept = files.put(work, source, name, field=field)
    _refuse_no_picture(kept, field)
    columns = {
        "doc_no": paper.doc_no,
        "paper_version": paper.paper_version,
        "sha256": kept.sha256,
        "file_name": kept.name,
        "received_at": received_at or work.now,
        "note": note,
    }
    row: ReturnedScan = add_row(work, case, ReturnedScan, columns)
    return row


def _refuse_no_picture(kept: files.FileInfo, field: str) -> None:
    if kept.media_type == "application/pdf" or kept.media_type.startswith("image/"):
        return
    raise Invalid(
        {
            field: Message(
                "documents",
                "{name} is no scan: take a PDF or a picture that shows the signatures.",
                name=kept.name,
            )
        }
    )


def _name_for(paper: FrozenPaper, content: bytes) -> str:
    ending = next((end for head, end in _HEADS.items() if content.startswith(head)), "pdf")
    return f"{paper.doc_no}-v{paper.paper_version}-signed.{ending}"


def _refuse_other_paper(case: Case, paper: Any) -> None:
    if paper.case_id != case.id:
        raise Invalid(
            {
                "documents.doc_no": Message(
                    "documents", "{doc_no} belongs to another case.", doc_no=paper.doc_no
                )
            }
        )
    if paper.state == VOID:
        raise NotPossible(
            Message(
                "documents",
                "Version {version} of {doc_no} is void. Let the customer sign the newest version.",
                version=paper.paper_version,
                doc_no=paper.doc_no,
            )
        )
