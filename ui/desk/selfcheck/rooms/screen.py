"""The window: the real one with somebody logged in, and a second start that brings it forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer

from resources.texts import Texts
from ui.desk.opening import PREFERENCES_FILE, application
from ui.desk.selfcheck.bench import expect
from ui.desk.selfcheck.rooms.pictures import colours_in
from ui.desk.single import Listener, call_forward
from ui.desk.window import DeskWindow
from ui.shell.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.desk.selfcheck.bench import Bench

_PATIENCE_MS = 5000
_SETTLE_MS = 300
_LIVELY = 20


def instance(bench: Bench) -> str:
    """A second start reaches the first one."""
    application()
    home, called = QObject(), []
    expect(not call_forward(bench.folder), "somebody answers already")
    listener = Listener(bench.folder, home)
    listener.called.connect(lambda: called.append(True))
    reached = call_forward(bench.folder)
    if not called:
        _wait(listener.called)
    home.deleteLater()
    expect(reached and called, "the first start is not reached")
    return "a second start is heard"


def window(bench: Bench) -> str:
    """The window opens, shows the day of who logged in, and is closed."""
    likes = Preferences(str(bench.store.folder / PREFERENCES_FILE))
    shown = DeskWindow(bench.store, Texts(), likes, bench.tools.render, bench.look)
    try:
        shown.enter(bench.actor)
        shown.show()
        _wait()
        page = shown.frame.shown() if shown.frame else ""
        expect(page == "today", f"it shows {page or 'nobody'}")
        colours = colours_in(shown.grab().toImage())
        expect(colours > _LIVELY, f"it is blank: {colours} colours")
        return f"{shown.windowTitle()}, {page}, {shown.width()} x {shown.height()}"
    finally:
        shown.close()
        shown.deleteLater()
        _wait()


def _wait(signal: SignalInstance | None = None) -> None:
    """Let the window work for a moment, or until a signal comes."""
    loop = QEventLoop()
    if signal is not None:
        signal.connect(loop.quit)
    QTimer.singleShot(_SETTLE_MS if signal is None else _PATIENCE_MS, loop.quit)
    loop.exec()
