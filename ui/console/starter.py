"""Tells whoever started the program that it cannot go on: on a stream, or in a box of Windows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from resources.texts import Message, Texts

from .answer import write
from .arguments import language_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

UNATTENDED = "KESUTONG_NO_MSGBOX"
"""The variable that keeps boxes away where nobody could close them."""

_WARNING, _TO_THE_FRONT = 0x30, 0x10000


def calls_subcommand(argv: Sequence[str]) -> bool:
    """Tell whether one of the words is a sub-command."""
    from .run import SUBCOMMANDS

    return any(word in SUBCOMMANDS for word in argv)


def tell_wrong_start(argv: Sequence[str]) -> None:
    """Say which words the window takes; where there is a stream, that was said already."""
    if sys.stderr is None:
        _tell(
            argv,
            Message(
                "console",
                "The program was started with something it does not know: {words}. The window "
                "takes --data FOLDER, --lang zh_CN, zh_TW or en, --theme light, dark or system, "
                "--as LOGIN and --demo. Everything else is for kesutong-console.exe, which is "
                "called in a command window.",
                words=" ".join(argv),
            ),
        )


def tell_fault(argv: Sequence[str], log: Path) -> None:
    """Say that the program has a fault and where it is described."""
    _tell(
        argv,
        Message(
            "console",
            "The program has a fault; what happened is in {file}. Please send this file to "
            "whoever looks after the program.",
            file=str(log),
        ),
    )


def _tell(argv: Sequence[str], message: Message) -> None:
    """Say it; a sub-command without a stream runs unattended, and nobody would close a box."""
    texts = Texts(language_of(argv))
    if sys.stderr is not None:
        write(sys.stderr, texts.say(message))
    elif UNATTENDED not in os.environ and not calls_subcommand(argv):
        show_box(texts("shell", "Kesutong"), texts.say(message))


def show_box(title: str, text: str) -> None:
    """Show a box of Windows, which needs nothing of ours; no other system starts us mute."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, title, _WARNING | _TO_THE_FRONT)
