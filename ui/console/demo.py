"""``demo``: a store with the five stories and many more cases, for trying things out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from models.kernel.db import DATABASE_FILE, folder_of, open_store
from models.kernel.errors import Invalid, NotPossible
from models.kernel.progress import Progress
from resources.texts import Message

from .answer import Answer
from .numbers import whole
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session

_STEPS = 100


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cases", type=whole, default=0, metavar="N")
    parser.add_argument("--seed", type=whole, default=1, metavar="S")


def _run(session: Session) -> Answer:
    from models.outlook.demo import make_demo

    if not session.args.data:
        raise Invalid(
            {
                "data": Message(
                    "console", "Name a folder for the demo store with --data; yours stays as it is."
                )
            }
        )
    folder = folder_of(session.args.data)
    if (folder / DATABASE_FILE).exists():
        raise NotPossible(
            Message(
                "console",
                "There is a store in {folder} already. Choose an empty folder for the demo.",
                folder=str(folder),
            )
        )
    session.store = open_store(folder, create=True)
    made = make_demo(
        session.store,
        cases=session.args.cases,
        seed=session.args.seed,
        render=session.render,
        now=session.now,
        progress=_progress(),
    )
    return Answer(made)


def _progress() -> Progress:
    """Return a progress that writes percents to a terminal, and nothing anywhere else."""
    if sys.stderr is None or not sys.stderr.isatty():
        return Progress()
    shown = [-1]

    def report(done: int, total: int) -> None:
        percent = done * _STEPS // max(total, 1)
        if percent != shown[0]:
            shown[0] = percent
            sys.stderr.write(f"\r{percent} %")
            sys.stderr.flush()

    return Progress(report)


DEMO = SubCommand("demo", "makes a store with stories to try things out", _run, _arguments)
