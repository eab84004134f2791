"""Tables of the agreement: its versions, and the terms of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import BooleanField, CharField, IntegerField, TextField

from models.casework.case.tables import CaseRecord
from models.kernel.db import FenField

from . import fields

if TYPE_CHECKING:
    from models.kernel.fields import FieldSpec


class Agreement(CaseRecord):
    """One version of the agreement; a printed one is never changed, a change is a new one."""

    specs: ClassVar[tuple[FieldSpec, ...]] = (*fields.AGREEMENT_FIELDS, *fields.SIGN_FIELDS[:5])

    ordinal = IntegerField(default=1)
    state = CharField(max_length=10, default="draft")
    customer_name = CharField(max_length=120, default="")
    customer_kind = CharField(max_length=20, default="person")
    id_kind = CharField(max_length=40, default="")
    id_no = CharField(max_length=40, default="")
    address = CharField(max_length=200, default="")
    phone = CharField(max_length=40, default="")
    relation = CharField(max_length=40, default="")
    agent = CharField(max_length=100, default="")
    authority_paper = CharField(max_length=200, default="")
    place = CharField(max_length=60, default="")
    sign_date = CharField(max_length=10, default="")
    facts_confirmed = TextField(default="")
    facts_unconfirmed = TextField(default="")
    our_representative = CharField(max_length=100, default="")
    our_title = CharField(max_length=60, default="")
    customer_duties = TextField(default="")
    payment_way = CharField(max_length=40, default="")
    payment_account = CharField(max_length=200, default="")
    confidential = BooleanField(default=True)
    extra_clause = TextField(default="")
    copies = IntegerField(default=2)
    attachments = TextField(default="")
    doc_no = CharField(max_length=60, default="")
    paper_version = IntegerField(default=0)
    content_hash = CharField(max_length=64, default="")
    printed_on = CharField(max_length=10, default="")
    signed_on = CharField(max_length=10, default="")
    signatory_ours = CharField(max_length=100, default="")
    signatory_customer = CharField(max_length=100, default="")
    witness = CharField(max_length=100, default="")
    original_place = CharField(max_length=200, default="")
    scan_sha256 = CharField(max_length=64, default="")


class Term(CaseRecord):
    """One thing we do by an agreement; ``position`` is its number in that version."""

    specs: ClassVar[tuple[FieldSpec, ...]] = fields.TERM_FIELDS

    agreement_no = IntegerField()
    position = IntegerField()
    kind = CharField(max_length=40)
    demand_no = IntegerField(default=0)
    text = TextField()
    amount = FenField(null=True)
    bearer = CharField(max_length=40, default="")
    payee = CharField(max_length=100, default="")
    department = CharField(max_length=40, default="")
    responsible = CharField(max_length=60, default="")
    due_on = CharField(max_length=10, default="")
    proof = CharField(max_length=200, default="")
    advanced_by = CharField(max_length=60, default="")
