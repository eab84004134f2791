"""What is entered when an approval is asked for, decided or taken back."""

from __future__ import annotations

from functools import partial

from models.casework.case.editing import EVERY_STATE
from models.casework.case.fields import ENDED
from models.kernel.fields import FieldSpec, Kind

EDITABLE_IN = EVERY_STATE - ENDED - {"DRAFT"}

_spec = partial(FieldSpec, "approval")

REQUEST_FIELDS = (
    _spec("subject_kind", "Approval for", Kind.CHOICE, required=True, codes="approval_subject"),
    _spec("subject_no", "Number", Kind.INTEGER, note="Number of the option, agreement or payment."),
    _spec("amount", "Amount", Kind.MONEY, required=True, minimum=0),
    _spec(
        "text",
        "What is asked and why",
        Kind.LONG_TEXT,
        required=True,
        searchable=True,
        max_length=2000,
    ),
)
DECISION_FIELDS = (
    _spec("decision", "Decision", Kind.CHOICE, required=True, codes="approval_decision"),
    _spec(
        "reason",
        "Reason",
        Kind.LONG_TEXT,
        searchable=True,
        max_length=1000,
        note="Needed when the request is returned or rejected.",
    ),
    _spec(
        "medium",
        "Decided by way of",
        Kind.CHOICE,
        codes="approval_medium",
        note="Empty means: here in the program, by me.",
    ),
    _spec(
        "decided_by",
        "Who decided",
        max_length=60,
        note="Login, or the name of somebody outside such as the maker's regional manager.",
    ),
    _spec("decided_role", "In which role", max_length=30),
    _spec("decided_at", "Decided at", Kind.MOMENT, past=True),
    _spec("reference", "Paper or call", note="Number or place of the paper, or the call noted."),
)
WITHDRAWAL_FIELDS = (_spec("reason", "Reason", Kind.LONG_TEXT, max_length=1000),)
