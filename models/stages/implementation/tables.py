"""Tables of implementation: what is handed over, what is repaired, what the customer accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FAR_FUTURE, FenField, MomentField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Delivery(CaseRecord):
    """One thing the customer gets, handed over against signature."""

    specs: ClassVar[tuple[FieldSpec, ...]] = (
        *fields.DELIVERY_FIELDS,
        *fields.HANDED_OVER_FIELDS,
        *fields.CLAIM_FIELDS,
    )

    term_no = IntegerField(default=0)
    demand_no = IntegerField(default=0)
    kind = CharField(max_length=40)
    text = TextField()
    amount = FenField(null=True)
    department = CharField(max_length=40)
    due_on = CharField(max_length=10, default="")
    advanced_by = CharField(max_length=60, default="")
    claim_from = CharField(max_length=40, default="")
    delivered_at = MomentField(default=FAR_FUTURE)
    delivered_amount = FenField(null=True)
    received_by = CharField(max_length=100, default="")
    receipt = CharField(max_length=200, default="")
    claimed_on = CharField(max_length=10, default="")
    claim_settled_on = CharField(max_length=10, default="")


class Repair(CaseRecord):
    """A repair order worked for this case."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.REPAIR_FIELDS

    order_no = CharField(max_length=60)
    job = TextField()
    parts = CharField(max_length=500, default="")
    technician = CharField(max_length=60, default="")
    finished_at = MomentField(null=True)


class Acceptance(CaseRecord):
    """The customer looked at what was done and said yes or no."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.ACCEPTANCE_FIELDS

    inspected_at = MomentField()
    inspected_by = CharField(max_length=200)
    shown_by = CharField(max_length=60)
    acceptance = CharField(max_length=40)
    remarks = TextField(default="")
