"""Opening the window from the command line: store, theme, language, log-in."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.kernel.db import Store, folder_of, open_store
from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.home import default_folder
from resources.texts import LANGUAGES, Texts
from ui.shell.ask import Ask
from ui.shell.icons import app_icon
from ui.shell.preferences import Preferences
from ui.shell.programs import sweep_copies
from ui.shell.theme import Theme

from . import session
from .crash import CrashTeller
from .language import system_language
from .preparing import Preparing
from .single import Listener, call_forward
from .window import DeskWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.kernel.actor import Actor
    from ui.shell.context import Render

PASSWORD = "KESUTONG_PASSWORD"
PREFERENCES_FILE = "preferences.ini"
DEMO_LOGIN, DEMO_CASES = "wangmin", 300
_REFUSED, _TROUBLE = 1, 3
LANGUAGE, THEME = "language", "theme"


def application() -> QApplication:
    """Return the one application, made when there is none."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kesutong")
    app.setWindowIcon(app_icon())
    return app


def already_open(argv: Sequence[str]) -> bool:
    """Bring the window of this person and store forward; False when there is none."""
    args = _arguments(argv)
    return not args.demo and call_forward(_folder(args))


def open_window(argv: Sequence[str], *, render: Render) -> DeskWindow:
    """Open the window of a store, log in when ``--as`` says who, and show it.

    Raises EnvironmentTrouble when the store cannot be opened, Forbidden for a wrong log-in.
    """
    args = _arguments(argv)
    app = application()
    theme = Theme(app)
    theme.apply(args.theme or "system")
    store = _demo_store(args, render) if args.demo else open_store(_folder(args), create=True)
    actor = _actor(args)
    preferences = Preferences(str(store.folder / PREFERENCES_FILE))
    texts = Texts(_language(args, preferences))
    theme.apply(args.theme or preferences.read(THEME, "system"))
    window = DeskWindow(store, texts, preferences, render, theme)
    if actor is not None:
        window.enter(actor)
    CrashTeller(window.ask, texts, store.folder).install()
    listener = Listener(store.folder, window)
    listener.called.connect(window.come_forward)
    app.commitDataRequest.connect(window.end_session, Qt.ConnectionType.DirectConnection)
    window.show()
    return window


def run_window(argv: Sequence[str], *, render: Render) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    app = application()
    if already_open(argv):
        return 0
    try:
        window = open_window(argv, render=render)
    except (UserError, EnvironmentTrouble) as problem:
        Theme(app).apply("system")
        texts = Texts(_arguments(argv).lang or system_language())
        Ask(texts).tell(texts.say(problem.message))
        return _TROUBLE if isinstance(problem, EnvironmentTrouble) else _REFUSED
    window.show()
    sweep_copies()
    return app.exec()


def _arguments(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="main.py", add_help=False)
    parser.add_argument("--data", default="")
    parser.add_argument("--lang", choices=LANGUAGES, default="")
    parser.add_argument("--as", dest="login", default="")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="")
    parser.add_argument("--demo", action="store_true")
    return parser.parse_args(list(argv))


def _folder(args: Namespace) -> Path:
    return folder_of(args.data) if args.data else default_folder()


def _language(args: Namespace, preferences: Preferences) -> str:
    """Return what to speak; the first start follows the system and keeps to that."""
    wanted = args.lang or preferences.read(LANGUAGE, "")
    if wanted in LANGUAGES:
        return str(wanted)
    found = system_language()
    preferences.write(LANGUAGE, found)
    return found


def _demo_store(args: Namespace, render: Render) -> Store:
    """Make a store that is thrown away when the program ends."""
    from models.outlook.demo import make_demo

    waiting = Preparing(Texts(args.lang or system_language()))
    waiting.begin()
    store = open_store(tempfile.mkdtemp(prefix="kesutong-demo-"), create=True)
    atexit.register(_throw_away, store)
    make_demo(store, cases=DEMO_CASES, render=render, progress=waiting.progress)
    waiting.close()
    return store


def _throw_away(store: Store) -> None:
    """Delete a store, closed first: Windows keeps a file that is open."""
    store.close()
    shutil.rmtree(store.folder, ignore_errors=True)


def _actor(args: Namespace) -> Actor | None:
    """Return who logs in at once, None when the window asks."""
    login = args.login or (DEMO_LOGIN if args.demo else "")
    if not login:
        return None
    return session.enter(login, None if args.demo else os.environ.get(PASSWORD))
