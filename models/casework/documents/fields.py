"""What is entered when a signed paper comes back."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_scan = partial(FieldSpec, "documents")

SCAN_FIELDS = (
    _scan("doc_no", "Paper", required=True, max_length=60, searchable=True),
    _scan("paper_version", "Version", Kind.INTEGER, minimum=1, note="Empty means the newest."),
    _scan("file", "Scan or photograph", required=True, max_length=1000, note="PDF or picture."),
    _scan("received_at", "Came back", Kind.MOMENT, past=True, note="Empty means now."),
    _scan("note", "Note", searchable=True),
)
