"""Tables of evidence and of its keepers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Evidence(CaseRecord):
    """One photo, recording, paper or part; its file, once kept, never changes."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.ITEM_FIELDS

    kind = CharField(max_length=40)
    title = CharField(max_length=200)
    file_sha256 = CharField(max_length=64, default="")
    file_name = CharField(max_length=200, default="")
    media_type = CharField(max_length=80, default="")
    size = IntegerField(default=0)
    taken_at = MomentField(null=True)
    taken_by = CharField(max_length=60, default="")
    place = CharField(max_length=200, default="")
    received_from = CharField(max_length=100, default="")
    custody = TextField(default="")
    stage = CharField(max_length=20, default="")
    about = CharField(max_length=40, default="")


class EvidenceCustody(CaseRecord):
    """A hand-over of one piece of evidence; written once, never changed."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.CUSTODY_FIELDS

    evidence_no = IntegerField()
    at = MomentField()
    from_whom = CharField(max_length=100)
    to_whom = CharField(max_length=100)
    place = CharField(max_length=200, default="")
    purpose = CharField(max_length=200)
