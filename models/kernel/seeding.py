"""Filling the editable lists of a new branch with the built-in values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import resources

from .tables import Code

if TYPE_CHECKING:
    from .command import Work

SEED_FILE = "seed/codes.json"


def seed_codes(work: Work) -> None:
    """Fill the lists of a new branch with the built-in values; one audit entry tells of it."""
    content = json.loads(resources.path(SEED_FILE).read_text(encoding="utf-8"))
    rows = [
        {
            "branch_id": work.actor.branch_id,
            "created_at": work.now,
            "created_by": work.actor.login,
            "list_name": list_name,
            "code": row["code"],
            "label": row["label"],
            "parent": row.get("parent", ""),
            "position": position,
            "built_in": True,
        }
        for list_name, listed in content.items()
        for position, row in enumerate(listed)
    ]
    Code.insert_many(rows).execute()
    work.note("code", {"seeded": len(rows)})
