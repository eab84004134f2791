"""Tables of the three guarantees: what papers say of a car, judged problems, demand, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.dealership.parties.tables import RepairOrder, Vehicle
from models.kernel.db import FenField, MomentField, Record

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class SanbaoCar(Record):
    """What invoice and three-guarantee certificate say of a vehicle: one row a vehicle."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.OF_PAPERS

    vehicle = ForeignKeyField(Vehicle, unique=True, backref="sanbao_cars")
    purchase_price = FenField(null=True)
    coefficient_n = CharField(max_length=10, default="")
    repair_years = IntegerField(null=True)
    repair_km = IntegerField(null=True)
    sanbao_years = IntegerField(null=True)
    sanbao_km = IntegerField(null=True)
    has_invoice = CharField(max_length=3, default="")
    has_certificate = CharField(max_length=3, default="")
    exchanged_on = CharField(max_length=10, default="")
    resold = BooleanField(default=False)


class SanbaoProblem(CaseRecord):
    """One problem of a vehicle as judged in a case; it counts for later cases as well."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.PROBLEM_FIELDS
    case_id: int
    repair_order_id: int | None

    vehicle = ForeignKeyField(Vehicle, backref="sanbao_problems")
    repair_order = ForeignKeyField(RepairOrder, null=True, backref="sanbao_problems")
    happened_at = MomentField(null=True)
    odometer_km = IntegerField(null=True)
    name = CharField(max_length=60)
    quality = CharField(max_length=3, default="")
    safety = CharField(max_length=3, default="")
    cannot_drive = CharField(max_length=3, default="")
    failure = CharField(max_length=40, default="")
    system = CharField(max_length=40, default="")
    part_kind = CharField(max_length=40, default="")
    part = CharField(max_length=60, default="")
    replacement = CharField(max_length=40, default="")
    eliminated = CharField(max_length=3, default="")
    wear_months = IntegerField(null=True)
    wear_km = IntegerField(null=True)
    exemption = CharField(max_length=40, default="")
    excluded_hours = IntegerField(null=True)
    excluded_reason = CharField(max_length=40, default="")


class SanbaoDemand(CaseRecord):
    """When exchange or return was demanded, answered and done: one row a case, number 1."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.DEMAND_FIELDS

    made_on = CharField(max_length=10, default="")
    received_on = CharField(max_length=10, default="")
    answered_on = CharField(max_length=10, default="")
    completed_on = CharField(max_length=10, default="")
    accepted_on = CharField(max_length=10, default="")


class SanbaoDecision(CaseRecord):
    """What a person decided about the verdict of a rule, with what the verdict was then."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.DECISION_FIELDS

    rule = CharField(max_length=40)
    decision = CharField(max_length=20)
    reason = TextField()
    verdict = CharField(max_length=20)
    decided_by = CharField(max_length=60)
    decided_at = MomentField()
