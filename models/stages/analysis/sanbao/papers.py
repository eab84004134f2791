"""The opinion on the three guarantees of a case on paper: one page for the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.casework.documents.content import NO_VEHICLE, Vehicle
from models.casework.documents.papers import Paper, Source
from models.dealership.parties.queries import vehicle
from models.kernel.errors import Missing, NotPossible
from models.kernel.money import yuan_text
from models.kernel.zone import day_of
from models.stages.intake.papers import customer_of, vehicles_of
from models.stages.intake.queries import registration
from resources.texts import Message

from .deadlines import ANSWER, BURDEN, COMPLETE, COURTESY, DELAY, MEDIATION
from .documents import OpinionDate, OpinionLine, SanbaoOpinion
from .law import RULES
from .queries import CaseOpinion, opinion_of
from .verdicts import NOT_MET, VERDICT_TEXTS, WARNING_VERDICTS, by_weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.casework.documents.words import Words
    from models.dealership.parties.queries import VehicleView

    from .opinion import Opinion
    from .periods import Window
    from .verdicts import RuleOpinion

_NO_CAR = Message("documents", "Enter plate or VIN of the car in the registration.")


def sanbao_opinion(source: Source) -> SanbaoOpinion:
    """Return the opinion as of now; it changes with the day and with what is recorded."""
    found, words, now = _found(source), source.words, source.actor.clock()
    opinion, told = found.opinion, registration(source.case.id)
    known = vehicle(source.case.vehicle_id)
    lines = by_weight(opinion.rules)
    return SanbaoOpinion(
        letterhead=words.letterhead(),
        judged_on=day_of(now),
        judged_by=source.actor.name,
        customer=customer_of(source, told).name,
        vehicle=_car(source, told, known),
        use=words.label("use_kind", known.use_kind) if known else "",
        anchor=opinion.anchor.isoformat() if opinion.anchor else "",
        repair_until=_until(words, opinion.repair_period),
        sanbao_until=_until(words, opinion.sanbao_period),
        lines=_merged(
            words,
            [
                _line(words, one, found.decisions.get(one.rule.id, {}))
                for one in lines
                if one.verdict != NOT_MET or one.rule.id in found.decisions
            ],
        ),
        not_met=tuple(
            _named(words, one)
            for one in lines
            if one.verdict == NOT_MET and one.rule.id not in found.decisions
        ),
        remedies=tuple(_remedies(words, opinion)),
        papers=_papers(words, opinion),
        fee=_fee(words, opinion),
        dates=tuple(_dates(words, opinion)),
        doubts=tuple(words.t.say(one) for one in opinion.warnings),
    )


def _car(source: Source, told: dict[str, Any], known: VehicleView | None) -> Vehicle:
    """Return the car with its present mileage, which the opinion was made on."""
    cars = vehicles_of(source, told)
    if not cars or known is None:
        return NO_VEHICLE
    return replace(cars[0], mileage_km=known.odometer_km)


def _found(source: Source) -> CaseOpinion:
    found = opinion_of(source.case.id, source.actor.clock())
    if found is None:
        raise NotPossible(_NO_CAR)
    return found


def _named(words: Words, one: RuleOpinion) -> str:
    title = words.t.say(one.rule.title)
    return words.t("documents", "art. {article} {title}", article=one.rule.article, title=title)


def _merged(words: Words, lines: list[OpinionLine]) -> tuple[OpinionLine, ...]:
    """Return one line for all when they say the same: outside the rules, or nothing is known."""
    same = {(one.verdict, one.grounds, one.decision) for one in lines}
    if len(lines) < len(RULES) or len(same) > 1:
        return tuple(lines)
    title = words.t("documents", "All {count} rules", count=len(RULES))
    return (replace(lines[0], article="15–24", title=title),)


def _line(words: Words, one: RuleOpinion, decision: Mapping[str, Any]) -> OpinionLine:
    return OpinionLine(
        article=one.rule.article,
        title=words.t.say(one.rule.title),
        verdict=words.t.say(VERDICT_TEXTS[one.verdict]),
        suspected=one.verdict in WARNING_VERDICTS,
        grounds=tuple(_grounds(words, one)),
        decision=_decision(words, decision),
    )


def _grounds(words: Words, one: RuleOpinion) -> list[str]:
    t = words.t
    found = [t.say(one.reason)]
    if one.orders:
        found.append(t("documents", "Evidence: {orders}", orders="、".join(one.orders)))
    if one.missing and one.reason not in one.missing:
        facts = "；".join(t.say(fact) for fact in one.missing)
        found.append(t("documents", "Still to find out: {facts}", facts=facts))
    if one.exemptions:
        claimed = "、".join(words.label("sanbao_exemption", ground) for ground in one.exemptions)
        found.append(t("documents", "Exemption claimed (art. 32): {grounds}", grounds=claimed))
    return [*found, *(t.say(note) for note in one.notes)]


_PAPERS = {"invoice": "purchase invoice", "certificate": "three-guarantee certificate"}


def _remedies(words: Words, opinion: Opinion) -> list[str]:
    """Return each remedy once, with the articles of the suspected rules it follows from."""
    found: dict[str, list[str]] = {}
    for one in opinion.suspected:
        found.setdefault(words.t.say(one.rule.remedy), []).append(one.rule.article)
    return [
        words.t("documents", "art. {articles}: {text}", articles="、".join(articles), text=text)
        for text, articles in found.items()
    ]


def _papers(words: Words, opinion: Opinion) -> str:
    unseen = {paper for one in opinion.suspected for paper in one.papers}
    return "、".join(
        words.t("documents", name) for paper, name in _PAPERS.items() if paper in unseen
    )


def _decision(words: Words, decision: Mapping[str, Any]) -> str:
    if not decision:
        return ""
    return words.t(
        "documents",
        "{decision} by {who}: {reason}",
        decision=words.label("sanbao_decision", decision["decision"]),
        who=words.person(decision["decided_by"]),
        reason=decision["reason"],
    )


def _until(words: Words, window: Window | None) -> str:
    if window is None:
        return ""
    day, km = window.last.isoformat(), f"{window.km or 0:,}"
    return words.t("documents", "{day} or {km} km", day=day, km=km)


def _fee(words: Words, opinion: Opinion) -> str:
    fee, t = opinion.fee, words.t
    if fee is None:
        lacks = "、".join(t.say(one) for one in opinion.fee_lacks)
        return t("documents", "Not reckoned; still needed: {facts}", facts=lacks)
    return t(
        "documents",
        "¥{price} x {km} km / 1000 x {n} = ¥{fee}; of the price ¥{back} would be paid back, "
        "before the items of art. 26. Mileage as of this opinion.",
        price=yuan_text(fee.price),
        km=f"{fee.km:,}",
        n=format(fee.n.normalize(), "f"),
        fee=yuan_text(fee.amount),
        back=yuan_text(fee.returned),
    )


_DATES = {
    ANSWER: "answer the demand, a refusal with reasons (art. 28)",
    COMPLETE: "complete exchange or return (art. 28)",
    DELAY: "later counts as deliberate delay without a valid reason (penalty measures art. 8)",
    MEDIATION: "mediation of the authority ends",
    COURTESY: "courtesy car or transport allowance for order {order} begins (art. 21)",
    BURDEN: "for defects found up to then the dealer bears the burden of proof",
}


def _dates(words: Words, opinion: Opinion) -> list[OpinionDate]:
    return [
        OpinionDate(one.day, words.t("documents", _DATES[one.kind], order=one.order_no))
        for one in opinion.deadlines
    ]


def _missing(source: Source) -> list[Missing]:
    return [] if source.case.vehicle_id else [Missing(_NO_CAR, "intake.plate_no")]


PAPERS = (
    Paper(
        kind="sanbao_opinion",
        prefix="SB",
        label=Message("documents", "Three-guarantee opinion"),
        permission="case.analyse",
        build=sanbao_opinion,
        guard=_missing,
    ),
)
