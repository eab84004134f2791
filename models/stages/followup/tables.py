"""Tables of follow-up: planned rounds, and every attempt to reach the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FAR_FUTURE, MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class FollowUp(CaseRecord):
    """One planned round: due until the customer was reached or given up."""

    due_at = MomentField()
    state = CharField(max_length=20, default="due")
    done_at = MomentField(default=FAR_FUTURE)

    class Meta:
        """The calls of the day."""

        indexes = (
            (("case", "no"), True),
            (("branch_id", "state", "due_at"), False),
        )


class FollowUpAttempt(CaseRecord):
    """One try to ask the customer, with the answers when it succeeded."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.ATTEMPT_FIELDS

    follow_up_no = IntegerField()
    at = MomentField()
    by = CharField(max_length=60)
    way = CharField(max_length=40)
    reached = BooleanField(default=False)
    satisfaction = IntegerField(null=True)
    change_wanted = BooleanField(default=False)
    repurchase = CharField(max_length=40, default="")
    word_of_mouth = CharField(max_length=40, default="")
    recommend = IntegerField(null=True)
    felt = CharField(max_length=200, default="")
    words = TextField(default="")
