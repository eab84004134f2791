"""The time limits of each level as the dealership set them."""

from __future__ import annotations

from typing import NamedTuple

from models.kernel import settings
from models.kernel.command import Done, Values, Work, command
from models.kernel.errors import Invalid
from resources.texts import Message

from .fields import LIMIT_FIELDS

LIMITS, SILENCE = "clock.limits", "clock.silence_hours"


class LevelLimits(NamedTuple):
    """Minutes, days and hours of one level; 0 days mean that there is no such limit."""

    level: str
    first_response: int
    plan_days: int
    close_days: int
    silence_hours: int
    working: bool


def limits_by_level(branch_id: int) -> list[LevelLimits]:
    """Return the limits, the mildest level first."""
    limits, silence = settings.get(branch_id, LIMITS), settings.get(branch_id, SILENCE)
    return [
        LevelLimits(
            level,
            int(one["first_response"]),
            int(one["plan_days"]),
            int(one["close_days"]),
            int(silence[level]),
            bool(one["working"]),
        )
        for level, one in limits.items()
    ]


@command("office.set_limits", permission="settings.manage", specs=LIMIT_FIELDS)
def set_limits(work: Work, values: Values) -> Done:
    """Set the limits of one level; clocks that already run keep theirs."""
    branch_id, level = work.actor.branch_id, values["level"]
    limits, silence = settings.get(branch_id, LIMITS), settings.get(branch_id, SILENCE)
    if level not in limits:
        raise Invalid(
            {"office.limit.level": Message("office", "There is no level {level}.", level=level)}
        )
    keys = ("first_response", "plan_days", "close_days", "working")
    settings.put(work, LIMITS, limits | {level: {key: values[key] for key in keys}})
    settings.put(work, SILENCE, silence | {level: values["silence_hours"]})
    return Done()
