"""The rules that one occurrence fulfils: art. 15, 19, 20, 21, 22 and 23."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from resources.texts import Message

from .facts import Tri, any_of, every
from .law import ASSEMBLIES, COURTESY_DAYS
from .occurrences import Check, Occurrence, sift
from .periods import Window, add_months
from .timing import single_days
from .verdicts import FACT_MISSING, MET, NEAR, NOT_MET, Result, missing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Ground(NamedTuple):
    """What a rule is judged on: the occurrences, the window of the rule and the present."""

    found: Sequence[Occurrence]
    window: Window
    now: int


def roadside(ground: Ground) -> Result:
    """Art. 15: a quality problem with which the car cannot be driven safely."""
    return _one(ground, _cannot_drive, Message("sanbao", "The car cannot be driven safely."))


def free_repair(ground: Ground) -> Result:
    """Art. 19: a quality problem; a wear part has its own period on the certificate."""
    checked = [(one, [_in_repair_period(one, ground.window), one.quality]) for one in ground.found]
    found = sift(checked)
    reason = Message("sanbao", "A quality problem within the free-repair period.")
    return _told(found.sure, reason, missing_of(found))


def new_assembly(ground: Ground) -> Result:
    """Art. 20: a quality problem in a main part of engine, transmission, battery or motor."""
    return _one(
        ground,
        lambda one: (_of_assembly(one), _main_part(one)),
        Message("sanbao", "A quality problem in a main part of an assembly."),
    )


def return_in_seven_days(ground: Ground) -> Result:
    """Art. 22: the assembly or one of its main parts has to be replaced."""
    return _one(
        ground,
        lambda one: (_of_assembly(one), _assembly_or_main_part(one)),
        Message("sanbao", "An assembly or one of its main parts has to be replaced."),
    )


def return_in_sixty_days(ground: Ground) -> Result:
    """Art. 23: steering or brake failed, body cracked, fuel leaked, traction battery on fire."""
    return _one(
        ground,
        lambda one: (("failure", bool(one.problem.failure)),),
        Message("sanbao", "One of the five failures of art. 23."),
    )


def courtesy_car(ground: Ground) -> Result:
    """Art. 21: one repair of more than 5 days, waiting for parts included."""
    repairs = [one for one in ground.found if one.repair is not None]
    long = [one for one in repairs if _days(one, ground.now) > COURTESY_DAYS]
    found = sift([(one, [one.within(ground.window), one.quality]) for one in long])
    known = sift([(one, [one.within(ground.window), one.quality]) for one in repairs])
    days = max((_days(one, ground.now) for one in (*known.sure, *known.possible)), default=0)
    numbers = {"days": days, "limit": COURTESY_DAYS}
    reason = Message(
        "sanbao", "Days of the longest repair: {days}; more than {limit} are needed.", **numbers
    )
    if found.sure:
        return Result(MET, reason, numbers, found.sure)
    if found.open:
        return Result(FACT_MISSING, reason, numbers, found.possible, missing_of(found))
    soon = [one for one in known.sure if not one.carried_out and days >= COURTESY_DAYS - 1]
    return Result(NEAR if soon else NOT_MET, reason, numbers, soon)


def _one(
    ground: Ground, checks: Callable[[Occurrence], Sequence[Check]], reason: Message
) -> Result:
    found = sift(
        [(one, [one.within(ground.window), one.quality, *checks(one)]) for one in ground.found]
    )
    return _told(found.sure, reason, missing_of(found))


def _told(sure: Sequence[Occurrence], reason: Message, missing: Sequence[Message]) -> Result:
    if sure:
        return Result(MET, reason, {"count": len(sure)}, sure)
    if missing:
        text = Message("sanbao", "It depends on facts that are not known yet.")
        return Result(FACT_MISSING, text, {"count": 0}, (), missing)
    text = Message("sanbao", "No recorded problem fulfils it within its period.")
    return Result(NOT_MET, text, {"count": 0})


def _cannot_drive(one: Occurrence) -> tuple[Check]:
    told = one.problem.cannot_drive
    answer: Tri = told if told is not None else (one.problem.safety or None)
    return (("cannot_drive", answer),)


def _in_repair_period(one: Occurrence, window: Window) -> Check:
    problem = one.problem
    if problem.part_kind != "wear_part":
        return one.within(window)
    if problem.wear_months is None and problem.wear_km is None:
        return ("wear_period", every(None, window.holds(one.day, one.low, one.high)))
    last = window.last
    if problem.wear_months is not None:
        last = add_months(window.first, problem.wear_months)
    return one.within(Window(window.first, last, last, last, problem.wear_km))


def _of_assembly(one: Occurrence) -> Check:
    system = one.problem.system
    return ("system", system in ASSEMBLIES if system else None)


def _main_part(one: Occurrence) -> Check:
    kind = one.problem.part_kind
    return ("part_kind", kind == "main_part" if kind else None)


def _assembly_or_main_part(one: Occurrence) -> Check:
    need = one.problem.replacement
    if not need:
        return ("replacement", None)
    of_part = every(need == "part", _main_part(one)[1])
    fact = "part_kind" if of_part is None else "replacement"
    return (fact, any_of((need == "assembly", of_part)))


def _days(one: Occurrence, now: int) -> int:
    return 0 if one.repair is None else single_days(one.repair, now)
