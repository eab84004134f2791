"""The ladder of authority for one option: how far mine reaches and who has to approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dealership.access.roles import role_name
from models.kernel.money import yuan_text
from models.stages.negotiation.queries import APPROVED_ALREADY, BEYOND, OWN, WAITING, standing
from ui.widgets.authority_bar import AuthorityBar, AuthorityStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.casework.approval.authority import Rung
    from models.stages.negotiation.queries import Standing
    from ui.pages.case.desk import CaseDesk

_FREE = "free"
_SENTENCES = {
    _FREE: "{option}: costs nothing",
    OWN: "{option} {amount}: within your authority",
    APPROVED_ALREADY: "{option} {amount}: approved by {role}",
    WAITING: "{option} {amount}: waits for {role}",
    BEYOND: "{option} {amount}: needs approval by {role}",
}


def show_standing(bar: AuthorityBar, desk: CaseDesk, option_no: int, named: str) -> Standing:
    """Show where an option stands; ``named`` is what the card calls it."""
    found = standing(desk.ctx.actor, desk.head.id, option_no)
    rungs = _distinct(found.rungs)
    places = {name: [i for i, x in enumerate(rungs) if getattr(x, name)] for name in _MARKS}
    needed = rungs[places["needed"][0]] if places["needed"] else rungs[-1]
    words = _SENTENCES[found.state if found.amount else _FREE]
    sentence = desk.t(
        "negotiation",
        words,
        option=named,
        amount=desk.labels.money(found.amount),
        role=desk.t.say(role_name(needed.role)),
    )
    bar.show_cost(
        [_step(desk, rung) for rung in rungs],
        mine=places["mine"][0] if places["mine"] else -1,
        cost=found.amount,
        sentence=sentence,
        needed=rungs.index(needed) if found.amount else None,
    )
    return found


_MARKS = ("mine", "needed")


def _distinct(rungs: Sequence[Rung]) -> list[Rung]:
    """Return one rung for each limit: mine, or the one that is needed, or the first."""
    best: dict[int | None, Rung] = {}
    for rung in rungs:
        known = best.get(rung.limit_fen)
        if known is None or (rung.mine, rung.needed) > (known.mine, known.needed):
            best[rung.limit_fen] = rung
    return list(best.values())


def _step(desk: CaseDesk, rung: Rung) -> AuthorityStep:
    t = desk.t
    who = t.say(role_name(rung.role))
    if rung.mine:
        who = t("negotiation", "{role} (me)", role=who)
    if rung.limit_fen is None:
        return AuthorityStep(who, t("negotiation", "and above"), None)
    yuan = yuan_text(rung.limit_fen).removesuffix(".00")
    return AuthorityStep(who, f"≤ {yuan}", rung.limit_fen)
