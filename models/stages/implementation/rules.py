"""Decisions about deliveries that need no store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def delivery_acts(row: Mapping[str, Any]) -> frozenset[str]:
    """Return what can be done with a delivery as it stands; ``delivered_at`` None when waiting."""
    acts = set() if row["delivered_at"] else {"hand_over"}
    if row["advanced_by"] or row["claim_from"]:
        acts.add("claim_back")
    return frozenset(acts)
