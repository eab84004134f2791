"""Work beside the screen: writes on one thread, slow reads on others, late answers dropped."""

from __future__ import annotations

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from models.kernel.changes import Change, collecting

from .tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable

    from .events import Events

R = TypeVar("R")

_AT_ONCE = 0.06
_READERS = 2


class _Read:
    """One question under way; only the screen's thread lets go of what it holds.

    Asking and answering belong to pages, and a page must not be destroyed on another thread.
    """

    def __init__(self, name: str, number: int, call: Any, done: Any, failed: Any) -> None:
        self.name, self.number = name, number
        self.call, self.done, self.failed = call, done, failed

    def run(self) -> Any:
        return self.call()

    def let_go(self) -> None:
        self.call = self.done = self.failed = None


class Jobs(QObject):
    """Runs commands and queries so that the window stays alive.

    A write waits for its answer and raises what the command refuses; while it takes long, the
    window repaints but takes no clicks. A read answers through a callback, the newest request of
    a name only.
    """

    _answered = Signal(object)
    _written = Signal()

    def __init__(self, events: Events) -> None:
        """Tell ``events`` what every write changed."""
        super().__init__()
        self._events = events
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="reader")
        self._newest: dict[str, int] = {}
        self._reads: set[_Read] = set()
        self._writing = False
        self.closing = False
        """Whether the window goes: long work in the background stops."""
        self._tidying = Tidying(self)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a write is under way; timers wait for the next turn then."""
        return self._writing

    def write(self, call: Callable[..., R], *args: Any) -> R:
        """Run a command on the writer thread, return its answer, tell the pages what changed."""
        self._writing = True
        try:
            future = self._writer.submit(_with_changes, call, args)
            self._wait(future)
            result, changes = future.result()
        finally:
            self._writing = False
        if changes:
            self._events.data_changed.emit(tuple(changes))
        return result

    def read(
        self,
        name: str,
        call: Callable[[], R],
        done: Callable[[R], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a query in the background; ``done`` gets its answer unless a newer one was asked."""
        number = self._newest.get(name, 0) + 1
        self._newest[name] = number
        read = _Read(name, number, call, done, failed)
        self._reads.add(read)
        future = self._readers.submit(read.run)
        future.add_done_callback(lambda ready: self._answered.emit((read, ready)))

    def forget(self, name: str) -> None:
        """Drop the answer of a read that nobody waits for any more."""
        self._newest[name] = self._newest.get(name, 0) + 1

    def close(self) -> None:
        """Finish what is written, drop what is read."""
        self.closing = True
        self._newest.clear()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        for read in self._reads:
            read.let_go()
        self._reads.clear()
        self._tidying.stop()
        gc.collect()  # a connection of a thread that ended is open until it is collected

    def _wait(self, future: Future[Any]) -> None:
        try:
            future.exception(timeout=_AT_ONCE)
        except NotYet:
            loop = QEventLoop()
            self._written.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
            future.add_done_callback(lambda _ready: self._written.emit())
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            finally:
                QGuiApplication.restoreOverrideCursor()
                self._written.disconnect(loop.quit)

    def _deliver(self, answer: tuple[_Read, Future[Any]]) -> None:
        read, future = answer
        done, failed = read.done, read.failed
        read.let_go()
        self._reads.discard(read)
        late = self._newest.get(read.name) != read.number or future.cancelled()
        if late or not _lives(done):
            return
        problem = future.exception()
        if problem is None:
            done(future.result())
        elif failed is not None and isinstance(problem, Exception):
            failed(problem)
        else:
            raise problem


def _lives(done: Callable[..., Any]) -> bool:
    """Tell whether whoever waits for an answer is still there: a page may have been left."""
    asker = getattr(done, "__self__", None)
    return not isinstance(asker, QObject) or isValid(asker)


def _with_changes(call: Callable[..., R], args: tuple[Any, ...]) -> tuple[R, list[Change]]:
    with collecting() as changes:
        return call(*args), changes
