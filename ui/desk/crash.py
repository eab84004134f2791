"""What nobody foresaw: kept in the log and told once, with everything typed still there."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from ui.shell.ask import Ask

_log = logging.getLogger(__name__)


class CrashTeller:
    """Takes the place of the interpreter's own hook while the window is open."""

    def __init__(self, ask: Ask, sentence: str) -> None:
        """Tell ``sentence`` through ``ask``, once at a time."""
        self._ask, self._sentence = ask, sentence
        self._telling = False

    def install(self) -> None:
        """Catch what reaches the event loop."""
        sys.excepthook = self.tell

    def tell(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the problem and say what is safe."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        _log.error("A problem nobody foresaw", exc_info=(kind, problem, trace))
        if not self._telling:
            self._telling = True
            try:
                self._ask.tell(self._sentence)
            finally:
                self._telling = False
