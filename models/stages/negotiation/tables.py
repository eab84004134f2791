"""Tables of the negotiation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FAR_FUTURE, FenField, MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Plan(CaseRecord):
    """The five questions and the limits of both sides: one row a case, number 1."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.PLAN_FIELDS

    ongoing_trade = CharField(max_length=20, default="")
    repurchase_hope = CharField(max_length=20, default="")
    word_of_mouth = CharField(max_length=20, default="")
    demand_reasonable = CharField(max_length=20, default="")
    company_fault = IntegerField(null=True)
    our_limit = FenField(null=True)
    customer_limit = FenField(null=True)
    negotiator = CharField(max_length=60, default="")
    face_need = TextField(default="")
    legal_check = TextField(default="")


class Option(CaseRecord):
    """One way to settle, in the order we would offer it; offered ones are never changed."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.OPTION_FIELDS

    rank = IntegerField()
    title = CharField(max_length=100)
    text = TextField()
    kinds = CharField(max_length=200)
    amount = FenField(null=True)
    cost_bearer = CharField(max_length=40, default="")
    basis = TextField(default="")
    covers = CharField(max_length=100, default="")
    state = CharField(max_length=20, default="prepared")
    offered_at = MomentField(default=FAR_FUTURE)
    offered_by = CharField(max_length=60, default="")


class Round(CaseRecord):
    """One talk with the customer: what was offered, said, proposed and reached; never changed."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.ROUND_FIELDS

    at = MomentField()
    way = CharField(max_length=40)
    place = CharField(max_length=100, default="")
    by = CharField(max_length=60)
    with_whom = CharField(max_length=100, default="")
    option_no = IntegerField(default=0)
    words = TextField()
    reaction = CharField(max_length=40, default="")
    proposal = TextField(default="")
    demand_changes = TextField(default="")
    mood = IntegerField(null=True)
    result = CharField(max_length=40)
    persuasion = TextField(default="")
    next_step = CharField(max_length=200, default="")
    next_at = MomentField(null=True)
    contact_no = IntegerField(default=0)
