"""What can be done next with a case, and what is still missing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.editing import CaseRef, load_case
from resources.texts import Message

from .commands import refusal
from .step import Step, StepView
from .steps import STEPS

if TYPE_CHECKING:
    from models.kernel.actor import Actor


def next_steps(actor: Actor, case: CaseRef) -> list[StepView]:
    """Return the steps out of the case's state, the one that leads on first."""
    row = load_case(actor, case)
    found = [step for step in STEPS.values() if row.state in step.sources]
    views = []
    for step in sorted(found, key=lambda step: not step.forward):
        reason = _reason(actor, row.state, row.hold, step)
        missing = tuple(step.guard(row)) if reason is None else ()
        views.append(
            StepView(
                step.name,
                step.label,
                step.target,
                step.stage,
                step.forward,
                reason is None and not missing,
                reason,
                missing,
                step.fields,
            )
        )
    return views


def _reason(actor: Actor, state: str, hold: str, step: Step) -> Message | None:
    if not actor.may(step.permission):
        return Message(
            "flow",
            "Your role may not do this. Ask somebody with the right “{permission}”.",
            permission=Message("access", f"permission {step.permission}"),
        )
    return refusal(state, hold, step)
