"""The check of the three guarantees for household cars.

A JSON object. Of the car: invoice_date, delivery_date, odometer_km, use_kind, purchase_price,
coefficient_n, repair_years, repair_km, sanbao_years, sanbao_km, has_invoice, has_certificate,
exchanged_on, resold. Of a demand: made_on, received_on, accepted_on. ``repairs`` is a list of
order_no, confirmed_at, completed_at, odometer_km, excluded_hours and ``problems``; ``problems``
outside them is a list of those that no workshop has seen, with happened_at and odometer_km. A
problem: name, quality, safety, cannot_drive, failure, system, part_kind, part, replacement,
eliminated, wear_months, wear_km, exemption. Yes, no and not known are true, false and null.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.dealership.parties.fields import REPAIR_ORDER_FIELDS
from models.kernel.calendar.work_calendar import default_calendar
from models.kernel.checked import BadValue
from models.kernel.errors import Invalid
from models.kernel.fields.validation import validate
from models.stages.analysis.sanbao.fee import coefficient
from models.stages.analysis.sanbao.fields import (
    CAR_FIELDS,
    DEMAND_FIELDS,
    EXCLUDED_FIELDS,
    JUDGED_FIELDS,
    PROBLEM_FIELDS,
)
from models.stages.analysis.sanbao.law import LISTS, NO, YES
from models.stages.analysis.sanbao.opinion import judge
from models.stages.analysis.sanbao.plain import plain_opinion
from models.stages.analysis.sanbao.reading import car_of, history_of, repair_of
from models.stages.analysis.sanbao.verdicts import FACT_MISSING, VERDICT_TEXTS
from resources.texts import Message

from .question import Question, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.kernel.fields import FieldSpec
    from models.stages.analysis.sanbao.opinion import Opinion

_REPAIR_KEYS = {"order_no", "confirmed_at", "completed_at", "odometer_km"}
_REPAIR_FIELDS = (
    *(spec for spec in REPAIR_ORDER_FIELDS if spec.key in _REPAIR_KEYS),
    EXCLUDED_FIELDS[0],
)
_JUDGED_FIELDS = (replace(JUDGED_FIELDS[0], required=False), *JUDGED_FIELDS[1:])
_UNREPAIRED_FIELDS = (
    *(spec for spec in PROBLEM_FIELDS if spec.key in {"happened_at", "odometer_km"}),
    *_JUDGED_FIELDS,
)
_ASKED = ("made_on", "received_on", "accepted_on")
_TOP = (*CAR_FIELDS, *(spec for spec in DEMAND_FIELDS if spec.key in _ASKED))


def sanbao(question: Question) -> Verdict:
    """Judge the eleven rules of Order 43; each met or doubtful one is among the findings."""
    given = question.object()
    repairs, problems = _rows(given, "repairs"), _rows(given, "problems")
    values = _values(_TOP, given, question)
    _check_coefficient(values["coefficient_n"])
    history = history_of(
        car_of(values),
        [_repair(row, question) for row in repairs],
        [_values(_UNREPAIRED_FIELDS, row, question) for row in problems],
        values,
    )
    opinion = judge(history, question.now, default_calendar())
    return Verdict(plain_opinion(opinion), [], _findings(opinion))


def _repair(row: dict[str, Any], question: Question) -> Any:
    judged = [_values(_JUDGED_FIELDS, one, question) for one in _rows(row, "problems")]
    values = _values(_REPAIR_FIELDS, row, question)
    if values["completed_at"] is not None and values["completed_at"] < values["confirmed_at"]:
        raise Invalid(
            {
                "parties.repair_order.completed_at": Message(
                    "parties", "The repair ends before it was agreed on. Correct one of the times."
                )
            }
        )
    return repair_of(values, judged)


def _values(
    specs: Sequence[FieldSpec], given: dict[str, Any], question: Question
) -> dict[str, Any]:
    answers = {spec.key for spec in specs if spec.codes == "yes_no"}
    said = {
        key: {True: YES, False: NO}[value] if key in answers and isinstance(value, bool) else value
        for key, value in given.items()
    }
    return validate(specs, said, now=question.now, known_codes=lambda name: LISTS.get(name, ()))


def _rows(given: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = given.pop(key, None) or []
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Invalid({f"sanbao.{key}": Message("console", "This has to be a list.")})
    return [dict(row) for row in found]


def _check_coefficient(typed: str) -> None:
    if not typed:
        return
    try:
        coefficient(typed)
    except BadValue as problem:
        raise Invalid({"analysis.sanbao_car.coefficient_n": problem.message}) from problem


def _findings(opinion: Opinion) -> list[tuple[str, Message]]:
    open_ = [
        one for one in opinion.rules if one in opinion.suspected or one.verdict == FACT_MISSING
    ]
    lines = [
        (
            one.rule.id,
            Message(
                "sanbao",
                "Art. {article}, {title}: {verdict}. {reason}",
                article=one.rule.article,
                title=one.rule.title,
                verdict=VERDICT_TEXTS[one.verdict],
                reason=one.reason,
            ),
        )
        for one in open_
    ]
    return [*lines, *(("sanbao", text) for text in opinion.warnings)]
