"""What others ask about the office: the branch, its letterhead, departments, stand-ins."""

from __future__ import annotations

from typing import NamedTuple

from models.kernel import codes
from models.kernel.db import alive

from .tables import Absence, Branch


class BranchView(NamedTuple):
    """A branch as windows and papers show it; ``logo`` is the sha256 of a stored file."""

    branch_id: int
    version: int
    name: str
    short_name: str
    credit_code: str
    address: str
    phone: str
    place: str
    logo: str


class AbsenceView(NamedTuple):
    """Who is away from when until when, and who stands in."""

    id: int
    version: int
    login: str
    first_day: str
    last_day: str
    deputy: str


def exists() -> bool:
    """Tell whether the store has a branch yet; without one the first run comes first."""
    return bool(Branch.select().where(alive(Branch)).exists())


def home_branch_id() -> int:
    """Return the number of the store's first branch, 0 when there is none yet."""
    query = Branch.select(Branch.branch_id).where(alive(Branch)).order_by(Branch.id)
    return int(query.scalar() or 0)


def branch(branch_id: int) -> BranchView:
    """Return the branch with the data of its letterhead."""
    row = Branch.get(Branch.branch_id == branch_id)
    return BranchView(
        row.branch_id,
        row.version,
        row.name,
        row.short_name or row.name,
        row.credit_code,
        row.address,
        row.phone,
        row.place,
        row.logo,
    )


def departments(branch_id: int) -> list[codes.CodeValue]:
    """Return the departments in their order."""
    return codes.values(branch_id, "department")


def absences(branch_id: int, *, since_day: str = "") -> list[AbsenceView]:
    """Return the absences that end on ``since_day`` or later, in their order."""
    query = (
        Absence.select()
        .where(Absence.branch_id == branch_id, Absence.last_day >= since_day, alive(Absence))
        .order_by(Absence.first_day, Absence.id)
    )
    return [AbsenceView(a.id, a.version, a.login, a.first_day, a.last_day, a.deputy) for a in query]


def stands_in_for(branch_id: int, login: str, day: str) -> str:
    """Return who does ``login``'s work on ``day``: the deputy, or ``login`` when present."""
    row = (
        Absence.select()
        .where(
            Absence.branch_id == branch_id,
            Absence.login == login,
            Absence.first_day <= day,
            Absence.last_day >= day,
            alive(Absence),
        )
        .order_by(Absence.id.desc())
        .first()
    )
    return str(row.deputy) if row else login
