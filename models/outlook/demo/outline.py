"""Which cases there will be: how far each gets, when it was received, whose customer it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from models.kernel.zone import DAY, HOUR, MINUTE, local_time, moment_of

from .situations import not_upheld, situations, upheld

if TYPE_CHECKING:
    from .situations import Situation

LEAST_SHARE = 0.012
SHARES = {
    "DRAFT": 1.2,
    "RECEIVED": 1.2,
    "ACKNOWLEDGED": 1.2,
    "ASSESSED": 1.2,
    "INVESTIGATING": 1.6,
    "PROPOSED": 1.6,
    "NEGOTIATING": 1.8,
    "AGREED": 1.2,
    "SIGNED": 1.2,
    "IMPLEMENTING": 1.8,
    "VERIFIED": 1.4,
    "FOLLOW_UP": 1.6,
    "REJECTED_EXPLAINED": 4.0,
    "WITHDRAWN": 3.0,
    "MERGED": 1.4,
    "CLOSED": 30.0,
    "ARCHIVED": 43.6,
}
"""How many of a hundred cases stand in each state."""

PHASES = (
    "call",
    "answer",
    "assess",
    "find",
    "offer",
    "talk",
    "agree",
    "sign",
    "carry",
    "done",
    "ask",
    "close",
    "ask2",
    "ask3",
    "archive",
)
_LAST_PHASE = {
    "DRAFT": "call",
    "RECEIVED": "call",
    "ACKNOWLEDGED": "answer",
    "ASSESSED": "assess",
    "INVESTIGATING": "find",
    "PROPOSED": "offer",
    "NEGOTIATING": "talk",
    "AGREED": "agree",
    "SIGNED": "sign",
    "IMPLEMENTING": "carry",
    "VERIFIED": "done",
    "FOLLOW_UP": "ask",
    "CLOSED": "close",
    "ARCHIVED": "archive",
    "REJECTED_EXPLAINED": "offer",
    "WITHDRAWN": "find",
    "MERGED": "find",
}
_GAP = {
    "assess": (0,),
    "find": (0, 0, 0, 0, 1, 3),
    "offer": (0, 0, 0, 1),
    "talk": (0,),
    "agree": (0, 0, 0, 1, 2),
    "sign": (0,),
    "carry": (0,),
    "done": (0, 0, 1, 1, 3),
    "ask": (1,),
    "close": (0, 0, 0, 1),
    "ask2": (5, 6),
    "ask3": (23,),
    "archive": (1, 2, 4, 8),
}
ENDED = ("CLOSED", "ARCHIVED", "REJECTED_EXPLAINED", "WITHDRAWN", "MERGED")
_FRESH = ("RECEIVED", "ACKNOWLEDGED", "ASSESSED")
MERGED = "MERGED"
_NEVER_REPEATED = ("DRAFT", "REJECTED_EXPLAINED", MERGED)
_EARLY = ("RECEIVED", "ACKNOWLEDGED", "ASSESSED", "INVESTIGATING", "WITHDRAWN")
SPAN_DAYS = 730
_OPENING, _CLOSING, _LAST_START = 515, 1000, 915
_PHASE_MINUTES, _SHORT_PHASE = 48, 10
_MORNING, _EVENING = 600, 1050
_SLACK = (0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2)
_PAID, _REPEATS = 0.55, 0.08


class Moment(NamedTuple):
    """A day counted from the first of a case, and a minute of that day."""

    day: int
    minute: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A case in outline: enough to put all cases into their order before one is told."""

    number: int
    state: str
    situation: Situation
    paid: bool
    pace: tuple[Moment, ...]
    first_day: int
    host: int = -1
    earlier: tuple[int, ...] = ()

    @property
    def received_at(self) -> int:
        """When the complaint came in."""
        return self.at("call")

    def at(self, phase: str) -> int:
        """Return when a phase begins."""
        moment = self.pace[PHASES.index(phase)]
        return self.first_day + moment.day * DAY + moment.minute * MINUTE

    def rng(self, seed: int) -> Random:
        """Return the chance that tells this case, the same each time."""
        return Random(seed * 1_000_003 + self.number * 7 + 3)


def outlines(cases: int, seed: int, now: int) -> list[Outline]:
    """Return ``cases`` outlines in the order in which their complaints came in."""
    states = [state for state, count in counts(cases).items() for _ in range(count)]
    Random(seed).shuffle(states)
    numbered = list(enumerate(states))
    found = [_outline(n, state, seed, now) for n, state in numbered if state != MERGED]
    hosts = [one for one in found if _goes_on(one) and one.received_at < now - 3 * HOUR]
    found += [_merged(n, hosts, seed, now) for n, state in numbered if state == MERGED]
    return _with_hosts(sorted(found, key=lambda one: (one.received_at, one.number)), seed)


