"""What is entered before and during the talks: plan, options, rounds."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

EDITABLE_IN = frozenset({"INVESTIGATING", "PROPOSED", "NEGOTIATING"})
OFFERED_IN = frozenset({"PROPOSED", "NEGOTIATING"})
"""Nothing is promised before the facts are found (requirement B11)."""

_plan = partial(FieldSpec, "negotiation")
_option = partial(FieldSpec, "negotiation.option")
_round = partial(FieldSpec, "negotiation.round")
_words = partial(
    FieldSpec, "negotiation.round", kind=Kind.LONG_TEXT, searchable=True, max_length=2000
)

PLAN_FIELDS = (
    _plan(
        "ongoing_trade",
        "Does the customer go on doing business with us?",
        Kind.CHOICE,
        codes="ongoing_trade",
    ),
    _plan("repurchase_hope", "Will the customer buy again?", Kind.CHOICE, codes="repurchase"),
    _plan(
        "word_of_mouth", "What will the customer tell others?", Kind.CHOICE, codes="word_of_mouth"
    ),
    _plan("demand_reasonable", "Is the demand reasonable?", Kind.CHOICE, codes="reasonableness"),
    _plan("company_fault", "How far is it our fault, in %?", Kind.PERCENT),
    _plan("our_limit", "Our limit", Kind.MONEY, minimum=0, note="The most we go to."),
    _plan(
        "customer_limit",
        "The customer's limit",
        Kind.MONEY,
        minimum=0,
        note="The least the customer may settle for, as far as we know.",
    ),
    _plan("negotiator", "Negotiator", Kind.PERSON, note="One named person; empty means me."),
    _plan("face_need", "What saves the customer's face", Kind.LONG_TEXT, max_length=1000),
    _plan("legal_check", "Law and company rules checked", Kind.LONG_TEXT, max_length=2000),
)
FIVE_QUESTIONS = tuple(spec.key for spec in PLAN_FIELDS[:5])

OPTION_FIELDS = (
    _option("title", "Option", required=True, searchable=True, max_length=100),
    _option("text", "What we do", Kind.LONG_TEXT, required=True, searchable=True, max_length=5000),
    _option(
        "kinds", "Kind of compensation", Kind.CHOICES, required=True, codes="compensation_kind"
    ),
    _option("amount", "What it costs", Kind.MONEY, minimum=0),
    _option("cost_bearer", "Who bears it", Kind.CHOICE, codes="responsible_side"),
    _option(
        "basis",
        "Basis",
        Kind.LONG_TEXT,
        max_length=2000,
        note="Cause, contract, law or rule; it is explained to the customer.",
    ),
    _option(
        "covers", "Answers demands", Kind.CHOICES, note="Numbers of the demands, such as 1, 3."
    ),
)
ORDER_FIELDS = (
    _option("order", "Order", Kind.CHOICES, required=True, note="Numbers, the best first."),
)
ASK_FIELDS = (_option("request_text", "What is asked and why", Kind.LONG_TEXT, max_length=2000),)
ROUND_FIELDS = (
    _round("at", "When", Kind.MOMENT, past=True, note="Empty means now."),
    _round("way", "Way", Kind.CHOICE, required=True, codes="contact_way"),
    _round("place", "Place", max_length=100),
    _round("by", "Who negotiated", Kind.PERSON, note="Empty means me."),
    _round("with_whom", "With whom", personal=True, max_length=100),
    _round("option_no", "Option offered", Kind.INTEGER, minimum=1),
    _words("words", "What the customer said", required=True),
    _round("reaction", "Reaction", Kind.CHOICE, codes="reaction"),
    _words("proposal", "The customer's own proposal"),
    _words("demand_changes", "Changes of the demands"),
    _round("mood", "Mood", Kind.INTEGER, minimum=1, maximum=5),
    _round("result", "Result", Kind.CHOICE, required=True, codes="round_result"),
    _words("persuasion", "How we explained and persuaded"),
    _round("next_step", "Next step"),
    _round("next_at", "Next contact agreed for", Kind.MOMENT),
)
