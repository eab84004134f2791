"""Tables of the analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FAR_FUTURE, MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Finding(CaseRecord):
    """What the investigation found: one row a case, number 1."""

    specs: ClassVar[tuple[FieldSpec, ...]] = (
        *fields.FINDING_FIELDS,
        *fields.HANDLING_FIELDS,
        *fields.REPORT_FIELDS,
        *fields.EXPLAIN_FIELDS,
    )

    stated_facts = TextField(default="")
    checked_facts = TextField(default="")
    speaks_against = TextField(default="")
    fact_evidence = CharField(max_length=200, default="")
    more_visits = BooleanField(default=False)
    more_visits_note = CharField(max_length=200, default="")
    complaint_stands = CharField(max_length=40, default="")
    stands_reason = TextField(default="")
    finding_side = CharField(max_length=40, default="")
    use_not_explained = BooleanField(default=False)
    burden_of_proof = TextField(default="")
    root_cause = TextField(default="")
    joint_with = CharField(max_length=200, default="")
    joint_at = MomentField(null=True)
    joint_result = TextField(default="")
    handling = CharField(max_length=20, default="")
    handling_by = CharField(max_length=60, default="")
    handling_at = MomentField(default=FAR_FUTURE)
    transfer_department = CharField(max_length=40, default="")
    transfer_reason = CharField(max_length=200, default="")
    transferred_at = MomentField(default=FAR_FUTURE)
    leader = CharField(max_length=60, default="")
    report_text = TextField(default="")
    reported_by = CharField(max_length=60, default="")
    reported_at = MomentField(null=True)
    explained_text = TextField(default="")
    explained_way = CharField(max_length=40, default="")
    explained_at = MomentField(null=True)
    explained_by = CharField(max_length=60, default="")
    explained_mood = IntegerField(null=True)


class Severity(CaseRecord):
    """The initial assessment on the five scales of ISO 10002: one row a case, number 1."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.SEVERITY_FIELDS

    severity = IntegerField()
    safety = IntegerField()
    complexity = IntegerField()
    impact = IntegerField()
    urgency = IntegerField()
    action_possible = BooleanField(default=False)
    action = TextField(default="")
    score = IntegerField()
    proposed_level = CharField(max_length=12)


class Cause(CaseRecord):
    """One cause out of the tree of causes; one of a case is the root."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.CAUSE_FIELDS

    code = CharField(max_length=40)
    detail = TextField()
    is_root = BooleanField(default=False)
    evidence = CharField(max_length=200, default="")


class Responsibility(CaseRecord):
    """The share one side bears; an apology never writes here."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.RESPONSIBILITY_FIELDS

    side = CharField(max_length=40)
    department = CharField(max_length=40, default="")
    person = CharField(max_length=100, default="")
    share_percent = IntegerField()
    reason = TextField()
    pays = BooleanField(default=False)
