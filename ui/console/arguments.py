"""The options that every sub-command and the window take."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from resources.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts

if TYPE_CHECKING:
    from collections.abc import Sequence


def add_common(parser: ArgumentParser, texts: Texts, *, again: bool = False) -> None:
    """Add the common options; ``again`` behind a sub-command, where they may stand as well."""

    def default(value: object) -> object:
        return SUPPRESS if again else value

    parser.add_argument(
        "--data",
        default=default(""),
        metavar="PATH|URL",
        help=texts("console", "the store; without it this user's own"),
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=default(DEFAULT_LANGUAGE),
        help=texts("console", "language of the answers"),
    )
    parser.add_argument(
        "--as",
        dest="login",
        default=default(""),
        metavar="LOGIN",
        help=texts("console", "who acts; the password comes from KESUTONG_PASSWORD or is asked"),
    )
    parser.add_argument(
        "--now",
        default=default(""),
        metavar="ISO-8601",
        help=texts("console", "the time it shall be, in demo stores only"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=default(False),
        help=texts("console", "answer with one JSON value"),
    )


def program_name() -> str:
    """Return what the program is called where it was started, for the lines about its use."""
    name = PurePath(sys.argv[0]).name
    return name if name.endswith(".exe") else "main.py"


def language_of(argv: Sequence[str]) -> str:
    """Return the language asked for, before the arguments are read: their help is in it."""
    words = [part for word in argv for part in word.split("=", 1)]
    named = [after for word, after in pairwise(words) if word == "--lang"]
    return next((word for word in named if word in LANGUAGES), DEFAULT_LANGUAGE)


def names_subcommand(argv: Sequence[str]) -> bool:
    """Tell whether anything is left when the options of the window are taken away."""
    parser = ArgumentParser(prog=program_name(), add_help=False, allow_abbrev=False)
    add_common(parser, Texts(language_of(argv)))
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--theme", default="")
    options, others = parser.parse_known_args(list(argv))
    return bool(others) or options.json
