"""The first chapters of a case: the call, the first answer, the assessment, the finding."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models.kernel.zone import DAY, HOUR, MINUTE
from models.stages.intake.level import Facts, Proposal, proposed

from .situations import said
from .tale import LEADER, PEOPLE, Asked, Tale

if TYPE_CHECKING:
    from .situations import Wish

_CHANNELS = (
    ("phone",) * 9
    + ("walk_in",) * 5
    + ("maker_line", "maker_line", "wechat", "wechat")
    + (
        "web",
        "app",
        "platform",
        "authority_12315",
    )
)
_SOURCES = {"maker_line": "maker", "authority_12315": "authority", "platform": "media"}
_ANSWER_HOUR = 17
_CALM = 1
_EXTRA, _APOLOGY, _PROMISE, _HOLD, _ACKNOWLEDGED = 0.5, 0.7, 0.4, 0.2, 0.5


def call(tale: Tale) -> None:
    """Register the complaint, or put its draft aside."""
    tale.begin("call")
    situation, rng = tale.situation, tale.rng
    tale.mood = rng.randint(*situation.mood)
    place = rng.choice(situation.places)
    channel = rng.choice(_CHANNELS)
    happened = tale.at - rng.randrange(1, 40) * HOUR - rng.randrange(60) * MINUTE
    told: dict[str, Any] = {
        **_who(tale),
        "vehicle_where": rng.choice(("at_shop", "at_home", "elsewhere")),
        "channel": channel,
        "source": _SOURCES.get(channel, "own"),
        "object_kind": situation.object_kind,
        "subject": f"{situation.part}：{situation.symptom}",
        "story": situation.said(
            rng.choice(situation.stories), place=place, km=tale.party.odometer_km
        ),
        "happened_at": happened,
        "happened_place": place,
        "mood": tale.mood,
        "symptom": situation.symptom,
        "part": situation.part,
        "demands": _demands(tale),
    }
    if rng.random() < _PROMISE:
        told["promised_at"] = _promise(tale.at)
    tale.proposal = _level(tale, told)
    draft = tale.state == "DRAFT"
    tale.do("intake.save_draft" if draft else "intake.register_complaint", tale.owner, **told)


def _who(tale: Tale) -> dict[str, Any]:
    party = tale.party
    told: dict[str, Any] = {
        "phone": party.phone,
        "customer_name": party.name,
        "customer_kind": party.kind,
        "relation": party.relation,
        "address": party.address,
        "plate_no": party.plate_no,
        "vin": party.vin,
        "model": party.model,
        "invoice_date": party.invoice_date,
    }
    if party.contact_person:
        told["contact_person"] = party.contact_person
    if tale.outline.host < 0:
        told["odometer_km"] = party.odometer_km
    return told


def _demands(tale: Tale) -> list[dict[str, Any]]:
    package, rng = tale.situation.package, tale.rng
    wishes: list[Wish] = [package.wanted]
    valued = [one for one in package.extras if one.yuan]
    if tale.paid and package.wanted.yuan is None:
        wishes.append(rng.choice(valued))
    elif rng.random() < _EXTRA:
        wishes.append(rng.choice(package.extras))
    for no, wish in enumerate(wishes, start=1):
        tale.asked.append(Asked(no, wish, tale.amount(wish) if wish.yuan else None))
    return [_demand(tale, one) for one in tale.asked]


def _demand(tale: Tale, one: Asked) -> dict[str, Any]:
    told = {"kind": one.wish.kind, "text": tale.situation.said(one.wish.text)}
    return told if one.amount is None else told | {"amount": one.amount}


def _promise(at: int) -> int:
    midnight = at - (at + 8 * HOUR) % DAY
    return midnight + DAY + _ANSWER_HOUR * HOUR


def _level(tale: Tale, told: dict[str, Any]) -> Proposal:
    """Return what the rules make of the complaint; how far it was driven tells them nothing."""
    earlier = tale.outline.earlier
    year = [at for at in earlier if at > tale.at - 365 * DAY]
    story = told["story"].replace(str(tale.party.odometer_km), "")
    channel = told["channel"]
    return _proposed(
        Facts(
            text=" ".join([story, *(one["text"] for one in told["demands"])]),
            demand_kinds=tuple(one["kind"] for one in told["demands"]),
            amounts=_rough(sum(one.get("amount", 0) for one in told["demands"])),
            channel=channel if channel in _SOURCES else "",
            repeat_no=len(year) + 1,
            recent_repeat=any(at > tale.at - 30 * DAY for at in year),
        )
    )


_proposed = lru_cache(maxsize=100_000)(proposed)


def _rough(total: int) -> tuple[int, ...]:
    """Return an amount on the same side of the rules' limits: then few facts differ."""
    limits = (Facts().major_amount, Facts().first_line_limit + 1, 1)
    return next(((limit,) for limit in limits if total >= limit), ())


