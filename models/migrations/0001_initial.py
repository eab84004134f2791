"""The first store: every table as it was at the first release."""

# ruff: noqa
from peewee import *


def up(migrator, db):
    class Frozen(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Absence(Frozen):
        login = CharField(max_length=60)
        first_day = CharField(max_length=10)
        last_day = CharField(max_length=10)
        deputy = CharField(max_length=60)
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "absence"
            indexes = ((('branch_id', 'login', 'last_day'), False),)

    class Case(Frozen):
        case_no = CharField(max_length=40)
        state = CharField(max_length=20)
        hold = CharField(max_length=20)
        hold_reason = CharField(max_length=200)
        hold_since = BigIntegerField()
        level = CharField(max_length=12)
        level_rank = IntegerField()
        level_reason = CharField(max_length=500)
        channel = CharField(max_length=40)
        source = CharField(max_length=40)
        received_at = BigIntegerField()
        customer_id = IntegerField()
        vehicle_id = IntegerField()
        customer_name = CharField(max_length=100)
        name_pinyin = CharField(max_length=200)
        name_initials = CharField(max_length=60)
        phone = CharField(max_length=40)
        plate_no = CharField(max_length=20)
        vin = CharField(max_length=20)
        model = CharField(max_length=100)
        subject = CharField(max_length=200)
        object_kind = CharField(max_length=40)
        employee = CharField(max_length=100)
        owner = CharField(max_length=60)
        department = CharField(max_length=40)
        key_customer = BooleanField()
        repeat_no = IntegerField()
        next_due_at = BigIntegerField()
        first_response_at = BigIntegerField()
        last_contact_at = BigIntegerField()
        closed_at = BigIntegerField()
        outcome = CharField(max_length=40)
        reopened = IntegerField()
        reopened_at = BigIntegerField()
        merged_into = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "complaint_case"
            indexes = ((('branch_id', 'case_no'), True), (('branch_id', 'received_at'), False), (('branch_id', 'state', 'received_at'), False), (('branch_id', 'level_rank', 'received_at'), False), (('branch_id', 'owner', 'received_at'), False), (('branch_id', 'customer_id'), False), (('branch_id', 'vehicle_id'), False), (('branch_id', 'plate_no'), False), (('branch_id', 'phone'), False), (('branch_id', 'vin'), False))

    class Acceptance(Frozen):
        inspected_at = BigIntegerField()
        inspected_by = CharField(max_length=200)
        shown_by = CharField(max_length=60)
        acceptance = CharField(max_length=40)
        remarks = TextField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "acceptance"
            indexes = ((('case', 'no'), True),)

    class Account(Frozen):
        login = CharField(max_length=60)
        name = CharField(max_length=60)
        role = CharField(max_length=30)
        department = CharField(max_length=40)
        title = CharField(max_length=60)
        phone = CharField(max_length=40)
        active = BooleanField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "account"
            indexes = ((('branch_id', 'login'), True),)

    class Agreement(Frozen):
        ordinal = IntegerField()
        state = CharField(max_length=10)
        customer_name = CharField(max_length=120)
        customer_kind = CharField(max_length=20)
        id_kind = CharField(max_length=40)
        id_no = CharField(max_length=40)
        address = CharField(max_length=200)
        phone = CharField(max_length=40)
        relation = CharField(max_length=40)
        agent = CharField(max_length=100)
        authority_paper = CharField(max_length=200)
        place = CharField(max_length=60)
        sign_date = CharField(max_length=10)
        facts_confirmed = TextField()
        facts_unconfirmed = TextField()
        our_representative = CharField(max_length=100)
        our_title = CharField(max_length=60)
        customer_duties = TextField()
        payment_way = CharField(max_length=40)
        payment_account = CharField(max_length=200)
        confidential = BooleanField()
        extra_clause = TextField()
        copies = IntegerField()
        attachments = TextField()
        doc_no = CharField(max_length=60)
        paper_version = IntegerField()
        content_hash = CharField(max_length=64)
        printed_on = CharField(max_length=10)
        signed_on = CharField(max_length=10)
        signatory_ours = CharField(max_length=100)
        signatory_customer = CharField(max_length=100)
        witness = CharField(max_length=100)
        original_place = CharField(max_length=200)
        scan_sha256 = CharField(max_length=64)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "agreement"
            indexes = ((('case', 'no'), True),)

    class Approval(Frozen):
        subject_kind = CharField(max_length=20)
        subject_no = IntegerField()
        amount = BigIntegerField()
        earlier_amount = BigIntegerField()
        text = TextField()
        requested_by = CharField(max_length=60)
        requested_at = BigIntegerField()
        needs_role = CharField(max_length=30)
        state = CharField(max_length=20)
        decided_by = CharField(max_length=60)
        decided_role = CharField(max_length=30)
        recorded_by = CharField(max_length=60)
        medium = CharField(max_length=20)
        decided_at = BigIntegerField()
        reason = TextField()
        reference = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "approval"
            indexes = ((('case', 'no'), True), (('branch_id', 'state', 'requested_at'), False))

    class AuditEntry(Frozen):
        seq = AutoField()
        branch_id = IntegerField()
        actor = CharField(max_length=60)
        recorded_by = CharField(max_length=60)
        medium = CharField(max_length=20)
        at = BigIntegerField()
        command = CharField(max_length=60)
        action = CharField(max_length=10)
        subject = CharField(max_length=80)
        case_id = IntegerField()
        previous_hash = CharField(max_length=64)
        hash = CharField(max_length=64)

        class Meta:
            table_name = "audit_entry"
            indexes = ((('case_id', 'seq'), False), (('branch_id', 'command', 'at'), False))

    class AuditValue(Frozen):
        entry = ForeignKeyField(AuditEntry, backref='+')
        key = CharField(max_length=60)
        side = CharField(max_length=3)
        salt = CharField(max_length=32)
        value = TextField(null=True)
        digest = CharField(max_length=64)

        class Meta:
            table_name = "audit_value"

    class AuthorityLimit(Frozen):
        role = CharField(max_length=30)
        limit_fen = BigIntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "authority_limit"
            indexes = ((('branch_id', 'role'), True),)

    class Branch(Frozen):
        name = CharField(max_length=120)
        short_name = CharField(max_length=40)
        credit_code = CharField(max_length=18)
        address = CharField(max_length=200)
        phone = CharField(max_length=40)
        place = CharField(max_length=60)
        logo = CharField(max_length=64)
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "branch"
            indexes = ((('branch_id',), True),)

    class CalendarDay(Frozen):
        branch_id = IntegerField()
        day = CharField(max_length=10)
        kind = CharField(max_length=10)
        name = CharField(max_length=60)

        class Meta:
            table_name = "calendar_day"
            indexes = ((('branch_id', 'day'), True),)

    class CaseLink(Frozen):
        other = ForeignKeyField(Case, backref='+')
        kind = CharField(max_length=20)
        note = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "case_link"
            indexes = ((('case', 'no'), True),)

    class Cause(Frozen):
        code = CharField(max_length=40)
        detail = TextField()
        is_root = BooleanField()
        evidence = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "cause"
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

    class Contact(Frozen):
        at = BigIntegerField()
        way = CharField(max_length=40)
        direction = CharField(max_length=10)
        purpose = CharField(max_length=40)
        handler = CharField(max_length=60)
        leader = CharField(max_length=60)
        with_whom = CharField(max_length=100)
        place = CharField(max_length=100)
        reached = BooleanField()
        mood = IntegerField(null=True)
        summary = TextField()
        apology = BooleanField()
        apology_words = TextField()
        promised_at = BigIntegerField(null=True)
        next_at = BigIntegerField(null=True)
        changed_setting = CharField(max_length=60)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "contact"
            indexes = ((('case', 'no'), True),)

    class Counter(Frozen):
        branch_id = IntegerField()
        series = CharField(max_length=40)
        year = IntegerField()
        last = IntegerField()

        class Meta:
            table_name = "counter"
            indexes = ((('branch_id', 'series', 'year'), True),)

    class Credential(Frozen):
        account = ForeignKeyField(Account, unique=True, backref='+')
        password_hash = CharField(max_length=200)
        must_change = BooleanField()
        failed_count = IntegerField()
        locked_until = BigIntegerField()

        class Meta:
            table_name = "credential"

    class Customer(Frozen):
        kind = CharField(max_length=10)
        name = CharField(max_length=120)
        name_pinyin = CharField(max_length=400)
        name_initials = CharField(max_length=120)
        gender = CharField(max_length=10)
        phone = CharField(max_length=40)
        phone_tail = CharField(max_length=4)
        phone2 = CharField(max_length=40)
        id_kind = CharField(max_length=20)
        id_no = CharField(max_length=40)
        credit_code = CharField(max_length=18)
        contact_person = CharField(max_length=60)
        address = CharField(max_length=200)
        email = CharField(max_length=120)
        home_dealer = CharField(max_length=120)
        key_customer = BooleanField()
        key_reason = CharField(max_length=200)
        wants_to_buy = IntegerField(null=True)
        note = TextField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "customer"
            indexes = ((('branch_id', 'name'), False), (('branch_id', 'name_pinyin'), False), (('branch_id', 'name_initials'), False), (('branch_id', 'phone'), False), (('branch_id', 'phone_tail'), False), (('branch_id', 'phone2'), False), (('branch_id', 'credit_code'), False))

    class Delivery(Frozen):
        term_no = IntegerField()
        demand_no = IntegerField()
        kind = CharField(max_length=40)
        text = TextField()
        amount = BigIntegerField(null=True)
        department = CharField(max_length=40)
        due_on = CharField(max_length=10)
        advanced_by = CharField(max_length=60)
        claim_from = CharField(max_length=40)
        delivered_at = BigIntegerField()
        delivered_amount = BigIntegerField(null=True)
        received_by = CharField(max_length=100)
        receipt = CharField(max_length=200)
        claimed_on = CharField(max_length=10)
        claim_settled_on = CharField(max_length=10)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "delivery"
            indexes = ((('case', 'no'), True),)

    class Demand(Frozen):
        kind = CharField(max_length=40)
        text = TextField()
        amount = BigIntegerField(null=True)
        deadline = BigIntegerField(null=True)
        reason = CharField(max_length=200)
        answer = CharField(max_length=20)
        answer_text = TextField()
        agreed_text = TextField()
        agreed_amount = BigIntegerField(null=True)
        delivered_at = BigIntegerField(null=True)
        delivered_amount = BigIntegerField(null=True)
        delivery_note = CharField(max_length=200)
        satisfied = CharField(max_length=20)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "demand"
            indexes = ((('case', 'no'), True),)

    class DemandVersion(Frozen):
        demand_no = IntegerField()
        stated_at = BigIntegerField()
        kind = CharField(max_length=40)
        text = TextField()
        amount = BigIntegerField(null=True)
        deadline = BigIntegerField(null=True)
        reason = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "demand_version"
            indexes = ((('case', 'no'), True),)

    class Draft(Frozen):
        branch_id = IntegerField()
        owner = CharField(max_length=60)
        form = CharField(max_length=60)
        about = CharField(max_length=60)
        content = TextField()
        at = BigIntegerField()

        class Meta:
            table_name = "draft"
            indexes = ((('branch_id', 'owner', 'form', 'about'), True),)

    class Due(Frozen):
        kind = CharField(max_length=30)
        started_at = BigIntegerField()
        due_at = BigIntegerField()
        met_at = BigIntegerField()
        legal = BooleanField()
        working = BooleanField()
        paused_at = BigIntegerField()
        remaining_minutes = IntegerField()
        uncertain = BooleanField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "due"
            indexes = ((('case', 'no'), True),)

    class Evidence(Frozen):
        kind = CharField(max_length=40)
        title = CharField(max_length=200)
        file_sha256 = CharField(max_length=64)
        file_name = CharField(max_length=200)
        media_type = CharField(max_length=80)
        size = IntegerField()
        taken_at = BigIntegerField(null=True)
        taken_by = CharField(max_length=60)
        place = CharField(max_length=200)
        received_from = CharField(max_length=100)
        custody = TextField()
        stage = CharField(max_length=20)
        about = CharField(max_length=40)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "evidence"
            indexes = ((('case', 'no'), True),)

    class EvidenceCustody(Frozen):
        evidence_no = IntegerField()
        at = BigIntegerField()
        from_whom = CharField(max_length=100)
        to_whom = CharField(max_length=100)
        place = CharField(max_length=200)
        purpose = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "evidence_custody"
            indexes = ((('case', 'no'), True),)

    class Finding(Frozen):
        stated_facts = TextField()
        checked_facts = TextField()
        speaks_against = TextField()
        fact_evidence = CharField(max_length=200)
        more_visits = BooleanField()
        more_visits_note = CharField(max_length=200)
        complaint_stands = CharField(max_length=40)
        stands_reason = TextField()
        finding_side = CharField(max_length=40)
        use_not_explained = BooleanField()
        burden_of_proof = TextField()
        root_cause = TextField()
        joint_with = CharField(max_length=200)
        joint_at = BigIntegerField(null=True)
        joint_result = TextField()
        handling = CharField(max_length=20)
        handling_by = CharField(max_length=60)
        handling_at = BigIntegerField()
        transfer_department = CharField(max_length=40)
        transfer_reason = CharField(max_length=200)
        transferred_at = BigIntegerField()
        leader = CharField(max_length=60)
        report_text = TextField()
        reported_by = CharField(max_length=60)
        reported_at = BigIntegerField(null=True)
        explained_text = TextField()
        explained_way = CharField(max_length=40)
        explained_at = BigIntegerField(null=True)
        explained_by = CharField(max_length=60)
        explained_mood = IntegerField(null=True)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "finding"
            indexes = ((('case', 'no'), True),)

    class FollowUp(Frozen):
        due_at = BigIntegerField()
        state = CharField(max_length=20)
        done_at = BigIntegerField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "follow_up"
            indexes = ((('case', 'no'), True), (('branch_id', 'state', 'due_at'), False))

    class FollowUpAttempt(Frozen):
        follow_up_no = IntegerField()
        at = BigIntegerField()
        by = CharField(max_length=60)
        way = CharField(max_length=40)
        reached = BooleanField()
        satisfaction = IntegerField(null=True)
        change_wanted = BooleanField()
        repurchase = CharField(max_length=40)
        word_of_mouth = CharField(max_length=40)
        recommend = IntegerField(null=True)
        felt = CharField(max_length=200)
        words = TextField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "follow_up_attempt"
            indexes = ((('case', 'no'), True),)

    class FrozenPaper(Frozen):
        kind = CharField(max_length=40)
        ordinal = IntegerField()
        paper_version = IntegerField()
        doc_no = CharField(max_length=60)
        language = CharField(max_length=10)
        template_version = CharField(max_length=20)
        content = TextField()
        content_hash = CharField(max_length=64)
        files = TextField()
        pages = IntegerField()
        printed_at = BigIntegerField()
        printed_by = CharField(max_length=60)
        state = CharField(max_length=10)
        about = CharField(max_length=60)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "frozen_paper"
            indexes = ((('case', 'no'), True), (('branch_id', 'doc_no', 'paper_version'), True))

    class Vehicle(Frozen):
        plate_no = CharField(max_length=20)
        plate_tail = CharField(max_length=20)
        vin = CharField(max_length=17)
        vin_tail = CharField(max_length=6)
        brand = CharField(max_length=60)
        model = CharField(max_length=80)
        spec = CharField(max_length=120)
        engine_no = CharField(max_length=40)
        production_date = CharField(max_length=10)
        batch_no = CharField(max_length=40)
        invoice_date = CharField(max_length=10)
        delivery_date = CharField(max_length=10)
        odometer_km = IntegerField(null=True)
        use_kind = CharField(max_length=40)
        powertrain = CharField(max_length=40)
        sold_by_us = BooleanField()
        note = TextField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "vehicle"
            indexes = ((('branch_id', 'plate_no'), False), (('branch_id', 'plate_tail'), False), (('branch_id', 'vin'), False), (('branch_id', 'vin_tail'), False))

    class HandoverCheck(Frozen):
        vehicle = ForeignKeyField(Vehicle, backref='+')
        handed_over_on = CharField(max_length=10)
        told = TextField()
        told_by = CharField(max_length=60)
        note = TextField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "handover_check"

    class Intake(Frozen):
        case = ForeignKeyField(Case, unique=True, backref='+')
        phone = CharField(max_length=40)
        customer_name = CharField(max_length=100)
        customer_kind = CharField(max_length=20)
        contact_person = CharField(max_length=100)
        relation = CharField(max_length=40)
        address = CharField(max_length=200)
        anonymous = BooleanField()
        plate_no = CharField(max_length=20)
        vin = CharField(max_length=20)
        model = CharField(max_length=100)
        odometer_km = IntegerField(null=True)
        invoice_date = CharField(max_length=10)
        vehicle_where = CharField(max_length=40)
        vehicle_place = CharField(max_length=200)
        home_dealer = CharField(max_length=200)
        channel = CharField(max_length=40)
        source = CharField(max_length=40)
        source_no = CharField(max_length=60)
        object_kind = CharField(max_length=40)
        subject = CharField(max_length=80)
        story = TextField()
        happened_at = BigIntegerField(null=True)
        happened_place = CharField(max_length=200)
        injured = BooleanField()
        mood = IntegerField(null=True)
        level = CharField(max_length=12)
        promised_at = BigIntegerField(null=True)
        owner = CharField(max_length=60)
        symptom = CharField(max_length=200)
        used_how = CharField(max_length=200)
        recent_use = CharField(max_length=200)
        part = CharField(max_length=200)
        replaced_parts = CharField(max_length=200)
        production_date = CharField(max_length=10)
        batch_no = CharField(max_length=60)
        employee = CharField(max_length=100)
        repair_order_no = CharField(max_length=60)
        key_points = TextField()
        read_back_text = TextField()
        focus = CharField(max_length=200)
        explicit_problem = TextField()
        hidden_problem = TextField()
        read_back_confirmed = BooleanField()
        confirmed_by = CharField(max_length=100)
        read_back_by = CharField(max_length=60)
        read_back_at = BigIntegerField()
        recorded_by = CharField(max_length=60)
        recorded_at = BigIntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "intake"

    class Option(Frozen):
        rank = IntegerField()
        title = CharField(max_length=100)
        text = TextField()
        kinds = CharField(max_length=200)
        amount = BigIntegerField(null=True)
        cost_bearer = CharField(max_length=40)
        basis = TextField()
        covers = CharField(max_length=100)
        state = CharField(max_length=20)
        offered_at = BigIntegerField()
        offered_by = CharField(max_length=60)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "option"
            indexes = ((('case', 'no'), True),)

    class Ownership(Frozen):
        customer = ForeignKeyField(Customer, backref='+')
        vehicle = ForeignKeyField(Vehicle, backref='+')
        relation = CharField(max_length=40)
        since = CharField(max_length=10)
        until = CharField(max_length=10)
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "ownership"

    class Plan(Frozen):
        ongoing_trade = CharField(max_length=20)
        repurchase_hope = CharField(max_length=20)
        word_of_mouth = CharField(max_length=20)
        demand_reasonable = CharField(max_length=20)
        company_fault = IntegerField(null=True)
        our_limit = BigIntegerField(null=True)
        customer_limit = BigIntegerField(null=True)
        negotiator = CharField(max_length=60)
        face_need = TextField()
        legal_check = TextField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "plan"
            indexes = ((('case', 'no'), True),)

    class PrintEvent(Frozen):
        kind = CharField(max_length=40)
        doc_no = CharField(max_length=60)
        paper_version = IntegerField()
        at = BigIntegerField()
        by = CharField(max_length=60)
        copies = IntegerField()
        via = CharField(max_length=20)
        draft = BooleanField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "print_event"
            indexes = ((('case', 'no'), True),)

    class Rectification(Frozen):
        what = TextField()
        kind = CharField(max_length=40)
        priority = CharField(max_length=40)
        owner = CharField(max_length=60)
        department = CharField(max_length=40)
        due_on = CharField(max_length=10)
        state = CharField(max_length=20)
        result = TextField()
        finished_on = CharField(max_length=10)
        checked_by = CharField(max_length=60)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "rectification"
            indexes = ((('case', 'no'), True), (('branch_id', 'state', 'due_on'), False))

    class Repair(Frozen):
        order_no = CharField(max_length=60)
        job = TextField()
        parts = CharField(max_length=500)
        technician = CharField(max_length=60)
        finished_at = BigIntegerField(null=True)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "repair"
            indexes = ((('case', 'no'), True),)

    class RepairOrder(Frozen):
        vehicle = ForeignKeyField(Vehicle, backref='+')
        order_no = CharField(max_length=40)
        confirmed_at = BigIntegerField()
        completed_at = BigIntegerField(null=True)
        odometer_km = IntegerField(null=True)
        symptom = TextField()
        finding = TextField()
        work = TextField()
        parts = TextField()
        paid_fen = BigIntegerField(null=True)
        warranty = BooleanField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "repair_order"
            indexes = ((('vehicle', 'confirmed_at'), False), (('branch_id', 'order_no'), False))

    class Responsibility(Frozen):
        side = CharField(max_length=40)
        department = CharField(max_length=40)
        person = CharField(max_length=100)
        share_percent = IntegerField()
        reason = TextField()
        pays = BooleanField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "responsibility"
            indexes = ((('case', 'no'), True),)

    class ReturnedScan(Frozen):
        doc_no = CharField(max_length=60)
        paper_version = IntegerField()
        sha256 = CharField(max_length=64)
        file_name = CharField(max_length=200)
        received_at = BigIntegerField()
        note = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "returned_scan"
            indexes = ((('case', 'no'), True),)

    class Review(Frozen):
        case = ForeignKeyField(Case, unique=True, backref='+')
        lesson = TextField()
        mistakes = TextField()
        missed_chances = TextField()
        comment = TextField()
        finding_kind = CharField(max_length=40)
        systemic = BooleanField()
        lost_sales = IntegerField(null=True)
        won_sales = IntegerField(null=True)
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "review"

    class Round(Frozen):
        at = BigIntegerField()
        way = CharField(max_length=40)
        place = CharField(max_length=100)
        by = CharField(max_length=60)
        with_whom = CharField(max_length=100)
        option_no = IntegerField()
        words = TextField()
        reaction = CharField(max_length=40)
        proposal = TextField()
        demand_changes = TextField()
        mood = IntegerField(null=True)
        result = CharField(max_length=40)
        persuasion = TextField()
        next_step = CharField(max_length=200)
        next_at = BigIntegerField(null=True)
        contact_no = IntegerField()
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "round"
            indexes = ((('case', 'no'), True),)

    class SearchText(Frozen):
        branch_id = IntegerField()
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        case_id = IntegerField()
        field = CharField(max_length=60)
        body = TextField()
        normaliser = IntegerField()

        class Meta:
            table_name = "search_text"
            indexes = ((('subject', 'subject_id'), False), (('branch_id', 'case_id'), False))

    class Setting(Frozen):
        key = CharField(max_length=60)
        content = TextField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "setting"
            indexes = ((('branch_id', 'key'), True),)

    class Severity(Frozen):
        severity = IntegerField()
        safety = IntegerField()
        complexity = IntegerField()
        impact = IntegerField()
        urgency = IntegerField()
        action_possible = BooleanField()
        action = TextField()
        score = IntegerField()
        proposed_level = CharField(max_length=12)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "severity"
            indexes = ((('case', 'no'), True),)

    class StoredFile(Frozen):
        sha256 = CharField(max_length=64, unique=True)
        size = IntegerField()
        media_type = CharField(max_length=80)
        stored_at = BigIntegerField()

        class Meta:
            table_name = "stored_file"

    class Task(Frozen):
        kind = CharField(max_length=40)
        stage = CharField(max_length=20)
        about = CharField(max_length=40)
        department = CharField(max_length=40)
        assignee = CharField(max_length=60)
        title = CharField(max_length=200)
        detail = TextField()
        due_at = BigIntegerField()
        state = CharField(max_length=20)
        acknowledged_at = BigIntegerField()
        acknowledged_by = CharField(max_length=60)
        done_at = BigIntegerField()
        done_by = CharField(max_length=60)
        result = TextField()
        proof = CharField(max_length=200)
        verified_at = BigIntegerField()
        verified_by = CharField(max_length=60)
        exception_reason = CharField(max_length=200)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "task"
            indexes = ((('case', 'no'), True), (('branch_id', 'state', 'due_at'), False))

    class Term(Frozen):
        agreement_no = IntegerField()
        position = IntegerField()
        kind = CharField(max_length=40)
        demand_no = IntegerField()
        text = TextField()
        amount = BigIntegerField(null=True)
        bearer = CharField(max_length=40)
        payee = CharField(max_length=100)
        department = CharField(max_length=40)
        responsible = CharField(max_length=60)
        due_on = CharField(max_length=10)
        proof = CharField(max_length=200)
        advanced_by = CharField(max_length=60)
        case = ForeignKeyField(Case, backref='+')
        no = IntegerField()
        uid = CharField(max_length=36, unique=True)
        branch_id = IntegerField()
        version = IntegerField()
        created_at = BigIntegerField()
        created_by = CharField(max_length=60)
        deleted_at = BigIntegerField()

        class Meta:
            table_name = "term"
            indexes = ((('case', 'no'), True),)

    class Thumbnail(Frozen):
        file = ForeignKeyField(StoredFile, unique=True, backref='+')
        png = BlobField()

        class Meta:
            table_name = "thumbnail"

    db.create_tables([Absence, Case, Acceptance, Account, Agreement, Approval, AuditEntry, AuditValue, AuthorityLimit, Branch, CalendarDay, CaseLink, Cause, Code, Contact, Counter, Credential, Customer, Delivery, Demand, DemandVersion, Draft, Due, Evidence, EvidenceCustody, Finding, FollowUp, FollowUpAttempt, FrozenPaper, Vehicle, HandoverCheck, Intake, Option, Ownership, Plan, PrintEvent, Rectification, Repair, RepairOrder, Responsibility, ReturnedScan, Review, Round, SearchText, Setting, Severity, StoredFile, Task, Term, Thumbnail])
    db.execute_sql('CREATE INDEX IF NOT EXISTS complaint_case_open_due ON complaint_case (branch_id, next_due_at) WHERE closed_at = 253402300799999')
