"""The desk with its window: who sits at it, which case lies open, what the window wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

import main
from models.casework.case.rules import STAGES
from resources.texts import Texts
from tests.stores import Clock
from ui.desk.frame import DeskFrame
from ui.desk.window import DeskWindow
from ui.pages.case.places import stage_of_place
from ui.shell.jobs import Jobs
from ui.shell.preferences import Preferences
from ui.shell.theme import Theme

from .answers import ScriptedAsk
from .dialogs import Dialogs, row_filler
from .hands import press, seen, sentences
from .trouble import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from models.kernel.actor import Actor
    from models.kernel.db import Store

_SIZE = (1366, 768)


class Clerk:
    """Does things in the window; :meth:`settle` tells what went wrong since the last time."""

    def __init__(self, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = Clock()
        self.ask = ScriptedAsk()
        self.dialogs = Dialogs(monkeypatch)
        self.written: list[tuple[Callable[..., Any], tuple[Any, ...], Any]] = []
        self._listen(monkeypatch)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        likes = Preferences(str(folder / "likes.ini"))
        texts = Texts("zh_CN")
        self.window = DeskWindow(store, texts, likes, main._render, Theme(app), self.clock)
        self.window.ask = self.ask  # type: ignore[assignment]
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.activateWindow()

    def _listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Note every write of the window; time passes only from line to line of a story."""
        write, written = Jobs.write, self.written

        def noted(jobs: Jobs, call: Callable[..., Any], *args: Any) -> Any:
            answer = write(jobs, call, *args)
            written.append((call, args, answer))
            return answer

        monkeypatch.setattr(Jobs, "write", noted)
        monkeypatch.setattr(DeskFrame, "pass_time", lambda _frame: None)

    @property
    def frame(self) -> DeskFrame:
        """The frame of whoever is logged in."""
        if self.window.frame is None:
            raise CannotBeDone("nobody is logged in")
        return self.window.frame

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        found = self.frame.page(self.frame.shown())
        assert found is not None
        return found

    def sit_down(self, actor: Actor) -> None:
        """Log in as somebody else when it is not this person's turn already."""
        frame = self.window.frame
        if frame is not None and frame.ctx.actor.login == actor.login:
            return
        self.window.leave()
        self.window.enter(replace(actor, clock=self.clock))
        QApplication.processEvents()

    def open_case(self, case_no: str) -> QWidget:
        """Find a case the way links of the window do, unless it lies open already."""
        if self.frame.place() != ("case", case_no):
            self.frame.ctx.events.case_wanted.emit(case_no, "")
            QApplication.processEvents()
        if self.frame.place() != ("case", case_no):
            raise CannotBeDone(f"the case {case_no} does not open: {self.ask.told}")
        return self.page

    def open_stage(self, stage: str) -> QWidget:
        """Press a stage of the strip and return its panel."""
        press(self.page, f"case.stage.{stage}")
        panel = seen(self.page, f"case.panel.{stage}")
        if panel is None:
            raise CannotBeDone(f"the stage {stage} does not open")
        return panel

    def find(self, *names: str) -> QWidget:
        """Return the first panel, looking where the places are expected, that shows a name."""
        expected = [stage_of_place(name) for name in names]
        for stage in dict.fromkeys(filter(None, (*expected, *STAGES))):
            panel = self.open_stage(stage)
            if any(seen(panel, name) for name in names):
                return panel
        raise CannotBeDone(f"no stage offers {' or '.join(names)} to {self.who()}")

    def who(self) -> str:
        """Return who sits here and where the case stands."""
        actor, page = self.frame.ctx.actor, self.page
        state = getattr(getattr(page, "desk", None), "head", None)
        return f"{actor.name} ({actor.role}) in {state.state if state else 'no case'}"

    def expect(self, fields: dict[str, Any], *, fresh: bool = False) -> None:
        """Have values ready for the dialog that opens next; a fresh one says nothing else."""
        if fields:
            self.dialogs.ready(row_filler(fields, fresh=fresh))

    def settle(self) -> None:
        """Let the window finish its work; raise when it told or refused something."""
        unused = self.dialogs.waiting
        self.dialogs.settle()
        told, self.ask.told[:] = " ".join(self.ask.told), []
        if told:
            raise CannotBeDone(f"the window says: {told} {sentences(self.page)}")
        if unused:
            raise CannotBeDone(f"no dialog asked for the values {sentences(self.page)}")
        self.window.activateWindow()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def go_home(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
