"""``names`` and ``shot``: what needs the real window, and so comes from outside."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from models.kernel.errors import NotPossible
from resources.texts import Message

from .answer import Answer
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session

_SIZE = re.compile(r"([1-9]\d{2,3})x([1-9]\d{2,3})")
THEMES = ("light", "dark")


def _page(parser: ArgumentParser) -> None:
    parser.add_argument("page", nargs="?", default="", metavar="PAGE")


def _names(session: Session) -> Answer:
    if session.names is None:
        raise _no_window()
    return Answer(session.names(session))


def _shot_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("page", metavar="PAGE")
    parser.add_argument("out", type=target, metavar="OUT.png")
    parser.add_argument("--case", default="", metavar="NO")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--size", type=_size, default=(1366, 768), metavar="1366x768")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="1.5")


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise ArgumentTypeError("1366x768")
    return int(found[1]), int(found[2])


def _scale(text: str) -> float:
    if not re.fullmatch(r"[1-3](\.\d+)?", text):
        raise ArgumentTypeError("1 … 3")
    return float(text)


def _shot(session: Session) -> Answer:
    if session.shot is None:
        raise _no_window()
    return Answer(session.shot(session))


def _no_window() -> NotPossible:
    return NotPossible(Message("console", "This needs the window, which is not there."))


ALL = (
    SubCommand("names", "lists the object names of the window", _names, _page),
    SubCommand("shot", "takes a picture of a page", _shot, _shot_arguments),
)
