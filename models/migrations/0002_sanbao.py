"""The three guarantees: papers of a car, judged problems, demands, decisions, and their lists."""

# ruff: noqa
from uuid import uuid4

from peewee import *

FAR_FUTURE = 253_402_300_799_999
LISTS = {
    "yes_no": (
        ("yes", "Yes"),
        ("no", "No"),
    ),
    "sanbao_system": (
        ("engine", "Engine"),
        ("transmission", "Transmission"),
        ("traction_battery", "Traction battery"),
        ("drive_motor", "Drive motor"),
        ("steering", "Steering system"),
        ("brake", "Brake system"),
        ("suspension", "Suspension system"),
        ("driveline", "Driveline"),
        ("emission", "Emission control"),
        ("body", "Body"),
        ("other", "Other"),
    ),
    "sanbao_failure": (
        ("steering_failure", "Steering failed"),
        ("brake_failure", "Brake failed"),
        ("body_crack", "Body cracked"),
        ("fuel_leak", "Fuel leaked"),
        ("battery_fire", "Traction battery on fire"),
    ),
    "part_kind": (
        ("main_part", "Main part"),
        ("wear_part", "Wear part"),
        ("other_part", "Other part"),
    ),
    "sanbao_replacement": (
        ("nothing", "Nothing"),
        ("part", "The part"),
        ("assembly", "The whole assembly"),
    ),
    "sanbao_exclusion": (
        ("special_parts", "Transport of VIN-specific parts"),
        ("battery_transport", "Transport of the traction battery"),
        ("rescue_travel", "Way of outside rescue"),
    ),
    "sanbao_exemption": (
        ("told_in_writing", "Told in writing at purchase"),
        ("misuse", "Not used or maintained by the manual"),
        ("modified", "Modified against the manual"),
        ("handled_improperly", "Handled improperly after the fault"),
        ("force_majeure", "Force majeure"),
    ),
    "sanbao_decision": (
        ("confirmed", "Confirmed"),
        ("set_aside", "Set aside"),
    ),
}


def up(migrator, db):
    class Frozen(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Case(Frozen):
        class Meta:
            table_name = "complaint_case"

    class Vehicle(Frozen):
        class Meta:
            table_name = "vehicle"

    class RepairOrder(Frozen):
        class Meta:
            table_name = "repair_order"

    class SanbaoCar(Frozen):
        vehicle = ForeignKeyField(Vehicle, unique=True, backref='+')
        purchase_price = BigIntegerField(null=True)
        coefficient_n = CharField(max_length=10)
        repair_years = IntegerField(null=True)
        repair_km = IntegerField(null=True)
        sanbao_years = IntegerField(null=True)
        sanbao_km = IntegerField(null=True)
        has_invoice = CharField(max_length=3)
        has_certificate = CharField(max_length=3)
        exchanged_on = CharField(max_length=10)
        resold = BooleanField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "sanbao_car"

    class SanbaoProblem(Frozen):
        vehicle = ForeignKeyField(Vehicle, backref='+')
        repair_order = ForeignKeyField(RepairOrder, null=True, backref='+')
        happened_at = BigIntegerField(null=True)
        odometer_km = IntegerField(null=True)
        name = CharField(max_length=60)
        quality = CharField(max_length=3)
        safety = CharField(max_length=3)
        cannot_drive = CharField(max_length=3)
        failure = CharField(max_length=40)
        system = CharField(max_length=40)
        part_kind = CharField(max_length=40)
        part = CharField(max_length=60)
        replacement = CharField(max_length=40)
        eliminated = CharField(max_length=3)
        wear_months = IntegerField(null=True)
        wear_km = IntegerField(null=True)
        exemption = CharField(max_length=40)
        excluded_hours = IntegerField(null=True)
        excluded_reason = CharField(max_length=40)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "sanbao_problem"
            indexes = ((('case', 'no'), True),)

    class SanbaoDemand(Frozen):
        made_on = CharField(max_length=10)
        received_on = CharField(max_length=10)
        answered_on = CharField(max_length=10)
        completed_on = CharField(max_length=10)
        accepted_on = CharField(max_length=10)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "sanbao_demand"
            indexes = ((('case', 'no'), True),)

    class SanbaoDecision(Frozen):
        rule = CharField(max_length=40)
        decision = CharField(max_length=20)
        reason = TextField()
        verdict = CharField(max_length=20)
        decided_by = CharField(max_length=60)
        decided_at = BigIntegerField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "sanbao_decision"
            indexes = ((('case', 'no'), True),)

    class Code(Frozen):
        list_name = CharField(max_length=40)
        code = CharField(max_length=40)
        label = CharField(max_length=120)
        parent = CharField(max_length=40)
        position = IntegerField()
        active = BooleanField()
        built_in = BooleanField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "code"
            indexes = ((('branch_id', 'list_name', 'code'), True),)

    db.create_tables([SanbaoCar, SanbaoProblem, SanbaoDemand, SanbaoDecision])
    add_lists(Code)


def add_lists(Code):
    """Give the branches of a store in use the lists that a new one is seeded with."""
    first = Code.select(Code.branch_id, fn.MIN(Code.created_at), fn.MIN(Code.created_by))
    for branch_id, created_at, created_by in list(first.group_by(Code.branch_id).tuples()):
        Code.insert_many(
            [
                {
                    "uid": str(uuid4()),
                    "branch_id": branch_id,
                    "version": 1,
                    "created_at": created_at,
                    "created_by": created_by,
                    "deleted_at": FAR_FUTURE,
                    "list_name": list_name,
                    "code": code,
                    "label": label,
                    "parent": "",
                    "position": position,
                    "active": True,
                    "built_in": True,
                }
                for list_name, listed in LISTS.items()
                for position, (code, label) in enumerate(listed)
            ]
        ).execute()
