"""Tables of customers, vehicles, ownership, repair orders and hand-over checks."""

from __future__ import annotations

from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from models.kernel.db import FenField, MomentField, Record

from . import fields


class Customer(Record):
    """A person or company; the name columns in Latin letters serve typing while listening."""

    specs = fields.CUSTOMER_FIELDS

    kind = CharField(max_length=10, default="person")
    name = CharField(max_length=120, default="")
    name_pinyin = CharField(max_length=400, default="")
    name_initials = CharField(max_length=120, default="")
    gender = CharField(max_length=10, default="")
    phone = CharField(max_length=40, default="")
    phone_tail = CharField(max_length=4, default="")
    phone2 = CharField(max_length=40, default="")
    id_kind = CharField(max_length=20, default="")
    id_no = CharField(max_length=40, default="")
    credit_code = CharField(max_length=18, default="")
    contact_person = CharField(max_length=60, default="")
    address = CharField(max_length=200, default="")
    email = CharField(max_length=120, default="")
    home_dealer = CharField(max_length=120, default="")
    key_customer = BooleanField(default=False)
    key_reason = CharField(max_length=200, default="")
    wants_to_buy = IntegerField(null=True)
    note = TextField(default="")

    class Meta:
        """One index for each thing a caller may name."""

        indexes = (
            (("branch_id", "name"), False),
            (("branch_id", "name_pinyin"), False),
            (("branch_id", "name_initials"), False),
            (("branch_id", "phone"), False),
            (("branch_id", "phone_tail"), False),
            (("branch_id", "phone2"), False),
            (("branch_id", "credit_code"), False),
        )


class Vehicle(Record):
    """A car; the tails of plate and VIN are what people name on the telephone."""

    specs = fields.VEHICLE_FIELDS

    plate_no = CharField(max_length=20, default="")
    plate_tail = CharField(max_length=20, default="")
    vin = CharField(max_length=17, default="")
    vin_tail = CharField(max_length=6, default="")
    brand = CharField(max_length=60, default="")
    model = CharField(max_length=80, default="")
    spec = CharField(max_length=120, default="")
    engine_no = CharField(max_length=40, default="")
    production_date = CharField(max_length=10, default="")
    batch_no = CharField(max_length=40, default="")
    invoice_date = CharField(max_length=10, default="")
    delivery_date = CharField(max_length=10, default="")
    odometer_km = IntegerField(null=True)
    use_kind = CharField(max_length=40, default="")
    powertrain = CharField(max_length=40, default="")
    sold_by_us = BooleanField(default=False)
    note = TextField(default="")

    class Meta:
        """Found by plate or VIN, whole or by the tail."""

        indexes = (
            (("branch_id", "plate_no"), False),
            (("branch_id", "plate_tail"), False),
            (("branch_id", "vin"), False),
            (("branch_id", "vin_tail"), False),
        )


class Ownership(Record):
    """What a customer is or was to a vehicle; an empty ``until`` means still."""

    specs = fields.OWNERSHIP_FIELDS
    customer_id: int
    vehicle_id: int

    customer = ForeignKeyField(Customer, backref="ownerships")
    vehicle = ForeignKeyField(Vehicle, backref="ownerships")
    relation = CharField(max_length=40, default="owner")
    since = CharField(max_length=10, default="")
    until = CharField(max_length=10, default="")


class RepairOrder(Record):
    """One stay in the workshop, from agreeing on the repair to its completion."""

    specs = fields.REPAIR_ORDER_FIELDS
    vehicle_id: int

    vehicle = ForeignKeyField(Vehicle, backref="repair_orders")
    order_no = CharField(max_length=40, default="")
    confirmed_at = MomentField()
    completed_at = MomentField(null=True)
    odometer_km = IntegerField(null=True)
    symptom = TextField(default="")
    finding = TextField(default="")
    work = TextField(default="")
    parts = TextField(default="")
    paid_fen = FenField(null=True)
    warranty = BooleanField(default=False)

    class Meta:
        """Newest first a vehicle."""

        indexes = ((("vehicle", "confirmed_at"), False), (("branch_id", "order_no"), False))


class HandoverCheck(Record):
    """What the buyer was told when the new car was handed over."""

    specs = fields.HANDOVER_FIELDS

    vehicle = ForeignKeyField(Vehicle, backref="handover_checks")
    handed_over_on = CharField(max_length=10)
    told = TextField(default="")
    told_by = CharField(max_length=60, default="")
    note = TextField(default="")
