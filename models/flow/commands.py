"""Taking a step: one unit of work that checks, lets the rooms act and writes the new state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.casework.case import clock
from models.casework.case.editing import CaseRef, case_command
from models.casework.case.fields import ENDED
from models.kernel.actor import Actor
from models.kernel.command import Done, Values, Work
from models.kernel.db import FAR_FUTURE
from models.kernel.errors import NotPossible
from resources.texts import Message

from .steps import STEPS

if TYPE_CHECKING:
    from models.casework.case.tables import Case

    from .step import Step

StepCommand = Callable[[Actor, CaseRef, Values], Done]


def move(work: Work, case: Case, step: Step, values: Values) -> Done:
    """Take a step from inside another command: guard, effect, state."""
    refuse(case, step)
    missing = step.guard(case)
    if missing:
        raise NotPossible(
            Message(
                "flow",
                "“{step}” is not possible yet: {count} things are missing.",
                step=Message("flow", step.label),
                count=len(missing),
            ),
            missing,
        )
    step.effect(work, case, values)
    target = step.target or values["state"]
    work.change(case, {"state": target})
    if target in ENDED and case.closed_at == FAR_FUTURE:
        clock.stop_all(work, case)
        work.change(case, {"closed_at": work.now, "next_due_at": FAR_FUTURE})
    return Done(case.case_no, 0, case.id, case.version)


def refuse(case: Case, step: Step) -> None:
    """Refuse a step that the state or a hold of the case does not allow."""
    reason = refusal(case.state, case.hold, step)
    if reason is not None:
        raise NotPossible(reason)


def refusal(state: str, hold: str, step: Step) -> Message | None:
    """Return why a step cannot be taken from here, or None."""
    if state not in step.sources:
        return Message(
            "flow",
            "“{step}” is not possible while the case is in the state “{state}”.",
            step=Message("flow", step.label),
            state=Message("case", f"state {state}"),
        )
    if hold == "restricted" or (hold == "suspended" and not step.while_suspended):
        return Message("flow", "The case is on hold. Lift the hold, then go on.")
    if hold == "external" and step.target in {"CLOSED", "ARCHIVED"}:
        return Message("flow", "Somebody outside is dealing with the case. Record how that ended.")
    return None


def take(actor: Actor, case: CaseRef, step: str, values: Values | None = None) -> Done:
    """Take the step of this name."""
    return STEP_COMMANDS[step](actor, case, values or {})


def _registered(step: Step) -> StepCommand:
    @case_command(f"flow.{step.name}", permission=step.permission, specs=step.fields)
    def run(work: Work, case: Case, values: Values) -> Done:
        return move(work, case, step, values)

    return run


STEP_COMMANDS = {step.name: _registered(step) for step in STEPS.values()}
