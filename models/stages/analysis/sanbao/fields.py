"""What is entered for the three guarantees: the car, judged problems, demand, decision."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from models.dealership.parties.fields import VEHICLE_FIELDS
from models.kernel.fields import FieldSpec, Kind

_car = partial(FieldSpec, "analysis.sanbao_car")
_problem = partial(FieldSpec, "analysis.sanbao")
_demand = partial(FieldSpec, "analysis.sanbao_demand")
_decision = partial(FieldSpec, "analysis.sanbao_decision")
_yes_no = partial(_problem, kind=Kind.CHOICE, codes="yes_no")
_years = partial(_car, kind=Kind.INTEGER, minimum=0, maximum=20)

_MOST_KM = 2_000_000

OF_VEHICLE = ("invoice_date", "delivery_date", "odometer_km", "use_kind")
"""Columns of the vehicle itself that are filled in with its papers."""

OF_PAPERS = (
    _car("purchase_price", "Purchase price with tax", Kind.MONEY, minimum=0),
    _car(
        "coefficient_n",
        "Coefficient n of the usage fee",
        max_length=10,
        note="As on the certificate, such as 0.5% or 0.005.",
    ),
    _years("repair_years", "Free repair for years", note="Empty means 3 years or 60,000 km."),
    _car("repair_km", "Free repair for km", Kind.INTEGER, minimum=0, maximum=_MOST_KM),
    _years("sanbao_years", "Three guarantees for years", note="Empty means 2 years or 50,000 km."),
    _car("sanbao_km", "Three guarantees for km", Kind.INTEGER, minimum=0, maximum=_MOST_KM),
    _car("has_invoice", "Purchase invoice seen", Kind.CHOICE, codes="yes_no"),
    _car("has_certificate", "Certificate seen", Kind.CHOICE, codes="yes_no"),
    _car(
        "exchanged_on",
        "Exchanged on",
        Kind.DATE,
        past=True,
        note="Of a car that was given in exchange: both periods begin anew (art. 29).",
    ),
    _car("resold", "Sold again after a return (art. 33)", Kind.FLAG),
)
CAR_FIELDS = (
    *(
        replace(spec, form="analysis.sanbao_car", searchable=False)
        for spec in VEHICLE_FIELDS
        if spec.key in OF_VEHICLE
    ),
    *OF_PAPERS,
)

JUDGED_FIELDS = (
    _problem(
        "name",
        "Problem",
        max_length=60,
        required=True,
        searchable=True,
        note="The same name is the same quality problem.",
    ),
    _yes_no("quality", "Quality problem"),
    _yes_no("safety", "Serious safety fault"),
    _yes_no("cannot_drive", "Cannot be driven safely"),
    _problem("failure", "Failure of art. 23", Kind.CHOICE, codes="sanbao_failure"),
    _problem("system", "Assembly or system", Kind.CHOICE, codes="sanbao_system"),
    _problem(
        "part_kind",
        "Kind of part",
        Kind.CHOICE,
        codes="part_kind",
    ),
    _problem("part", "Part", max_length=60),
    _problem("replacement", "What has to be replaced", Kind.CHOICE, codes="sanbao_replacement"),
    _yes_no("eliminated", "Gone after the repair"),
    _problem("wear_months", "Wear part: months", Kind.INTEGER, minimum=0, maximum=240),
    _problem("wear_km", "Wear part: km", Kind.INTEGER, minimum=0, maximum=_MOST_KM),
    _problem(
        "exemption",
        "Exemption we claim (art. 32)",
        Kind.CHOICE,
        codes="sanbao_exemption",
        note="We have to prove it; care elsewhere is no ground.",
    ),
)
EXCLUDED_FIELDS = (
    _problem(
        "excluded_hours",
        "Excluded hours",
        Kind.INTEGER,
        minimum=0,
        maximum=10_000,
        note="By art. 24, not among the 30 days.",
    ),
    _problem("excluded_reason", "Why excluded", Kind.CHOICE, codes="sanbao_exclusion"),
)
PROBLEM_FIELDS = (
    _problem(
        "order_no", "Repair order", max_length=40, note="Empty when it came to no workshop yet."
    ),
    _problem(
        "happened_at",
        "Came up",
        Kind.MOMENT,
        past=True,
        note="Without a repair order only; empty means with the complaint.",
    ),
    _problem("odometer_km", "Mileage (km)", Kind.INTEGER, minimum=0, maximum=_MOST_KM),
    *JUDGED_FIELDS,
    *EXCLUDED_FIELDS,
)

DEMAND_FIELDS = (
    _demand("made_on", "Exchange or return demanded on", Kind.DATE, past=True),
    _demand("received_on", "Demand received on", Kind.DATE, past=True),
    _demand("answered_on", "Answered in writing on", Kind.DATE, past=True),
    _demand("completed_on", "Exchange or return completed on", Kind.DATE, past=True),
    _demand("accepted_on", "Authority accepted on", Kind.DATE, past=True),
)

DECISION_FIELDS = (
    _decision("rule", "Rule", required=True, max_length=40),
    _decision("decision", "Decision", Kind.CHOICE, required=True, codes="sanbao_decision"),
    _decision("reason", "Reason", Kind.LONG_TEXT, required=True, max_length=2000, searchable=True),
)
