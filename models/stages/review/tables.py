"""Tables of the review: one lesson a case, several rectification items."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from models.casework.case.tables import Case, CaseRecord
from models.kernel.db import Record

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Review(Record):
    """What the case teaches."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.REVIEW_FIELDS

    case = ForeignKeyField(Case, unique=True, backref="review_rows")
    lesson = TextField(default="")
    mistakes = TextField(default="")
    missed_chances = TextField(default="")
    comment = TextField(default="")
    finding_kind = CharField(max_length=40, default="")
    systemic = BooleanField(default=False)
    lost_sales = IntegerField(null=True)
    won_sales = IntegerField(null=True)


class Rectification(CaseRecord):
    """Something to put right, with an owner and a date."""

    specs: ClassVar[tuple[FieldSpec, ...]] = (
        *fields.RECTIFICATION_FIELDS,
        *fields.RESULT_FIELDS,
    )

    what = TextField()
    kind = CharField(max_length=40)
    priority = CharField(max_length=40)
    owner = CharField(max_length=60)
    department = CharField(max_length=40, default="")
    due_on = CharField(max_length=10)
    state = CharField(max_length=20, default="open")
    result = TextField(default="")
    finished_on = CharField(max_length=10, default="")
    checked_by = CharField(max_length=60, default="")

    class Meta:
        """The list of open items, the most urgent first."""

        indexes = (
            (("case", "no"), True),
            (("branch_id", "state", "due_on"), False),
        )
