"""Running a command for the person at the screen: confirm, show problems, tell trouble."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from models.kernel.errors import EnvironmentTrouble, Invalid, NeedsConfirmation, UserError

if TYPE_CHECKING:
    from resources.texts import Message

    from .context import AppContext

ShowProblems = Callable[[Mapping[str, "Message"]], tuple[str, ...]]


def perform(
    ctx: AppContext,
    command: Callable[..., Any],
    *args: Any,
    values: Mapping[str, Any] | None = None,
    show: ShowProblems | None = None,
) -> Any:
    """Run ``command(actor, *args, values)``; return its answer, or None when it was refused.

    ``show`` puts problems at their fields and returns the names it has no field for.
    """
    given = dict(values or {})
    try:
        return ctx.jobs.write(command, ctx.actor, *args, given)
    except NeedsConfirmation as question:
        if not _confirmed(ctx, question):
            return None
        return perform(ctx, command, *args, values=given | {"confirmed": True}, show=show)
    except Invalid as refusal:
        _show(ctx, refusal, show)
    except (UserError, EnvironmentTrouble) as refusal:
        ctx.ask.tell(ctx.texts.say(refusal.message))
    return None


def _confirmed(ctx: AppContext, question: NeedsConfirmation) -> bool:
    return ctx.ask.confirm(ctx.texts.say(question.message), ctx.texts("shell", "Go on"))


def _show(ctx: AppContext, refusal: Invalid, show: ShowProblems | None) -> None:
    others = show(refusal.problems) if show else tuple(refusal.problems)
    sentences = [ctx.texts.say(refusal.problems[name]) for name in others]
    if sentences:
        ctx.ask.tell("\n".join(sentences))
