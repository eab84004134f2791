"""An import or its trial in the background: how far it is, what became of it, stopping it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from models.kernel.changes import Change, collecting
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.progress import Progress
from models.outlook.exchange.importing import Imported, import_file

if TYPE_CHECKING:
    from pathlib import Path

    from ui.shell.context import AppContext

_JOB = "settings.import"


class ImportRun(QObject):
    """``progressed`` with rows done and all, then ``done`` or ``failed`` with the refusal."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, parent: QObject) -> None:
        """Run nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._stop = Event()

    def start(self, kind: str, file: Path, *, dry_run: bool) -> None:
        """Take a list in, or only try it; an earlier answer is dropped."""
        self._stop.set()
        self._stop = stop = Event()
        actor, jobs = self._ctx.actor, self._ctx.jobs
        progress = Progress(
            self._report, lambda: stop.is_set() or jobs.closing or not isValid(self)
        )

        def work() -> tuple[Imported, tuple[Change, ...]]:
            with collecting() as changes:
                taken = import_file(actor, kind, file, dry_run=dry_run, progress=progress)
            return taken, tuple(changes)

        jobs.read(_JOB, work, self._finished, self._broken)

    def stop(self) -> None:
        """End after the rows under way."""
        self._stop.set()

    def forget(self) -> None:
        """Stop and drop the answer."""
        self._stop.set()
        self._ctx.jobs.forget(_JOB)

    def _report(self, done: int, total: int) -> None:
        if isValid(self):
            self.progressed.emit(done, total)

    def _finished(self, answer: tuple[Imported, tuple[Change, ...]]) -> None:
        taken, changes = answer
        if changes:
            self._ctx.events.data_changed.emit(changes)
        self.done.emit(taken)

    def _broken(self, problem: Exception) -> None:
        if not isinstance(problem, UserError | EnvironmentTrouble):
            raise problem
        self.failed.emit(problem)
