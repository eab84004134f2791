"""Fields of deliveries, repairs and the customer's acceptance (I01-I09)."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_delivery = partial(FieldSpec, "implementation.delivery")
_repair = partial(FieldSpec, "implementation.repair")
_acceptance = partial(FieldSpec, "implementation")

DELIVERY_FIELDS = (
    _delivery("kind", "Kind", Kind.CHOICE, required=True, codes="compensation_kind"),
    _delivery("text", "What", Kind.LONG_TEXT, required=True, max_length=1000),
    _delivery("amount", "Amount", Kind.MONEY),
    _delivery("department", "Department", Kind.DEPARTMENT, required=True, codes="department"),
    _delivery("due_on", "Due on", Kind.DATE),
    _delivery("advanced_by", "Advanced by", Kind.PERSON, note="Who paid first."),
    _delivery("claim_from", "Claimed back from", Kind.CHOICE, codes="responsible_side"),
)
HANDED_OVER_FIELDS = (
    _delivery("delivered_at", "Handed over", Kind.MOMENT, past=True, note="Empty means now."),
    _delivery("delivered_amount", "Amount handed over", Kind.MONEY),
    _delivery("received_by", "Received by", required=True, max_length=100, personal=True),
    _delivery("receipt", "Signed receipt", required=True, note="Number of the receipt or voucher."),
)
CLAIM_FIELDS = (
    _delivery("claimed_on", "Claimed on", Kind.DATE, required=True, past=True),
    _delivery("claim_settled_on", "Settled on", Kind.DATE, past=True),
)
REPAIR_FIELDS = (
    _repair("order_no", "Repair order", required=True, max_length=60, searchable=True),
    _repair("job", "Job", Kind.LONG_TEXT, required=True, max_length=2000, searchable=True),
    _repair("parts", "Parts with numbers", max_length=500, searchable=True),
    _repair("technician", "Technician", Kind.PERSON),
    _repair("finished_at", "Finished", Kind.MOMENT, past=True),
)
ACCEPTANCE_FIELDS = (
    _acceptance("inspected_at", "Inspected", Kind.MOMENT, past=True, note="Empty means now."),
    _acceptance("inspected_by", "Customer who inspected", required=True, personal=True),
    _acceptance("shown_by", "Shown by", Kind.PERSON, note="Empty means me."),
    _acceptance("acceptance", "Result", Kind.CHOICE, required=True, codes="acceptance"),
    _acceptance("remarks", "Remarks", Kind.LONG_TEXT, max_length=2000, searchable=True),
)
EDITABLE_IN = frozenset({"SIGNED", "IMPLEMENTING", "VERIFIED"})
CLAIMABLE_IN = EDITABLE_IN | {"FOLLOW_UP", "CLOSED"}
"""An advance may come back long after everything was carried out."""
