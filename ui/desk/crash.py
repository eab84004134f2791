"""What nobody foresaw: kept in the log and told once, with everything typed still there."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.trouble import first_trouble

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from resources.texts import Texts
    from ui.shell.ask import Ask

_log = logging.getLogger(__name__)


class CrashTeller:
    """Takes the place of the interpreter's own hook while the window is open."""

    def __init__(self, ask: Ask, texts: Texts, folder: Path) -> None:
        """Tell through ``ask``, once at a time, what happened to the store in ``folder``."""
        self._ask, self._texts, self._folder = ask, texts, folder
        self._telling = False

    def install(self) -> None:
        """Catch what reaches the event loop."""
        sys.excepthook = self.tell

    def tell(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        """Say a refusal that no page took; log anything else and say what is safe."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        if not issubclass(kind, UserError | EnvironmentTrouble):
            _log.error("A problem nobody foresaw", exc_info=(kind, problem, trace))
        if not self._telling:
            self._telling = True
            try:
                self._ask.tell(self._sentence(problem))
            finally:
                self._telling = False

    def _sentence(self, problem: BaseException) -> str:
        """Return the refusal, what is wrong with store or disk, or that nobody foresaw it."""
        if isinstance(problem, UserError | EnvironmentTrouble):
            return self._texts.say(problem.message)
        trouble = first_trouble(problem, self._folder)
        if trouble is not None:
            return self._texts.say(trouble.message)
        return self._texts(
            "shell",
            "Something went wrong that nobody foresaw. What was saved is safe, and what was typed "
            "is kept as a draft. Go on, or start the program anew; the log in {folder} says more.",
            folder=str(self._folder),
        )
