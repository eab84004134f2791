"""Tables of the kernel: audit, search, drafts, files, numbers, settings, codes, calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from .db import MomentField, Record, proxy


class Plain(Model):
    """A row that no person sees as a record of its own."""

    if TYPE_CHECKING:
        id: Any

    class Meta:
        """One proxy for all tables, names as written."""

        database = proxy
        legacy_table_names = False


class AuditEntry(Plain):
    """One command's touch of one record, chained by hash to the entry before it."""

    seq = AutoField()
    branch_id = IntegerField()
    actor = CharField(max_length=60)
    recorded_by = CharField(max_length=60)
    medium = CharField(max_length=20)
    at = MomentField()
    command = CharField(max_length=60)
    action = CharField(max_length=10)
    subject = CharField(max_length=80)
    case_id = IntegerField(default=0)
    previous_hash = CharField(max_length=64)
    hash = CharField(max_length=64)

    class Meta:
        """Read by case, newest last."""

        indexes = ((("case_id", "seq"), False), (("branch_id", "command", "at"), False))


class AuditValue(Plain):
    """An old or new value; the chain covers its digest, so the value itself can be erased."""

    entry = ForeignKeyField(AuditEntry, backref="values_of")
    entry_id: int
    key = CharField(max_length=60)
    side = CharField(max_length=3)
    salt = CharField(max_length=32)
    value = TextField(null=True)
    digest = CharField(max_length=64)


class SearchText(Plain):
    """The normalised text of one searchable field of one record."""

    branch_id = IntegerField()
    subject = CharField(max_length=40)
    subject_id = IntegerField()
    case_id = IntegerField(default=0)
    field = CharField(max_length=60)
    body = TextField()
    normaliser = IntegerField()

    class Meta:
        """Replaced record by record."""

        indexes = ((("subject", "subject_id"), False), (("branch_id", "case_id"), False))


class Draft(Plain):
    """What somebody typed and has not saved yet."""

    branch_id = IntegerField()
    owner = CharField(max_length=60)
    form = CharField(max_length=60)
    about = CharField(max_length=60, default="")
    content = TextField()
    at = MomentField()

    class Meta:
        """One draft per person, form and subject."""

        indexes = ((("branch_id", "owner", "form", "about"), True),)


class StoredFile(Plain):
    """A file in the store, once per content."""

    sha256 = CharField(max_length=64, unique=True)
    size = IntegerField()
    media_type = CharField(max_length=80)
    stored_at = MomentField()


class Counter(Plain):
    """The last number drawn of a series in a year."""

    branch_id = IntegerField()
    series = CharField(max_length=40)
    year = IntegerField()
    last = IntegerField()

    class Meta:
        """One counter a series and year."""

        indexes = ((("branch_id", "series", "year"), True),)


class Setting(Record):
    """One chosen value, as JSON text; what is not here has its declared default."""

    key = CharField(max_length=60)
    content = TextField()

    class Meta:
        """One value a branch."""

        indexes = ((("branch_id", "key"), True),)


class Code(Record):
    """One value of an editable list; ``label`` of a built-in one is a msgid of room ``codes``."""

    list_name = CharField(max_length=40)
    code = CharField(max_length=40)
    label = CharField(max_length=120)
    parent = CharField(max_length=40, default="")
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    built_in = BooleanField(default=False)

    class Meta:
        """A code once in its list."""

        indexes = ((("branch_id", "list_name", "code"), True),)


class CalendarDay(Plain):
    """A day that differs from the week's pattern: a holiday or a make-up working day."""

    branch_id = IntegerField()
    day = CharField(max_length=10)
    kind = CharField(max_length=10)
    name = CharField(max_length=60, default="")

    class Meta:
        """A day once a branch."""

        indexes = ((("branch_id", "day"), True),)


class Thumbnail(Plain):
    """A small picture of a stored image, made once."""

    file = ForeignKeyField(StoredFile, unique=True, backref="thumbnails")
    png = BlobField()
