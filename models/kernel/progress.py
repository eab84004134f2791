"""How a long piece of work tells how far it is, and how it is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):
    """The user stopped the work; what it began has been taken back."""


def _nobody_listens(_done: int, _total: int) -> None:
    """Report to nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Progress:
    """``report(done, total)`` is called as the work goes on, ``cancelled()`` asked each time."""

    report: Callable[[int, int], None] = _nobody_listens
    cancelled: Callable[[], bool] = _never

    def step(self, done: int, total: int) -> None:
        """Tell how much is done; leave with :class:`Cancelled` when the user stopped the work."""
        if self.cancelled():
            raise Cancelled
        self.report(done, total)


SILENT = Progress()
