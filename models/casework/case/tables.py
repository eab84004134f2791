"""Tables of the case and of what every stage writes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import SQL, BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from models.kernel.db import FAR_FUTURE, FenField, MomentField, Record

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Case(Record):
    """One complaint; names, plate and phone are as they were told with this complaint."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.CASE_FIELDS

    case_no = CharField(max_length=40)
    state = CharField(max_length=20)
    hold = CharField(max_length=20, default="")
    hold_reason = CharField(max_length=200, default="")
    hold_since = MomentField(default=FAR_FUTURE)
    level = CharField(max_length=12)
    level_rank = IntegerField()
    level_reason = CharField(max_length=500, default="")
    channel = CharField(max_length=40, default="")
    source = CharField(max_length=40, default="")
    received_at = MomentField()
    customer_id = IntegerField(default=0)
    vehicle_id = IntegerField(default=0)
    customer_name = CharField(max_length=100, default="")
    name_pinyin = CharField(max_length=200, default="")
    name_initials = CharField(max_length=60, default="")
    phone = CharField(max_length=40, default="")
    plate_no = CharField(max_length=20, default="")
    vin = CharField(max_length=20, default="")
    model = CharField(max_length=100, default="")
    subject = CharField(max_length=200, default="")
    object_kind = CharField(max_length=40, default="")
    employee = CharField(max_length=100, default="")
    owner = CharField(max_length=60, default="")
    department = CharField(max_length=40, default="")
    key_customer = BooleanField(default=False)
    repeat_no = IntegerField(default=1)
    next_due_at = MomentField(default=FAR_FUTURE)
    first_response_at = MomentField(default=FAR_FUTURE)
    last_contact_at = MomentField(default=FAR_FUTURE)
    closed_at = MomentField(default=FAR_FUTURE)
    outcome = CharField(max_length=40, default="")
    reopened = IntegerField(default=0)
    reopened_at = MomentField(default=0)
    merged_into = IntegerField(default=0)

    class Meta:
        """Named apart from the SQL word; work lists read open cases by a partial index."""

        table_name = "complaint_case"
        indexes = (
            (("branch_id", "case_no"), True),
            (("branch_id", "received_at"), False),
            (("branch_id", "state", "received_at"), False),
            (("branch_id", "level_rank", "received_at"), False),
            (("branch_id", "owner", "received_at"), False),
            (("branch_id", "customer_id"), False),
            (("branch_id", "vehicle_id"), False),
            (("branch_id", "plate_no"), False),
            (("branch_id", "phone"), False),
            (("branch_id", "vin"), False),
        )


Case.add_index(
    SQL(
        "CREATE INDEX IF NOT EXISTS complaint_case_open_due ON complaint_case "
        f"(branch_id, next_due_at) WHERE closed_at = {FAR_FUTURE}"
    )
)


class CaseRecord(Record):
    """A row inside a case, numbered from 1 in its table."""

    case = ForeignKeyField(Case, backref="%(class)s_rows")
    no = IntegerField()

    class Meta:
        """A number is never used twice in a case."""

        indexes = ((("case", "no"), True),)


class Demand(CaseRecord):
    """What the customer wants, and what became of it through all stages."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.DEMAND_FIELDS

    kind = CharField(max_length=40)
    text = TextField()
    amount = FenField(null=True)
    deadline = MomentField(null=True)
    reason = CharField(max_length=200, default="")
    answer = CharField(max_length=20, default="open")
    answer_text = TextField(default="")
    agreed_text = TextField(default="")
    agreed_amount = FenField(null=True)
    delivered_at = MomentField(null=True)
    delivered_amount = FenField(null=True)
    delivery_note = CharField(max_length=200, default="")
    satisfied = CharField(max_length=20, default="")


class DemandVersion(CaseRecord):
    """A demand as it was stated at one time; never changed."""

    demand_no = IntegerField()
    stated_at = MomentField()
    kind = CharField(max_length=40)
    text = TextField()
    amount = FenField(null=True)
    deadline = MomentField(null=True)
    reason = CharField(max_length=200, default="")


class Contact(CaseRecord):
    """One call, visit or message with the customer; an apology in it says nothing of liability."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.CONTACT_FIELDS

    at = MomentField()
    way = CharField(max_length=40)
    direction = CharField(max_length=10)
    purpose = CharField(max_length=40)
    handler = CharField(max_length=60)
    leader = CharField(max_length=60, default="")
    with_whom = CharField(max_length=100, default="")
    place = CharField(max_length=100, default="")
    reached = BooleanField(default=True)
    mood = IntegerField(null=True)
    summary = TextField()
    apology = BooleanField(default=False)
    apology_words = TextField(default="")
    promised_at = MomentField(null=True)
    next_at = MomentField(null=True)
    changed_setting = CharField(max_length=60, default="")


class Task(CaseRecord):
    """Work for a department: told, acknowledged, done with a result, verified."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.TASK_FIELDS

    kind = CharField(max_length=40)
    stage = CharField(max_length=20)
    about = CharField(max_length=40, default="")
    department = CharField(max_length=40)
    assignee = CharField(max_length=60, default="")
    title = CharField(max_length=200)
    detail = TextField(default="")
    due_at = MomentField(default=FAR_FUTURE)
    state = CharField(max_length=20, default="open")
    acknowledged_at = MomentField(default=FAR_FUTURE)
    acknowledged_by = CharField(max_length=60, default="")
    done_at = MomentField(default=FAR_FUTURE)
    done_by = CharField(max_length=60, default="")
    result = TextField(default="")
    proof = CharField(max_length=200, default="")
    verified_at = MomentField(default=FAR_FUTURE)
    verified_by = CharField(max_length=60, default="")
    exception_reason = CharField(max_length=200, default="")

    class Meta:
        """The work list of a department or a person."""

        indexes = (
            (("case", "no"), True),
            (("branch_id", "state", "due_at"), False),
        )


class Due(CaseRecord):
    """A clock: by when something has to be done; ``legal`` ones are never paused."""

    kind = CharField(max_length=30)
    started_at = MomentField()
    due_at = MomentField()
    met_at = MomentField(default=FAR_FUTURE)
    legal = BooleanField(default=False)
    working = BooleanField(default=True)
    paused_at = MomentField(default=FAR_FUTURE)
    remaining_minutes = IntegerField(default=0)
    uncertain = BooleanField(default=False)


class CaseLink(CaseRecord):
    """This case has to do with another one."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.LINK_FIELDS

    other = ForeignKeyField(Case, backref="linked_from")
    kind = CharField(max_length=20)
    note = CharField(max_length=200, default="")
