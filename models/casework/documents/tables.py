"""Tables of paper: frozen versions, every print of them, and what came back signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class FrozenPaper(CaseRecord):
    """One version of a paper as it was printed; content and files are never changed."""

    kind = CharField(max_length=40)
    ordinal = IntegerField(default=1)
    paper_version = IntegerField()
    doc_no = CharField(max_length=60)
    language = CharField(max_length=10)
    template_version = CharField(max_length=20)
    content = TextField()
    content_hash = CharField(max_length=64)
    files = TextField()
    pages = IntegerField()
    printed_at = MomentField()
    printed_by = CharField(max_length=60)
    state = CharField(max_length=10, default="valid")
    about = CharField(max_length=60, default="")

    class Meta:
        """A version once a paper."""

        indexes = (
            (("case", "no"), True),
            (("branch_id", "doc_no", "paper_version"), True),
        )


class PrintEvent(CaseRecord):
    """Somebody printed, saved or looked at a paper."""

    kind = CharField(max_length=40)
    doc_no = CharField(max_length=60)
    paper_version = IntegerField()
    at = MomentField()
    by = CharField(max_length=60)
    copies = IntegerField(default=1)
    via = CharField(max_length=20)
    draft = BooleanField(default=False)


class ReturnedScan(CaseRecord):
    """A signed paper that came back, scanned."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.SCAN_FIELDS

    doc_no = CharField(max_length=60)
    paper_version = IntegerField()
    sha256 = CharField(max_length=64)
    file_name = CharField(max_length=200)
    received_at = MomentField()
    note = CharField(max_length=200, default="")
