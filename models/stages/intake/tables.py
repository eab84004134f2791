"""The registration of a case: one row a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from models.casework.case.tables import Case
from models.kernel.db import FAR_FUTURE, MomentField, Record

from .fields import INTAKE_FIELDS

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Intake(Record):
    """What was told at registration, as it was typed."""

    specs: ClassVar[tuple[FieldSpec, ...]] = INTAKE_FIELDS

    case = ForeignKeyField(Case, unique=True, backref="intake_rows")
    phone = CharField(max_length=40, default="")
    customer_name = CharField(max_length=100, default="")
    customer_kind = CharField(max_length=20, default="person")
    contact_person = CharField(max_length=100, default="")
    relation = CharField(max_length=40, default="")
    address = CharField(max_length=200, default="")
    anonymous = BooleanField(default=False)
    plate_no = CharField(max_length=20, default="")
    vin = CharField(max_length=20, default="")
    model = CharField(max_length=100, default="")
    odometer_km = IntegerField(null=True)
    invoice_date = CharField(max_length=10, default="")
    vehicle_where = CharField(max_length=40, default="")
    vehicle_place = CharField(max_length=200, default="")
    home_dealer = CharField(max_length=200, default="")
    channel = CharField(max_length=40, default="")
    source = CharField(max_length=40, default="")
    source_no = CharField(max_length=60, default="")
    object_kind = CharField(max_length=40, default="")
    subject = CharField(max_length=80, default="")
    story = TextField(default="")
    happened_at = MomentField(null=True)
    happened_place = CharField(max_length=200, default="")
    injured = BooleanField(default=False)
    mood = IntegerField(null=True)
    level = CharField(max_length=12, default="")
    promised_at = MomentField(null=True)
    owner = CharField(max_length=60, default="")
    symptom = CharField(max_length=200, default="")
    used_how = CharField(max_length=200, default="")
    recent_use = CharField(max_length=200, default="")
    part = CharField(max_length=200, default="")
    replaced_parts = CharField(max_length=200, default="")
    production_date = CharField(max_length=10, default="")
    batch_no = CharField(max_length=60, default="")
    employee = CharField(max_length=100, default="")
    repair_order_no = CharField(max_length=60, default="")
    key_points = TextField(default="")
    read_back_text = TextField(default="")
    focus = CharField(max_length=200, default="")
    explicit_problem = TextField(default="")
    hidden_problem = TextField(default="")
    read_back_confirmed = BooleanField(default=False)
    confirmed_by = CharField(max_length=100, default="")
    read_back_by = CharField(max_length=60, default="")
    read_back_at = MomentField(default=FAR_FUTURE)
    recorded_by = CharField(max_length=60, default="")
    recorded_at = MomentField(default=FAR_FUTURE)