def answer(tale: Tale) -> None:
    """Call back, apologise, read the facts back and confirm the receipt."""
    tale.begin("answer")
    situation, owner = tale.situation, tale.owner
    contact: dict[str, Any] = {
        "way": "phone",
        "direction": "out",
        "purpose": "first_response",
        "reached": True,
        "with_whom": tale.party.contact_person or tale.party.name,
        "mood": tale.mood,
        "summary": tale.one_of("first"),
    }
    if tale.rng.random() < _APOLOGY:
        contact |= {"apology": True, "apology_words": tale.one_of("apology")}
    tale.do("case.add_contact", owner, **contact)
    wanted = "；".join(situation.said(one.wish.text) for one in tale.asked)
    tale.do(
        "intake.read_back",
        owner,
        read_back_text=f"您反映{situation.symptom}，希望{wanted}。我们会尽快查明{situation.part}的原因并答复您。",
        focus=f"{situation.part}：{situation.symptom}",
        explicit_problem=situation.symptom,
        read_back_confirmed=True,
        confirmed_by=tale.party.contact_person or tale.party.name,
    )
    tale.do("flow.acknowledge", owner)


def assess(tale: Tale) -> None:
    """Score the case on the five scales."""
    tale.begin("assess")
    rng = tale.rng
    safety = 3 if tale.situation.object_kind in {"quality_brake", "quality_steering"} else 1
    tale.do(
        "analysis.save_severity",
        tale.owner,
        severity=min(5, max(1, tale.mood - rng.randrange(0, 2))),
        safety=safety,
        complexity=rng.randrange(1, 4),
        impact=rng.randrange(1, 4),
        urgency=min(5, max(1, tale.mood - 1)),
    )
    tale.do("flow.assess", tale.owner)


def find(tale: Tale) -> None:
    """Give the tasks, find the cause, share out the responsibility."""
    tale.begin("find")
    tale.do("flow.investigate", tale.owner)
    unfinished = tale.state == "INVESTIGATING"
    for kind, where, title, result in tale.situation.package.tasks:
        _task(tale, kind, where, title, "" if unfinished else result)
    _raise(tale)
    if unfinished and tale.rng.random() < _HOLD:
        tale.do("case.hold", LEADER, hold="suspended", hold_reason=said()["suspended"])
    if not unfinished:
        _report(tale)
        _conclude(tale)


def _task(tale: Tale, kind: str, where: str, title: str, result: str) -> None:
    tale.tasks += 1
    no, person = tale.tasks, PEOPLE[where]
    tale.do(
        "case.add_task",
        tale.owner,
        kind=kind,
        department=where,
        assignee=person,
        title=tale.situation.said(title),
        due_at=_promise(tale.at),
    )
    if tale.rng.random() < _ACKNOWLEDGED:
        tale.do("case.acknowledge_task", person, no=no)
    if result:
        tale.do("case.finish_task", person, no=no, result=tale.situation.said(result))
        tale.do("case.verify_task", tale.owner, no=no)


def _raise(tale: Tale) -> None:
    """Raise what was left waiting for more than a day, as people do when a plan is late."""
    waiting = tale.state in {"INVESTIGATING", "PROPOSED"}
    if (
        waiting
        and tale.proposal.level in {"MINOR", "GENERAL"}
        and tale.now - tale.outline.received_at > DAY
    ):
        tale.do("case.set_level", LEADER, level="ESCALATED", level_reason=said()["raised"])


def _report(tale: Tale) -> None:
    tale.mood = max(_CALM, tale.mood - 1)
    tale.do(
        "case.add_contact",
        tale.owner,
        way="phone",
        direction="out",
        purpose="answer",
        reached=True,
        with_whom=tale.party.contact_person or tale.party.name,
        mood=tale.mood,
        summary=tale.situation.said(tale.one_of("progress")),
    )


def _conclude(tale: Tale) -> None:
    situation, owner = tale.situation, tale.owner
    stands = "does_not_stand" if tale.state == "REJECTED_EXPLAINED" else situation.stands
    tale.do(
        "analysis.save_finding",
        owner,
        stated_facts=situation.symptom,
        checked_facts=situation.finding,
        complaint_stands=stands,
        stands_reason=situation.finding,
        finding_side=situation.finding_side,
        root_cause=situation.cause[1],
    )
    code, detail = situation.cause
    tale.do("analysis.add_cause", owner, code=code, detail=detail, is_root=True)
    if situation.second:
        code, detail = situation.second
        tale.do("analysis.add_cause", owner, code=code, detail=detail)
    own = situation.side == "dealer"
    rest = 0 if own or situation.side == "customer" else tale.rng.choice((0, 10, 20, 30))
    tale.do(
        "analysis.add_responsibility",
        owner,
        side=situation.side,
        share_percent=100 - rest,
        reason=situation.finding,
        pays=True,
    )
    if rest:
        tale.do(
            "analysis.add_responsibility",
            owner,
            side="dealer",
            department=DEALER_SHARE,
            share_percent=rest,
            reason=situation.lesson,
        )


DEALER_SHARE = "service"
