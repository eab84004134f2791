"""Decisions about a case that need no store: its stage, who may touch a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .fields import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.kernel.actor import Actor

OPEN_TASK = ("open", "acknowledged", "returned")

STAGES = (
    "registration",
    "response",
    "analysis",
    "negotiation",
    "agreement",
    "implementation",
    "follow_up",
    "review",
)

_STAGE_OF = {
    "DRAFT": "registration",
    "RECEIVED": "response",
    "ACKNOWLEDGED": "analysis",
    "ASSESSED": "analysis",
    "INVESTIGATING": "analysis",
    "PROPOSED": "negotiation",
    "NEGOTIATING": "negotiation",
    "AGREED": "agreement",
    "SIGNED": "implementation",
    "IMPLEMENTING": "implementation",
    "VERIFIED": "follow_up",
    "FOLLOW_UP": "follow_up",
}


def stage_of(state: str) -> str:
    """Return the stage whose work a case in ``state`` waits for; an ended one is in review."""
    return _STAGE_OF.get(state, "review")


def rank(level: str) -> int:
    """Return the place of a level, 1 for the mildest."""
    return LEVELS.index(level) + 1


def higher(one: str, other: str) -> str:
    """Return the graver of two levels."""
    return max(one, other, key=rank)


def may_work_on(actor: Actor, department: str, assignee: str) -> bool:
    """Tell whether a task is the actor's own: by name, by department, or by the right to all."""
    own = actor.login == assignee or actor.department == department
    return own or actor.may("case.work")


def task_acts(actor: Actor, task: Mapping[str, Any]) -> frozenset[str]:
    """Return what an actor can do with a task as it stands."""
    state, acts = task["state"], set()
    if state in OPEN_TASK and may_work_on(actor, task["department"], task["assignee"]):
        acts |= {"finish"} if state == "acknowledged" else {"finish", "acknowledge"}
    if state == "done":
        acts |= {"return"} if task["done_by"] == actor.login else {"return", "verify"}
    if state not in {"verified", "cancelled"}:
        acts.add("cancel")
    return frozenset(acts)
