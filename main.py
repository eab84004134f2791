"""Puts the layers together and hands over: to a sub-command, or else to the window."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from models.kernel.home import default_folder
from models.kernel.logfile import LogFile
from ui.console.answer import BUG, INTERRUPTED, USAGE
from ui.console.arguments import names_subcommand
from ui.console.starter import calls_subcommand, tell_fault, tell_wrong_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from ui.console.session import Session

SELFCHECK = "--selfcheck"

_log = logging.getLogger("main")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a sub-command or the window; return the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    with _logging_to(log_file()):
        try:
            return _run(given)
        except SystemExit as leaving:  # an option was wrong; argparse has said which
            tell_wrong_start(given)
            return int(leaving.code or USAGE)
        except KeyboardInterrupt:  # what a command had begun is taken back
            return INTERRUPTED
        except Exception:
            _log.exception("a bug, called with %d arguments", len(given))
            tell_fault(given, log_file())
            return BUG


def _run(given: list[str]) -> int:
    if given[:1] == [SELFCHECK]:
        from ui.desk.selfcheck import run as check

        return check(given[1:], render=_render, log=log_file())
    if not names_subcommand(given):
        return _window(given)
    if sys.stderr is None and not calls_subcommand(given):
        raise SystemExit(USAGE)
    return _console(given)


def open_window(argv: Sequence[str]) -> QMainWindow:
    """Log in and show the window without running its event loop."""
    from ui.desk.opening import open_window as opened

    return opened(list(argv), render=_render)


def log_file() -> Path:
    """Return where the program writes what went wrong."""
    return default_folder() / "kesutong.log"


def _console(argv: list[str]) -> int:
    from ui.console.run import run

    return run(argv, render=_render, names=_names, shot=_shot)


def _window(argv: list[str]) -> int:
    from ui.desk.opening import run_window

    return run_window(argv, render=_render)


def _render(name: str, content: Any, frame: Any) -> Any:
    """Make a paper; reportlab takes its time to import, so only when one is made."""
    from reports.catalogue import render

    return render(name, content, frame)


def _names(session: Session) -> Any:
    _without_screen()
    from ui.desk.outside import names

    return names(session)


def _shot(session: Session) -> Any:
    _without_screen()
    from ui.desk.outside import shot

    return shot(session)


def _without_screen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@contextmanager
def _logging_to(file: Path) -> Iterator[None]:
    """Write warnings and faults to a file that never grows for ever; do without when it cannot."""
    handler = _handler(file)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return logging.NullHandler()
    return LogFile(file)


if __name__ == "__main__":
    sys.exit(main())
