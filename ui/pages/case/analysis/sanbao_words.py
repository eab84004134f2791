"""What the screen says of a rule of the three guarantees and of the car: reasons, dates, fee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.money import yuan_text
from models.stages.analysis.sanbao.deadlines import (
    ANSWER,
    BURDEN,
    COMPLETE,
    COURTESY,
    DELAY,
    MEDIATION,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.stages.analysis.sanbao.opinion import Opinion
    from models.stages.analysis.sanbao.periods import Window
    from models.stages.analysis.sanbao.verdicts import RuleOpinion
    from ui.pages.case.desk import CaseDesk

_PAPERS = {"invoice": "purchase invoice", "certificate": "three-guarantee certificate"}
_DATES = {
    ANSWER: "Answer the demand in writing by {day}, with reasons if it is refused (art. 28)",
    COMPLETE: "Complete exchange or return by {day} (art. 28)",
    DELAY: "After {day} it counts as deliberate delay without a valid reason",
    MEDIATION: "Mediation of the authority ends on {day}",
    COURTESY: "Courtesy car for order {order} from {day}",
    BURDEN: "We bear the burden of proof for defects found up to {day}",
}


def about_rule(desk: CaseDesk, line: RuleOpinion, decision: Mapping[str, Any]) -> list[str]:
    """Return all there is to say of one rule."""
    t = desk.t
    words = [t.say(line.reason)]
    if line.window is not None:
        words.append(_until(desk, "Runs until {day}", line.window))
    words.append(t("pages", "Remedy: {text}", text=t.say(line.rule.remedy)))
    if line.missing:
        facts = "；".join(t.say(one) for one in line.missing)
        words.append(t("pages", "Still to find out: {facts}", facts=facts))
    if line.papers:
        papers = "、".join(t("pages", _PAPERS[one]) for one in line.papers)
        words.append(t("pages", "Papers not seen yet: {papers}", papers=papers))
    if line.exemptions:
        claimed = "、".join(desk.labels.code("sanbao_exemption", one) for one in line.exemptions)
        words.append(
            t("pages", "Exemption claimed, to be proved by us: {grounds}", grounds=claimed)
        )
    words += [t.say(note) for note in line.notes]
    if decision:
        words.append(_decided(desk, decision))
    return words


def _decided(desk: CaseDesk, decision: Mapping[str, Any]) -> str:
    return desk.t(
        "pages",
        "{decision} by {who}, {when}: {reason}",
        decision=desk.labels.code("sanbao_decision", decision["decision"]),
        who=desk.labels.person(decision["decided_by"]),
        when=desk.labels.moment(decision["decided_at"]),
        reason=decision["reason"],
    )


def about_car(desk: CaseDesk, opinion: Opinion) -> list[str]:
    """Return the periods, the usage fee and the dates the law sets."""
    t = desk.t
    words = []
    if opinion.repair_period and opinion.sanbao_period:
        words.append(
            "；".join(
                (
                    _until(desk, "Free repair until {day}", opinion.repair_period),
                    _until(desk, "Three guarantees until {day}", opinion.sanbao_period),
                )
            )
        )
    if opinion.fee is not None:
        fee, back = yuan_text(opinion.fee.amount), yuan_text(opinion.fee.returned)
        words.append(
            t("pages", "Usage fee today ¥ {fee}; ¥ {back} would be paid back", fee=fee, back=back)
        )
    else:
        lacks = "、".join(t.say(one) for one in opinion.fee_lacks)
        words.append(t("pages", "The usage fee still needs: {facts}", facts=lacks))
    words += [
        t("pages", _DATES[one.kind], order=one.order_no, day=one.day) for one in opinion.deadlines
    ]
    return words


def _until(desk: CaseDesk, text: str, window: Window) -> str:
    day = window.last.isoformat()
    if window.km is not None:
        day = desk.t("pages", "{day} or {km} km", day=day, km=f"{window.km:,}")
    return desk.t("pages", text, day=day)
