"""The rules that count: two safety repairs, replacements, days and repairs of art. 24."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from resources.texts import Message

from .facts import Tri, any_of
from .law import ASSEMBLIES, REPAIR_DAYS, REPAIR_DAYS_NEAR, SAME_REPAIRS, SYSTEMS, TWICE
from .occurrences import Check, Occurrence, Sifted, orders_of, sift
from .timing import counted_days, counted_days_late
from .verdicts import FACT_MISSING, FACTS, MET, NEAR, NOT_MET, Result, missing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from .single import Ground

_AGAIN = Message(
    "sanbao", "Twice done and the problem is gone so far; it is met as soon as it comes back."
)


def safety_twice(ground: Ground) -> Result:
    """Art. 24(1)(一): two safety repairs, the fault is not gone or another one has come."""
    found = sift(
        [
            (one, [one.within(ground.window), ("safety", one.problem.safety), one.quality])
            for one in ground.found
        ]
    )
    done = orders_of([one for one in found.sure if one.carried_out])
    maybe = orders_of([one for one in found.possible if one.carried_out])
    numbers = {"count": len(done), "limit": TWICE}
    reason = Message(
        "sanbao",
        "Repairs of serious safety faults: {count}; {limit} are needed.",
        **numbers,
    )
    if len(done) >= TWICE:
        later = [one for one in found.sure if one.at > done[TWICE - 1].at]
        unknown = [one for one in found.possible if one.at > done[TWICE - 1].at]
        again: list[Tri] = [*(True for _ in later), *(None for _ in unknown)]
        return _still(
            found, found.sure, again, reason, numbers, lambda one: same_name(one.problem.name)
        )
    return _too_few(found, len(done), len(maybe), reason, numbers)


def assembly_twice(ground: Ground) -> Result:
    """Art. 24(1)(二): one of the four assemblies replaced twice and still not usable."""
    checked = [
        (one, [one.within(ground.window), *_replaced_assembly(one), one.quality])
        for one in ground.found
        if one.carried_out
    ]
    text = "Replacements of the same assembly: {count}; {limit} are needed."
    result = _replaced(ground, checked, text, lambda one: one.problem.system)
    different = len(orders_of(sift(checked).sure))
    if result.verdict == NEAR and different >= TWICE > result.numbers["count"]:
        note = Message(
            "sanbao",
            "{count} different assemblies were replaced once each. Whether they add up is not "
            "said in the law: let a person judge.",
            count=different,
        )
        return Result(NEAR, result.reason, result.numbers, sift(checked).sure, (), (note,))
    return result


def part_twice(ground: Ground) -> Result:
    """Art. 24(1)(三): the same main part replaced twice and still not usable.

    A part that came inside a replaced assembly counts only as the assembly (art. 24, second
    paragraph).
    """
    whole = {
        (id(one.repair), one.problem.system)
        for one in ground.found
        if one.problem.replacement == "assembly"
    }
    checked = [
        (one, [one.within(ground.window), *_replaced_part(one), one.quality])
        for one in ground.found
        if one.carried_out and (id(one.repair), one.problem.system) not in whole
    ]
    text = "Replacements of the same main part: {count}; {limit} are needed."
    return _replaced(
        ground, checked, text, lambda one: (one.problem.system, same_name(one.problem.part))
    )


def days_in_all(ground: Ground) -> Result:
    """Art. 24(1)(四): more than 30 days of repair in all, excluded time taken off."""
    repairs = [one for one in ground.found if one.repair is not None]
    found = sift([(one, [one.within(ground.window), one.quality]) for one in repairs])
    sure = orders_of(found.sure)
    counted = {id(one.repair) for one in sure}
    maybe = [one for one in orders_of(found.possible) if id(one.repair) not in counted]
    days = sum(counted_days(one.repair, ground.now) for one in sure if one.repair)
    more = sum(counted_days(one.repair, ground.now) for one in maybe if one.repair)
    late = sum(counted_days_late(one.repair, ground.now) for one in sure if one.repair)
    numbers = {"days": days, "days_rounded_first": late, "limit": REPAIR_DAYS}
    reason = Message(
        "sanbao", "Days of repair in all: {days}; more than {limit} are needed.", **numbers
    )
    notes = _open_orders(sure)
    if (late > REPAIR_DAYS) != (days > REPAIR_DAYS):
        notes = (*notes, _rounding(late))
    if days > REPAIR_DAYS:
        return Result(MET, reason, numbers, sure, (), notes)
    if days + more > REPAIR_DAYS:
        return Result(FACT_MISSING, reason, numbers, sure, missing_of(found), notes)
    near = days >= REPAIR_DAYS_NEAR or late > REPAIR_DAYS
    return Result(NEAR if near else NOT_MET, reason, numbers, sure, (), notes)


def same_problem_again(ground: Ground) -> Result:
    """Art. 24(1)(四): the same quality problem repaired more than 4 times."""
    found = sift(
        [
            (
                one,
                [
                    one.within(ground.window),
                    one.quality,
                    ("name", bool(one.problem.name) or None),
                ],
            )
            for one in ground.found
            if one.repair is not None
        ]
    )
    groups = _grouped(found.sure, lambda one: same_name(one.problem.name))
    most = max(groups, key=len, default=[])
    more = len(orders_of(found.possible))
    numbers = {"count": len(most), "limit": SAME_REPAIRS}
    reason = Message(
        "sanbao",
        "Repairs of the same problem: {count}; more than {limit} are needed.",
        **numbers,
    )
    notes = _open_orders(most)
    if len(most) > SAME_REPAIRS:
        return Result(MET, reason, numbers, most, (), notes)
    if len(most) + more > SAME_REPAIRS:
        return Result(FACT_MISSING, reason, numbers, most, missing_of(found), notes)
    verdict = NEAR if len(most) == SAME_REPAIRS else NOT_MET
    return Result(verdict, reason, numbers, most, (), notes)


def same_name(text: str) -> str:
    """Return a name so that spelling it a little differently makes no other problem of it."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _replaced(
    ground: Ground,
    checked: Sequence[tuple[Occurrence, Sequence[Check]]],
    text: str,
    key: Callable[[Occurrence], Hashable],
) -> Result:
    found = sift(checked)
    most = max(_grouped(found.sure, key), key=len, default=[])
    numbers = {"count": len(most), "limit": TWICE}
    reason = Message("sanbao", text, **numbers)
    if len(most) >= TWICE:
        system, last = most[-1].problem.system, most[-1].at
        again: list[Tri] = [
            True
            for one in ground.found
            if one.at > last and one.problem.system == system and one.problem.quality
        ]
        return _still(found, most[-1:], again, reason, numbers, key)
    return _too_few(found, len(most), len(orders_of(found.possible)), reason, numbers)


