"""The opinion: every rule judged on a car's history; it suspects, a person confirms."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.texts import Message

from . import counted, single
from .deadlines import Deadline, deadlines
from .fee import Fee, fee_lacks, usage_fee
from .law import (
    COMMERCIAL_USE,
    DOUBTFUL_USE,
    INVOICE,
    REPAIR_PERIOD,
    RULES,
    SANBAO_PERIOD,
    SPECIAL_USE,
    Rule,
    Span,
)
from .occurrences import occurrences
from .periods import Window, anchor_of, effective, window_of
from .single import Ground
from .verdicts import (
    FACT_MISSING,
    FACTS,
    OUT_OF_SCOPE,
    WARNING_VERDICTS,
    Result,
    RuleOpinion,
    evidence_of,
    exemptions_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from models.kernel.calendar.work_calendar import WorkCalendar

    from .facts import Car, History
    from .occurrences import Occurrence

JUDGES: dict[str, Callable[[Ground], Result]] = {
    "SB-15-ROADSIDE": single.roadside,
    "SB-19-FREE-REPAIR": single.free_repair,
    "SB-20-ASSEMBLY-60D-3000KM": single.new_assembly,
    "SB-21-COURTESY-CAR": single.courtesy_car,
    "SB-22-RETURN-7D": single.return_in_seven_days,
    "SB-23-RETURN-60D-3000KM": single.return_in_sixty_days,
    "SB-24-1-SAFETY": counted.safety_twice,
    "SB-24-2-ASSEMBLY": counted.assembly_twice,
    "SB-24-3-SAMEPART": counted.part_twice,
    "SB-24-4A-30DAYS": counted.days_in_all,
    "SB-24-4B-5TH-REPAIR": counted.same_problem_again,
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the checker says of a car at a time; ``warnings`` leave something to a person."""

    at: int
    anchor: date | None
    repair_period: Window | None
    sanbao_period: Window | None
    rules: tuple[RuleOpinion, ...]
    fee: Fee | None
    fee_lacks: tuple[Message, ...]
    deadlines: tuple[Deadline, ...]
    warnings: tuple[Message, ...]

    @property
    def suspected(self) -> tuple[RuleOpinion, ...]:
        """The rules that are met or nearly met: a demand on them is not to be refused."""
        return tuple(one for one in self.rules if one.verdict in WARNING_VERDICTS)


def judge(history: History, now: int, calendar: WorkCalendar) -> Opinion:
    """Judge every rule of Order 43; works on facts alone, without a store."""
    car, anchor = history.car, anchor_of(history.car)
    found = occurrences(history, now)
    fee = usage_fee(car)
    rules = tuple(_judged(rule, car, found, now, calendar) for rule in RULES)
    outside = {one.rule.article for one in rules if one.verdict == OUT_OF_SCOPE}
    return Opinion(
        at=now,
        anchor=anchor,
        repair_period=_window(REPAIR_PERIOD, car, calendar),
        sanbao_period=_window(SANBAO_PERIOD, car, calendar),
        rules=rules,
        fee=fee,
        fee_lacks=tuple(fee_lacks(car)),
        deadlines=tuple(
            one for one in deadlines(history, now, calendar) if one.article not in outside
        ),
        warnings=(*_doubts_of_car(car), *_doubts_of_fee(fee), *_overlapping(found, now)),
    )


def out_of_scope(car: Car, rule: Rule) -> Message | None:
    """Return why a rule of the three guarantees does not apply to a car, or None."""
    if car.use_kind in COMMERCIAL_USE:
        return Message("sanbao", "The car is used commercially; contract and product law apply.")
    if car.use_kind == SPECIAL_USE:
        return Message("sanbao", "A special-purpose car is no household car.")
    if car.resold:
        return Message(
            "sanbao",
            "The car was sold again after a return: only the guarantees agreed on then apply "
            "(art. 33).",
        )
    bought = car.exchanged_on or car.invoice_date or anchor_of(car)
    if bought is not None and not rule.valid_on(bought):
        return Message(
            "sanbao",
            "Bought on {day}, when this rule was not law; for cars bought before 2022 the rules "
            "of 2013 apply.",
            day=bought.isoformat(),
        )
    return None


def _window(span: Span, car: Car, calendar: WorkCalendar) -> Window | None:
    anchor = anchor_of(car)
    return None if anchor is None else window_of(effective(span, car), anchor, calendar)


def _judged(
    rule: Rule, car: Car, found: Sequence[Occurrence], now: int, calendar: WorkCalendar
) -> RuleOpinion:
    anchor = anchor_of(car)
    outside = out_of_scope(car, rule)
    if outside is not None:
        return _line(rule, Result(OUT_OF_SCOPE, outside), car, None)
    if anchor is None or not found:
        lacks = FACTS["anchor"] if anchor is None else FACTS["history"]
        return _line(rule, Result(FACT_MISSING, lacks, missing=(lacks,)), car, None)
    window = window_of(effective(rule.span, car), anchor, calendar)
    result = JUDGES[rule.id](Ground(found, window, now))
    return _line(rule, result, car, window, _disputed(found, window))


def _line(
    rule: Rule, result: Result, car: Car, window: Window | None, notes: Sequence[Message] = ()
) -> RuleOpinion:
    return RuleOpinion(
        rule=rule,
        verdict=result.verdict,
        reason=result.reason,
        numbers=result.numbers,
        orders=evidence_of(result.used),
        missing=tuple(result.missing),
        papers=tuple(paper for paper in rule.papers if not _has(car, paper)),
        notes=(*result.notes, *notes),
        exemptions=exemptions_of(result.used),
        window=window,
    )


def _has(car: Car, paper: str) -> bool:
    return bool(car.has_invoice if paper == INVOICE else car.has_certificate)


def _disputed(found: Sequence[Occurrence], window: Window) -> list[Message]:
    if not any(window.disputed(one.day) for one in found if one.problem.quality is not False):
        return []
    return [
        Message(
            "sanbao",
            "The last day is {last}; counted with the first day {strict}, moved behind a weekend "
            "or holiday {moved}. A problem lies between these days: let a person judge.",
            last=window.last.isoformat(),
            strict=window.strict.isoformat(),
            moved=window.moved.isoformat(),
        )
    ]


def _doubts_of_car(car: Car) -> list[Message]:
    found = []
    if car.use_kind in DOUBTFUL_USE:
        found.append(
            Message(
                "sanbao",
                "The three guarantees are for household use: make sure how the car is used.",
            )
        )
    if car.delivery_date is None and car.exchanged_on is None and car.invoice_date is not None:
        found.append(
            Message(
                "sanbao",
                "The day of delivery is not known. If it is another day than that of the invoice, "
                "the periods run from delivery.",
            )
        )
    return found


def _doubts_of_fee(fee: Fee | None) -> list[Message]:
    if fee is None or not fee.capped:
        return []
    return [Message("sanbao", "The certificate names an n above 0.5 %; 0.5 % was used (art. 27).")]


def _overlapping(found: Sequence[Occurrence], now: int) -> list[Message]:
    """Warn when two orders cover the same time: their days would count twice."""
    repairs = {id(one.repair): one for one in found if one.repair is not None}
    spans = sorted(
        (one.at, one.repair.completed_at or now, one.evidence)
        for one in repairs.values()
        if one.repair is not None
    )
    return [
        Message(
            "sanbao",
            "The orders {one} and {other} overlap in time; check that no day counts twice.",
            one=first[2],
            other=second[2],
        )
        for first, second in itertools.pairwise(spans)
        if second[0] < first[1]
    ]