def counts(cases: int) -> dict[str, int]:
    """Return how many of ``cases`` get as far as each state; every state has its share."""
    least = -int(-cases * LEAST_SHARE // 1)
    found = {state: max(int(cases * share / 100), least) for state, share in SHARES.items()}
    for state in ("ARCHIVED", "CLOSED", "REJECTED_EXPLAINED", "WITHDRAWN", *SHARES):
        over = sum(found.values()) - cases
        if over > 0:
            found[state] -= min(over, found[state])
    found["ARCHIVED"] += cases - sum(found.values())
    return found


def _outline(number: int, state: str, seed: int, now: int) -> Outline:
    rng = Random(seed * 1_000_003 + number * 7 + 1)
    if state == "REJECTED_EXPLAINED":
        situation = rng.choice(not_upheld())
    else:
        early = state in _EARLY
        situation = rng.choice(situations() if early else upheld())
    paid = situation.package.wanted.yuan is not None or rng.random() < _PAID
    pace = _pace(rng)
    if state in _FRESH:
        pace = _just_now(rng, pace, state, now)
    end = pace[PHASES.index(_LAST_PHASE[state])]
    return Outline(number, state, situation, paid, pace, _first_day(rng, state, end, now))


def _merged(number: int, hosts: list[Outline], seed: int, now: int) -> Outline:
    """Return a second complaint about the same thing; a case that still goes on takes it in."""
    if not hosts:
        return _outline(number, "WITHDRAWN", seed, now)
    rng = Random(seed * 1_000_003 + number * 7 + 1)
    host, after = rng.choice(hosts), rng.randrange(20, 150)
    pace = tuple(Moment(one.day, one.minute + after) for one in host.pace)
    return Outline(number, MERGED, host.situation, False, pace, host.first_day, host.number)


def _pace(rng: Random) -> tuple[Moment, ...]:
    day, minute = 0, rng.randrange(_OPENING, _LAST_START)
    found = [Moment(day, minute), Moment(day, minute + rng.randrange(8, 80))]
    for phase in PHASES[2:]:
        gap = rng.choice(_GAP[phase])
        minute = found[-1].minute + _PHASE_MINUTES + rng.randrange(2, 30)
        if gap or minute > _CLOSING:
            day += max(gap, 1)
            minute = _OPENING + rng.randrange(0, 400)
        found.append(Moment(day, minute))
    return tuple(found)


def _just_now(rng: Random, pace: tuple[Moment, ...], state: str, now: int) -> tuple[Moment, ...]:
    """Let the last phase of a fresh case end shortly before now, or before the last closing."""
    end = pace[PHASES.index(_LAST_PHASE[state])].minute + _SHORT_PHASE
    until = _minute_of(now)
    if not _MORNING <= until <= _EVENING:
        until = _EVENING
    shift = until - rng.randrange(2, 40) - end
    return tuple(Moment(one.day, one.minute + shift) for one in pace)


def _minute_of(now: int) -> int:
    here = local_time(now)
    return here.hour * 60 + here.minute


def _first_day(rng: Random, state: str, end: Moment, now: int) -> int:
    """Return the midnight of the first day, so that the last phase lies behind ``now``."""
    midnight = moment_of(local_time(now).replace(hour=0, minute=0, second=0, microsecond=0))
    takes = _SHORT_PHASE if state in _FRESH else _PHASE_MINUTES
    fits_today = end.minute + takes <= _minute_of(now)
    slack = rng.choice(_SLACK)
    if state in ENDED:
        slack = rng.randrange(1, SPAN_DAYS - end.day)
    elif state in _FRESH or slack == 0:
        slack = 0 if fits_today else 1
    return midnight - (end.day + slack) * DAY


def _with_hosts(found: list[Outline], seed: int) -> list[Outline]:
    """Let some complaints be about the same car as one before; a merged one always is."""
    rng = Random(seed + 17)
    taking_in = {one.host for one in found}
    host: Outline | None = None
    received: dict[int, list[int]] = {}
    done = []
    for found_one in found:
        one = found_one
        alone = one.state in _NEVER_REPEATED or one.number in taking_in
        if host is not None and not alone and rng.random() < _REPEATS:
            one = replace(one, paid=False, host=host.number, situation=host.situation)
        if one.host >= 0:
            one = replace(one, earlier=tuple(received[one.host]))
            received[one.host].append(one.received_at)
        elif _can_be_host(one):
            received[one.number] = [one.received_at]
            host = one
        done.append(one)
    return done


def _goes_on(one: Outline) -> bool:
    return one.state not in ENDED and _can_be_host(one)


def _can_be_host(one: Outline) -> bool:
    """Tell whether nothing was paid, so that it leaves the authority of later cases as it is."""
    return one.state != "DRAFT" and (not one.paid or one.state in _EARLY)
