"""Decisions about a case that need no store: its stage, who may touch a task."""

from __future__ import annotations

from .fields import LEVELS

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