def _still(
    found: Sifted,
    done: Sequence[Occurrence],
    again: Sequence[Tri],
    reason: Message,
    numbers: dict[str, int],
    key: Callable[[Occurrence], Hashable],
) -> Result:
    """Judge whether the problem is still there after it was repaired as often as is needed."""
    last = {key(one): one for one in done if one.carried_out}
    gone = [one.problem.eliminated for one in last.values()]
    still = any_of([*again, *(None if answer is None else not answer for answer in gone)])
    used = found.sure
    if still:
        return Result(MET, reason, numbers, used)
    if still is None:
        asked = [
            Message("sanbao", "{order}: {fact}", order=one.evidence, fact=FACTS["eliminated"])
            for one in last.values()
            if one.problem.eliminated is None
        ]
        return Result(FACT_MISSING, reason, numbers, used, (*asked, *missing_of(found)))
    return Result(NEAR, reason, numbers, used, (), (_AGAIN,))


def _too_few(
    found: Sifted, sure: int, more: int, reason: Message, numbers: dict[str, int]
) -> Result:
    if sure + more >= TWICE:
        return Result(FACT_MISSING, reason, numbers, found.sure, missing_of(found))
    return Result(NEAR if sure == TWICE - 1 else NOT_MET, reason, numbers, found.sure)


def _replaced_assembly(one: Occurrence) -> list[Check]:
    system, need = one.problem.system, one.problem.replacement
    return [
        ("replacement", need == "assembly" if need else None),
        ("system", system in ASSEMBLIES if system else None),
    ]


def _replaced_part(one: Occurrence) -> list[Check]:
    problem = one.problem
    return [
        ("replacement", problem.replacement == "part" if problem.replacement else None),
        ("part_kind", problem.part_kind == "main_part" if problem.part_kind else None),
        ("system", problem.system in SYSTEMS if problem.system else None),
        ("part", bool(problem.part) or None),
    ]


def _grouped(
    found: Sequence[Occurrence], key: Callable[[Occurrence], Hashable]
) -> list[list[Occurrence]]:
    groups: dict[Hashable, list[Occurrence]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return [orders_of(group) for group in groups.values()]


def _open_orders(used: Sequence[Occurrence]) -> tuple[Message, ...]:
    """Name the orders that are not finished: they count up to now."""
    return tuple(
        Message(
            "sanbao", "Order {order} is not finished; it is counted up to now.", order=o.evidence
        )
        for o in used
        if not o.carried_out
    )


def _rounding(late: int) -> Message:
    return Message(
        "sanbao",
        "If the excluded time is taken off after rounding, it is {days} days: the law does not "
        "say which, let a person judge.",
        days=late,
    )
