"""What the panels of one case share: which case it is, words for codes, running commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case import queries
from models.casework.case.editing import locked_reason
from ui.pages.labels import Labels
from ui.shell.perform import ShowProblems, perform

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from models.casework.case.queries import CaseHead
    from ui.shell.context import AppContext


class CaseDesk:
    """One case on the screen; ``head`` is read anew with every :meth:`open`."""

    head: CaseHead

    def __init__(self, ctx: AppContext) -> None:
        """Work for the actor of ``ctx``."""
        self.ctx = ctx
        self.t = ctx.texts
        self.labels = Labels(ctx)

    def open(self, case: str | int) -> None:
        """Read the head of a case; raises NotPossible when there is none."""
        self.head = queries.head(self.ctx.actor, case)

    @property
    def now(self) -> int:
        """The actor's time in ms UTC."""
        return self.ctx.actor.clock()

    def run(
        self,
        command: Callable[..., Any],
        values: Mapping[str, Any] | None = None,
        show: ShowProblems | None = None,
    ) -> Any:
        """Run a command of this case; None when it was refused (the user was told)."""
        return perform(self.ctx, command, self.head.id, values=values, show=show)

    def locked(self, editable_in: Collection[str], permission: str = "") -> str:
        """Return in words why a part cannot be changed now, '' when it can."""
        if permission and not self.ctx.actor.may(permission):
            right = self.t("access", f"permission {permission}")
            return self.t("pages", "Your role lacks the right “{right}”.", right=right)
        reason = locked_reason(self.head.state, self.head.hold, editable_in)
        return "" if reason is None else self.t.say(reason)
