"""Tables of accounts, authority and absences."""

from __future__ import annotations

from peewee import BooleanField, CharField, ForeignKeyField, IntegerField

from models.kernel.db import FenField, MomentField, Record
from models.kernel.tables import Plain

from . import fields


class Account(Record):
    """A person who works with the program; referred to by login everywhere."""

    specs = fields.ACCOUNT_FIELDS

    login = CharField(max_length=60)
    name = CharField(max_length=60)
    role = CharField(max_length=30)
    department = CharField(max_length=40, default="")
    title = CharField(max_length=60, default="")
    phone = CharField(max_length=40, default="")
    active = BooleanField(default=True)

    class Meta:
        """A login once a branch."""

        indexes = ((("branch_id", "login"), True),)


class Credential(Plain):
    """An account's password and tries; apart from the account so that no hash gets audited."""

    account = ForeignKeyField(Account, unique=True, backref="credentials")
    password_hash = CharField(max_length=200, default="")
    must_change = BooleanField(default=False)
    failed_count = IntegerField(default=0)
    locked_until = MomentField(default=0)


class AuthorityLimit(Record):
    """What a role may grant in one case."""

    specs = fields.AUTHORITY_FIELDS

    role = CharField(max_length=30)
    limit_fen = FenField()

    class Meta:
        """One limit a role."""

        indexes = ((("branch_id", "role"), True),)


class Absence(Record):
    """The days somebody is away, and who stands in."""

    specs = fields.ABSENCE_FIELDS

    login = CharField(max_length=60)
    first_day = CharField(max_length=10)
    last_day = CharField(max_length=10)
    deputy = CharField(max_length=60)

    class Meta:
        """Looked up by person and day."""

        indexes = ((("branch_id", "login", "last_day"), False),)
