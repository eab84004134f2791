"""Absences and deputies: who is away, and who does their work meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.kernel.command import Done, Values, Work, command
from models.kernel.db import alive
from models.kernel.errors import Invalid, NotPossible
from resources.texts import Message

from .fields import ABSENCE_FIELDS, ABSENCE_ID
from .rules import account_of
from .tables import Absence

if TYPE_CHECKING:
    from collections.abc import Sequence

PERMISSION = "case.assign"


class AbsenceView(NamedTuple):
    """Who is away from when until when, and who stands in."""

    id: int
    version: int
    login: str
    first_day: str
    last_day: str
    deputy: str


@command("access.add_absence", permission=PERMISSION, specs=ABSENCE_FIELDS)
def add_absence(work: Work, values: Values) -> Done:
    """Record that somebody is away and who stands in."""
    for key in ("login", "deputy"):
        values[key] = account_of(work.actor.branch_id, values[key]).login
    problems = {}
    if values["last_day"] < values["first_day"]:
        problems["access.absence.last_day"] = Message(
            "access", "The absence ends before it begins. Correct one of the days."
        )
    if values["deputy"] == values["login"]:
        problems["access.absence.deputy"] = Message(
            "access", "Nobody stands in for themselves. Choose another person."
        )
    if problems:
        raise Invalid(problems)
    row = work.insert(Absence, **values)
    return Done(id=row.id, version=row.version)


@command("access.remove_absence", permission=PERMISSION, specs=ABSENCE_ID)
def remove_absence(work: Work, values: Values) -> Done:
    """Take an absence back."""
    row = Absence.get_or_none(
        Absence.id == values["id"], Absence.branch_id == work.actor.branch_id, alive(Absence)
    )
    if row is None:
        raise NotPossible(Message("access", "This absence is no longer in the list."))
    work.remove(row)
    return Done(id=row.id, version=row.version)


def absences(branch_id: int, *, since_day: str = "") -> Sequence[AbsenceView]:
    """Return the absences that end on ``since_day`` or later, in their order."""
    query = (
        Absence.select()
        .where(Absence.branch_id == branch_id, Absence.last_day >= since_day, alive(Absence))
        .order_by(Absence.first_day, Absence.id)
    )
    return [AbsenceView(a.id, a.version, a.login, a.first_day, a.last_day, a.deputy) for a in query]


def deputised(branch_id: int, login: str, day: str) -> list[str]:
    """Return the people whose work ``login`` does on ``day`` because they are away."""
    return [
        away.login
        for away in absences(branch_id, since_day=day)
        if away.deputy == login and away.first_day <= day
    ]
