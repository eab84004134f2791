"""An opinion as named values for scripts: dates in ISO 8601, money as "1234.50", codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.money import plain_yuan

from .verdicts import VERDICT_TEXTS

if TYPE_CHECKING:
    from .deadlines import Deadline
    from .fee import Fee
    from .opinion import Opinion
    from .periods import Window
    from .verdicts import RuleOpinion


def plain_opinion(opinion: Opinion) -> dict[str, Any]:
    """Return an opinion with one entry a rule."""
    return {
        "anchor": opinion.anchor,
        "repair_period": _window(opinion.repair_period),
        "sanbao_period": _window(opinion.sanbao_period),
        "suspected": [one.rule.id for one in opinion.suspected],
        "rules": [_rule(one) for one in opinion.rules],
        "usage_fee": _fee(opinion.fee),
        "usage_fee_lacks": list(opinion.fee_lacks),
        "deadlines": [_deadline(one) for one in opinion.deadlines],
        "warnings": list(opinion.warnings),
    }


def _rule(one: RuleOpinion) -> dict[str, Any]:
    return {
        "rule": one.rule.id,
        "article": one.rule.article,
        "title": one.rule.title,
        "owed_by": "seller" if one.rule.by_seller else "repairer",
        "verdict": one.verdict,
        "verdict_text": VERDICT_TEXTS[one.verdict],
        "reason": one.reason,
        "numbers": dict(one.numbers),
        "orders": list(one.orders),
        "facts_missing": list(one.missing),
        "papers_missing": list(one.papers),
        "remedy": one.rule.remedy,
        "usage_fee": one.rule.fee,
        "window": _window(one.window),
        "exemptions": list(one.exemptions),
        "notes": list(one.notes),
    }


def _window(window: Window | None) -> dict[str, Any] | None:
    if window is None:
        return None
    return {
        "first_day": window.first,
        "last_day": window.last,
        "last_day_strict": window.strict,
        "last_day_moved": window.moved,
        "km": window.km,
    }


def _fee(fee: Fee | None) -> dict[str, Any] | None:
    if fee is None:
        return None
    return {
        "price": plain_yuan(fee.price),
        "km": fee.km,
        "n": format(fee.n.normalize(), "f"),
        "capped": fee.capped,
        "fee": plain_yuan(fee.amount),
        "paid_back": plain_yuan(fee.returned),
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "article": one.article,
        "day": one.day,
        "order_no": one.order_no,
        "from_at": one.at,
        "doubts": list(one.doubts),
    }
