"""Tables of the office."""

from __future__ import annotations

from peewee import CharField

from models.kernel.db import Record

from . import fields


class Branch(Record):
    """One dealership; its ``branch_id`` is the number all its records carry."""

    specs = fields.BRANCH_FIELDS

    name = CharField(max_length=120)
    short_name = CharField(max_length=40, default="")
    credit_code = CharField(max_length=18, default="")
    address = CharField(max_length=200, default="")
    phone = CharField(max_length=40, default="")
    place = CharField(max_length=60, default="")
    logo = CharField(max_length=64, default="")

    class Meta:
        """One row a branch."""

        indexes = ((("branch_id",), True),)
