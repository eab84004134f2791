"""What every sub-command is: its name, what it takes and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    from .answer import Answer
    from .session import Session


def takes_nothing(_parser: ArgumentParser) -> None:
    """Take the options of every sub-command only."""


class SubCommand(NamedTuple):
    """One word of the command line; ``help`` is a msgid of the room ``console``."""

    name: str
    help: str
    run: Callable[[Session], Answer]
    arguments: Callable[[ArgumentParser], None] = takes_nothing
