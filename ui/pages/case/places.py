"""Which stage shows a field or list, by the beginning of its objectName."""

from __future__ import annotations

from models.casework.case.rules import STAGES

_STAGE_OF = {
    "intake": "registration",
    "case.demand": "registration",
    "case.demand.answer": "negotiation",
    "case.contact": "response",
    "case.task": "analysis",
    "evidence": "analysis",
    "analysis": "analysis",
    "approval": "negotiation",
    "negotiation": "negotiation",
    "agreement": "agreement",
    "implementation": "implementation",
    "followup": "follow_up",
    "review": "review",
}


def stage_of_place(place: str) -> str:
    """Return the stage of a place: a stage itself, or where its objectName is shown."""
    if place in STAGES:
        return place
    found = [start for start in _STAGE_OF if place == start or place.startswith(f"{start}.")]
    return _STAGE_OF[max(found, key=len)] if found else ""
