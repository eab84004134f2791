"""Tables of approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FAR_FUTURE, FenField, MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Approval(CaseRecord):
    """A request to grant something, and its decision; a record on its subject, not a state."""

    specs: ClassVar[tuple[FieldSpec, ...]] = (*fields.REQUEST_FIELDS, fields.DECISION_FIELDS[1])

    subject_kind = CharField(max_length=20)
    subject_no = IntegerField(default=0)
    amount = FenField(default=0)
    earlier_amount = FenField(default=0)
    text = TextField()
    requested_by = CharField(max_length=60)
    requested_at = MomentField()
    needs_role = CharField(max_length=30)
    state = CharField(max_length=20, default="waiting")
    decided_by = CharField(max_length=60, default="")
    decided_role = CharField(max_length=30, default="")
    recorded_by = CharField(max_length=60, default="")
    medium = CharField(max_length=20, default="")
    decided_at = MomentField(default=FAR_FUTURE)
    reason = TextField(default="")
    reference = CharField(max_length=200, default="")

    class Meta:
        """The list of what waits, oldest first."""

        indexes = (
            (("case", "no"), True),
            (("branch_id", "state", "requested_at"), False),
        )
