"""Decisions about rectification items that need no store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.kernel.actor import Actor


def item_acts(actor: Actor, item: Mapping[str, Any]) -> frozenset[str]:
    """Return what an actor can do with an item: its owner reports it done, another checks it."""
    own = actor.login == item["owner"]
    if item["state"] == "open" and (own or actor.may("rectification.manage")):
        return frozenset({"finish"})
    if item["state"] == "done" and not own and actor.may("rectification.manage"):
        return frozenset({"check"})
    return frozenset()
