"""Fields of the review and of rectification items (L01, L04, L05, L10, L11)."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_spec = partial(FieldSpec, "review")
_item = partial(FieldSpec, "review.rectification")

REVIEW_FIELDS = (
    _spec("lesson", "Lesson", Kind.LONG_TEXT, required=True, max_length=5000, searchable=True),
    _spec("mistakes", "What we did wrong", Kind.LONG_TEXT, max_length=5000),
    _spec("missed_chances", "Chances missed", Kind.LONG_TEXT, max_length=5000),
    _spec("comment", "Comment on the case", Kind.LONG_TEXT, max_length=5000, searchable=True),
    _spec("finding_kind", "Kind of finding", Kind.CHOICE, codes="finding_kind"),
    _spec(
        "systemic",
        "It can happen again elsewhere",
        Kind.FLAG,
        note="Then a rectification item is needed before closing.",
    ),
    _spec("lost_sales", "Purchases lost", Kind.INTEGER, minimum=0, maximum=999, note="vehicles"),
    _spec("won_sales", "Purchases kept or won", Kind.INTEGER, minimum=0, maximum=999),
)
RECTIFICATION_FIELDS = (
    _item("what", "What is put right", Kind.LONG_TEXT, required=True, max_length=2000),
    _item("kind", "Kind", Kind.CHOICE, required=True, codes="rectification_kind"),
    _item("priority", "Priority", Kind.CHOICE, required=True, codes="priority"),
    _item("owner", "Owner", Kind.PERSON, required=True),
    _item("department", "Department", Kind.DEPARTMENT, codes="department"),
    _item("due_on", "Due on", Kind.DATE, required=True),
)
RESULT_FIELDS = (
    _item("result", "Result", Kind.LONG_TEXT, required=True, max_length=2000),
    _item("finished_on", "Finished on", Kind.DATE, required=True, past=True),
)
EDITABLE_IN = frozenset(
    {
        "IMPLEMENTING",
        "VERIFIED",
        "FOLLOW_UP",
        "CLOSED",
        "REJECTED_EXPLAINED",
        "WITHDRAWN",
    }
)
