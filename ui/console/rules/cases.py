"""Rules of the case: its proposed level, who may grant an amount, what was read back."""

from __future__ import annotations

from typing import Any

from models.casework.approval.rules import needed_role
from models.dealership.access.roles import (
    DEFAULT_LIMITS_FEN,
    ROLE_PERMISSIONS,
    permissions_of,
    role_name,
)
from models.kernel import settings
from models.kernel.errors import Invalid
from models.kernel.fields import FieldSpec, Kind
from models.kernel.fields.amounts import check_amount
from models.kernel.money import plain_yuan, yuan_text
from models.stages.intake.fields import READ_BACK_FIELDS
from models.stages.intake.level import Facts, proposed
from models.stages.intake.rules import unconfirmed
from resources.texts import Message

from .question import Question, Verdict

_LEVEL_FIELDS = (
    FieldSpec("level", "text", "text", Kind.LONG_TEXT),
    FieldSpec("level", "channel", "channel"),
    FieldSpec("level", "injured", "injured", Kind.FLAG),
    FieldSpec("level", "repeat_no", "repeat_no", Kind.INTEGER, minimum=1),
    FieldSpec("level", "recent_repeat", "recent_repeat", Kind.FLAG),
)
_AUTHORITY_FIELDS = (
    FieldSpec("authority", "amount", "amount", Kind.MONEY, required=True),
    FieldSpec("authority", "earlier", "earlier", Kind.MONEY),
    FieldSpec("authority", "role", "role"),
)


def level(question: Question) -> Verdict:
    """Propose a level from text, demand_kinds, amounts, channel, injured and repeats."""
    values = question.values(_LEVEL_FIELDS, "demand_kinds", "amounts")
    found = proposed(
        Facts(
            text=values["text"],
            demand_kinds=tuple(map(str, _rows(values, "demand_kinds"))),
            amounts=tuple(check_amount(one).value for one in _rows(values, "amounts")),
            channel=values["channel"],
            injured=values["injured"],
            repeat_no=values["repeat_no"] or 1,
            recent_repeat=values["recent_repeat"],
            first_line_limit=settings.DEFAULTS["level.first_line_limit_fen"],
            major_amount=settings.DEFAULTS["level.major_amount_fen"],
        )
    )
    return Verdict({"level": found.level, "reasons": list(found.reasons)}, [], [])


def _rows(values: dict[str, Any], key: str) -> list[Any]:
    found = values.get(key, [])
    if not isinstance(found, list):
        raise Invalid({f"level.{key}": Message("console", "This has to be a list.")})
    return found


def authority(question: Question) -> Verdict:
    """Say who has to approve an amount by the limits of a new store, and whether ``role`` may."""
    values = question.values(_AUTHORITY_FIELDS)
    total = values["amount"] + (values["earlier"] or 0)
    deciding = {
        role: limit
        for role, limit in DEFAULT_LIMITS_FEN.items()
        if "approval.decide" in permissions_of(role)
    }
    needed = needed_role(deciding, total)
    role = values["role"]
    if not role:
        return Verdict({"needs_role": needed}, [], [])
    if role not in ROLE_PERMISSIONS:
        sentence = Message("access", "There is no role {role}. Choose one of the list.", role=role)
        raise Invalid({"authority.role": sentence})
    limit = DEFAULT_LIMITS_FEN[role]
    errors = [] if total <= limit else [("authority.amount", _beyond(total, role, limit, needed))]
    return Verdict({"needs_role": needed, "limit": plain_yuan(limit)}, errors, [])


def _beyond(total: int, role: str, limit: int, needed: str) -> Message:
    return Message(
        "approval",
        "{amount} yuan in all is beyond the authority of {role} ({limit} yuan). "
        "It has to be approved by: {needed}.",
        amount=yuan_text(total),
        role=role_name(role),
        limit=yuan_text(limit),
        needed=role_name(needed),
    )


def read_back(question: Question) -> Verdict:
    """Check what was read back to the customer, and that it was confirmed (B01-B04)."""
    values = question.values(READ_BACK_FIELDS)
    errors = [(one.place, one.message) for one in unconfirmed(values)]
    return Verdict({}, errors, [])
