"""What is asked when an approval is decided: here by oneself, or elsewhere by somebody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.casework.approval.commands import IN_PROGRAM
from models.casework.approval.fields import DECISION_FIELDS
from models.dealership.access.roles import OEM, ROLE_PERMISSIONS, role_name
from models.kernel.fields import Kind

from .asking import CaseChoices

if TYPE_CHECKING:
    from .desk import CaseDesk

_DECISION = {spec.key: spec for spec in DECISION_FIELDS}
MINE = (_DECISION["decision"], _DECISION["reason"])
MINE_LAYOUT = (("decision",), ("reason",))
ON_PAPER = (
    _DECISION["decision"],
    replace(_DECISION["medium"], codes="paper_medium", required=True, note=""),
    replace(_DECISION["decided_by"], required=True),
    replace(_DECISION["decided_role"], kind=Kind.CHOICE, codes="deciding_role", required=True),
    _DECISION["decided_at"],
    replace(_DECISION["reference"], required=True),
    _DECISION["reason"],
)
PAPER_LAYOUT = (
    ("decision",),
    ("decided_by",),
    ("decided_role",),
    ("medium",),
    ("decided_at", "reference"),
    ("reason",),
)


def deciding_choices(desk: CaseDesk) -> CaseChoices:
    """Return the roles that decide, the maker too, and the ways a decision comes from outside."""
    return CaseChoices(desk, deciding_role=_roles(desk), paper_medium=_media(desk))


def _roles(desk: CaseDesk) -> list[tuple[str, str]]:
    deciding = [r for r, rights in ROLE_PERMISSIONS.items() if "approval.decide" in rights]
    return [(role, desk.t.say(role_name(role))) for role in (*deciding, OEM)]


def _media(desk: CaseDesk) -> list[tuple[str, str]]:
    return [option for option in desk.labels.choices("approval_medium") if option[0] != IN_PROGRAM]
