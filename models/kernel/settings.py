"""What a branch may choose: declared settings with defaults, stored when changed."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from .tables import Setting

if TYPE_CHECKING:
    from .command import Work

DEFAULTS: dict[str, Any] = {
    "clock.periods": [[480, 720], [810, 1050]],
    "clock.weekdays": [0, 1, 2, 3, 4, 5],
    "clock.limits": {
        "MINOR": {"first_response": 240, "plan_days": 1, "close_days": 1, "working": True},
        "GENERAL": {"first_response": 120, "plan_days": 1, "close_days": 3, "working": True},
        "ESCALATED": {"first_response": 60, "plan_days": 1, "close_days": 5, "working": True},
        "MAJOR": {"first_response": 30, "plan_days": 2, "close_days": 7, "working": False},
        "CRISIS": {"first_response": 10, "plan_days": 0, "close_days": 0, "working": False},
    },
    "clock.silence_hours": {"MINOR": 72, "GENERAL": 48, "ESCALATED": 24, "MAJOR": 12, "CRISIS": 4},
    "level.first_line_limit_fen": 100_000,
    "level.major_amount_fen": 2_000_000,
    "level.repeat_days": 30,
    "follow_up.hours": [24, 168, 720],
    "files.max_bytes": 100 * 1024 * 1024,
    "document.language": "zh_CN",
    "backup.keep": 7,
    "backup.last_at": 0,
    "store.demo": False,
}


def get(branch_id: int, key: str) -> Any:
    """Return a branch's choice, or the declared default."""
    default = deepcopy(DEFAULTS[key])
    row = Setting.get_or_none(Setting.branch_id == branch_id, Setting.key == key)
    return json.loads(row.content) if row else default


def put(work: Work, key: str, value: Any) -> None:
    """Store a choice; an unknown key is a bug."""
    if key not in DEFAULTS:
        raise KeyError(key)
    content = json.dumps(value, ensure_ascii=False)
    row = Setting.get_or_none(Setting.branch_id == work.actor.branch_id, Setting.key == key)
    if row:
        work.change(row, {"content": content})
    else:
        work.insert(Setting, key=key, content=content)
