"""Fields of a follow-up call (K01-K07)."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_spec = partial(FieldSpec, "followup")
_demand = partial(FieldSpec, "followup.demand")

ATTEMPT_FIELDS = (
    _spec("at", "When", Kind.MOMENT, past=True, note="Empty means now."),
    _spec("way", "Way", Kind.CHOICE, required=True, codes="contact_way"),
    _spec("reached", "Customer reached", Kind.FLAG),
    _spec("satisfaction", "Satisfaction", Kind.INTEGER, minimum=1, maximum=5, note="5 very good"),
    _spec("change_wanted", "The customer wants something changed", Kind.FLAG),
    _spec("repurchase", "Would buy here again", Kind.CHOICE, codes="repurchase"),
    _spec("word_of_mouth", "Speaks of us", Kind.CHOICE, codes="word_of_mouth"),
    _spec("recommend", "Would recommend us", Kind.INTEGER, minimum=0, maximum=10, note="0–10"),
    _spec("felt", "The customer felt", Kind.CHOICES, codes="felt", note="Heard, understood …"),
    _spec(
        "words",
        "What the customer said",
        Kind.LONG_TEXT,
        max_length=5000,
        searchable=True,
    ),
)
DEMAND_FIELDS = (
    _demand("demand", "Demand", Kind.INTEGER, required=True, minimum=1),
    _demand("satisfied", "Satisfied", Kind.CHOICE, required=True, codes="satisfaction"),
)
EDITABLE_IN = frozenset({"VERIFIED", "FOLLOW_UP", "CLOSED"})
