"""Fields of a piece of evidence and of its hand-over from one keeper to the next."""

from __future__ import annotations

from functools import partial

from models.casework.case.editing import EVERY_STATE
from models.casework.case.fields import LOCKED
from models.kernel.fields import FieldSpec, Kind

EDITABLE_IN = EVERY_STATE - LOCKED

_item = partial(FieldSpec, "evidence.item")
_custody = partial(FieldSpec, "evidence.custody")

ITEM_FIELDS = (
    _item("title", "What it shows", required=True, searchable=True),
    _item("kind", "Kind", Kind.CHOICE, required=True, codes="evidence_kind"),
    _item("taken_at", "Taken at", Kind.MOMENT, past=True),
    _item("taken_by", "Taken by", max_length=60, searchable=True, personal=True),
    _item("place", "Place", searchable=True),
    _item("received_from", "Received from", max_length=100, personal=True),
    _item(
        "custody",
        "Original kept",
        Kind.LONG_TEXT,
        note="Where the original is and who keeps it; how it was sealed.",
    ),
    _item("about", "Belongs to", max_length=40, note="What it proves, such as demand:2."),
)
PATH = _item("path", "File", max_length=1000, note="Nothing for a part or a paper that is kept.")
ADD_FIELDS = (*ITEM_FIELDS, PATH)

CUSTODY_FIELDS = (
    _custody("at", "Handed over at", Kind.MOMENT, past=True),
    _custody("from_whom", "From", max_length=100, personal=True),
    _custody("to_whom", "To", required=True, max_length=100, personal=True),
    _custody("place", "Place"),
    _custody("purpose", "For what", required=True),
)
