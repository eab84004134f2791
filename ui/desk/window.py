"""The main window: first run, log-in, then the frame with its pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from models.dealership.access import set_up
from models.dealership.access.fields import FIRST_ADMINISTRATOR_FIELDS
from models.dealership.office.fields import BRANCH_FIELDS
from models.kernel.actor import system_clock
from models.kernel.errors import EnvironmentTrouble, Invalid, UserError
from resources.texts import Texts
from ui.shell.ask import Ask
from ui.shell.context import AppContext
from ui.shell.events import Events
from ui.shell.jobs import Jobs
from ui.window.first_run import FirstRunView
from ui.window.login import LoginView

from . import session
from .bring_back import bring_back
from .frame import DeskFrame
from .own_password import change_password
from .qt_texts import speak

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from models.kernel.actor import Actor
    from models.kernel.db import Store
    from ui.shell.context import Render
    from ui.shell.preferences import Preferences
    from ui.shell.theme import Theme

    from .session import Clock

_SIZE = (1366, 768)
_LAST_LOGIN, _GEOMETRY = "login.last", "window.geometry"


class DeskWindow(QMainWindow):
    """One window a person and store; it remembers its place and who logged in last."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        preferences: Preferences,
        render: Render,
        theme: Theme,
        clock: Clock = system_clock,
    ) -> None:
        """Show the first run or the log-in of an open store."""
        super().__init__()
        self.setObjectName("shell.window")
        self.setWindowTitle(texts("shell", "Kesutong"))
        self._store, self._texts, self._clock = store, texts, clock
        self._preferences, self._render, self._theme = preferences, render, theme
        self._events = Events()
        self._events.restore_wanted.connect(self._restore_later, Qt.ConnectionType.QueuedConnection)
        self._jobs = Jobs(self._events)
        self.ask = Ask(texts, self, preferences)
        self._views = QStackedWidget()
        self.setCentralWidget(self._views)
        self.frame: DeskFrame | None = None
        self._restore_place()
        speak(texts.language)
        self._begin()

    def enter(self, actor: Actor) -> None:
        """Show the pages to somebody who logged in."""
        self._drop_frame()
        self._preferences.write(_LAST_LOGIN, actor.login)
        ctx = AppContext(
            actor=actor,
            store=self._store,
            texts=self._texts,
            preferences=self._preferences,
            ask=self.ask,
            render=self._render,
            jobs=self._jobs,
            events=self._events,
        )
        self.frame = DeskFrame(ctx)
        self.frame.left.connect(self.leave)
        self.frame.theme_wanted.connect(self.change_theme)
        self._events.look_changed.connect(self.rebuild)
        self._show(self.frame)
        self.frame.open_page("today")

    def change_theme(self, choice: str) -> None:
        """Show light, dark or the system's colours, now and at the next start."""
        self._preferences.write("theme", choice)
        self._theme.apply(choice)

    def rebuild(self) -> None:
        """Speak another language or wear another theme, at the same place."""
        self._theme.apply(self._preferences.read("theme", self._theme.choice))
        language = self._preferences.read("language", self._texts.language)
        if self.frame is None or language == self._texts.language or not self.frame.may_leave():
            return
        actor, place = self.frame.ctx.actor, self.frame.place()
        self._texts = self.ask.texts = Texts(language)
        self.setWindowTitle(self._texts("shell", "Kesutong"))
        speak(language)
        self.enter(actor)
        self.frame.go_to(place)

    def come_forward(self) -> None:
        """Show the window before the others: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Log out: back to the log-in, with nothing of the last person in sight."""
        if self.frame is None or not self.frame.may_leave():
            return
        self._drop_frame()
        self._show_login()

    def _restore_later(self, source: str) -> None:
        """Bring a backup back once every page has let go of the store; then log in anew."""
        if self.frame is None or not self.frame.may_leave():
            return
        actor = self.frame.ctx.actor
        self._drop_frame()
        self._jobs.close()
        self._store, trouble = bring_back(self._store, Path(source), actor)
        self._jobs = Jobs(self._events)
        self._show_login()
        done = self._texts("shell", "The backup is back. Please log in again.")
        self.ask.tell(done if trouble is None else self._texts.say(trouble))

    def end_session(self) -> None:
        """Keep what was typed: the system logs off or shuts down and leaves no time to ask."""
        if self.frame is not None:
            self.frame.keep()
        self._keep_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place of the window; ask about unsaved text first."""
        if self.frame is not None and not self.frame.may_leave():
            event.ignore()
            return
        self._keep_place()
        self._drop_frame()
        self._jobs.close()
        super().closeEvent(event)

    def _drop_frame(self) -> None:
        """Let go of the pages of whoever worked here."""
        frame, self.frame = self.frame, None
        if frame is not None:
            self._events.look_changed.disconnect(self.rebuild)
            frame.close_down()

    def _begin(self) -> None:
        if session.is_new():
            self._show_first_run()
        else:
            self._show_login()

    def _show_first_run(self) -> None:
        view = FirstRunView(self._texts, BRANCH_FIELDS, FIRST_ADMINISTRATOR_FIELDS)
        view.finished.connect(self._set_up)
        view.logo_asked.connect(self._choose_logo)
        self._show(view)

    def _choose_logo(self) -> None:
        kinds = self._texts("shell", "Pictures") + " (*.png *.jpg *.jpeg)"
        files = self.ask.files(self._texts("shell", "Choose the logo"), kinds)
        view = self._views.currentWidget()
        if files and isinstance(view, FirstRunView):
            view.set_logo(files[0])

    def _set_up(self, typed: dict[str, str]) -> None:
        view = self._views.currentWidget()
        if not isinstance(view, FirstRunView):
            return
        values = {name.rpartition(".")[2]: text for name, text in typed.items()}
        try:
            self._jobs.write(set_up.set_up_store, set_up.first_actor(self._clock), values)
        except Invalid as refusal:
            say = self._texts.say
            view.set_problems({name: say(text) for name, text in refusal.problems.items()})
            return
        except (UserError, EnvironmentTrouble) as refusal:
            self.ask.tell(self._texts.say(refusal.message))
            return
        self.enter(session.enter(values["admin_login"], values["admin_password"], self._clock))

    def _show_login(self) -> None:
        view = LoginView(self._texts, session.people(), session.branch_name())
        view.choose(self._preferences.read(_LAST_LOGIN, ""))
        view.entered.connect(self._log_in)
        view.forgotten.connect(self._explain_forgotten)
        view.place_asked.connect(self._explain_place)
        self._show(view)

    def _log_in(self, login: str, password: str) -> None:
        view = self._views.currentWidget()
        if not isinstance(view, LoginView):
            return
        try:
            actor = self._jobs.write(session.enter, login, password, self._clock)
        except (UserError, EnvironmentTrouble) as refusal:
            view.set_problem(self._texts.say(refusal.message))
            return
        self.enter(actor)
        self._replace_given_password(actor)

    def _replace_given_password(self, actor: Actor) -> None:
        """Have a password that somebody else gave replaced by an own one, or log out."""
        if self.frame is None or not session.was_given_password(actor):
            return
        if not change_password(self.frame.ctx, self):
            self.leave()

    def _explain_forgotten(self) -> None:
        self.ask.tell(
            self._texts("shell", "Ask the administrator: a new password is given in the settings.")
        )

    def _explain_place(self) -> None:
        self.ask.tell(
            self._texts(
                "shell",
                "The data lies in {folder}. Start the program with --data to use another folder.",
                folder=str(self._store.folder),
            )
        )

    def _show(self, view: FirstRunView | LoginView | DeskFrame) -> None:
        old = self._views.currentWidget()
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)
        if old is not None:
            self._views.removeWidget(old)
            old.deleteLater()

    def _keep_place(self) -> None:
        self._preferences.write(_GEOMETRY, bytes(self.saveGeometry().toBase64()).decode("ascii"))

    def _restore_place(self) -> None:
        self.resize(*_SIZE)
        kept = self._preferences.read(_GEOMETRY, "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
