"""Fields of the agreement, of its terms and of its signing (H01-H05, domain.md §4.2)."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_spec = partial(FieldSpec, "agreement")
_term = partial(FieldSpec, "agreement.term")

EDITABLE_IN = frozenset({"AGREED"})

CUSTOMER_FIELDS = (
    _spec("customer_name", "Customer", max_length=120, personal=True, searchable=True),
    _spec("customer_kind", "Person or company", Kind.CHOICE, codes="customer_kind"),
    _spec("id_kind", "Identity document", Kind.CHOICE, codes="id_kind"),
    _spec(
        "id_no",
        "Document number",
        max_length=40,
        personal=True,
        note="Of a company its social credit code.",
    ),
    _spec("address", "Address", personal=True),
    _spec("phone", "Phone", Kind.PHONE, personal=True),
    _spec("relation", "Relation to the car", Kind.CHOICE, codes="relation"),
    _spec("agent", "Agent or representative", max_length=100, personal=True),
    _spec("authority_paper", "Power of attorney", note="Needed when an agent signs for a person."),
)
BODY_FIELDS = (
    _spec("place", "Place of signing", max_length=60),
    _spec("sign_date", "Date of signing", Kind.DATE),
    _spec(
        "facts_confirmed",
        "Facts both sides confirm",
        Kind.LONG_TEXT,
        max_length=5000,
        searchable=True,
        note="One fact a line.",
    ),
    _spec(
        "facts_unconfirmed",
        "Facts that stay open",
        Kind.LONG_TEXT,
        max_length=5000,
        note="One a line; they are printed apart.",
    ),
    _spec("our_representative", "Signs for us", max_length=100),
    _spec("our_title", "Position", max_length=60),
    _spec(
        "customer_duties",
        "What the customer contributes",
        Kind.LONG_TEXT,
        max_length=2000,
        note="One duty a line.",
    ),
    _spec("payment_way", "Way of payment", Kind.CHOICE, codes="payment_way"),
    _spec("payment_account", "Account", note="Where it is written down, never the number itself."),
    _spec("confidential", "With the clause on confidentiality", Kind.FLAG),
    _spec(
        "extra_clause",
        "Further terms",
        Kind.LONG_TEXT,
        max_length=5000,
        searchable=True,
        note="One clause a line.",
    ),
    _spec("copies", "Copies", Kind.INTEGER, minimum=2, maximum=6),
    _spec("attachments", "Attachments", Kind.LONG_TEXT, max_length=2000, note="One a line."),
)
AGREEMENT_FIELDS = (*CUSTOMER_FIELDS, *BODY_FIELDS)

TERM_FIELDS = (
    _term("kind", "Kind", Kind.CHOICE, required=True, codes="compensation_kind"),
    _term("demand_no", "Answers demand", Kind.INTEGER, minimum=1),
    _term("text", "What we do", Kind.LONG_TEXT, required=True, max_length=2000, searchable=True),
    _term("amount", "Amount", Kind.MONEY, minimum=0),
    _term("bearer", "Who bears it", Kind.CHOICE, codes="responsible_side"),
    _term("payee", "Paid to", max_length=100, personal=True, note="Empty means the customer."),
    _term("department", "Department", Kind.DEPARTMENT, codes="department"),
    _term("responsible", "Person", Kind.PERSON),
    _term("due_on", "Done by", Kind.DATE),
    _term("proof", "Proof", note="What shows that it was done."),
    _term("advanced_by", "Already advanced by", Kind.PERSON, note="Then it is not paid again."),
)

SIGN_FIELDS = (
    _spec("signed_on", "Signed on", Kind.DATE, required=True, past=True),
    _spec("signatory_ours", "Signed for us by", required=True, max_length=100),
    _spec(
        "signatory_customer",
        "Signed for the customer by",
        required=True,
        max_length=100,
        personal=True,
    ),
    _spec("witness", "Witness", max_length=100),
    _spec("original_place", "Where our original lies", required=True, searchable=True),
    _spec("scan", "Scan of the signed paper", max_length=1000, note="Empty: it is back already."),
)
