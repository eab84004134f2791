"""Runs one sub-command: arguments in, one answer or one refusal out, an exit code back."""

from __future__ import annotations

from argparse import ArgumentParser
from contextlib import closing
from typing import TYPE_CHECKING, Any

from models.kernel.errors import EnvironmentTrouble, UserError
from models.kernel.trouble import trouble_as_sentences
from resources.texts import Texts

from . import (
    apply,
    backup,
    cases,
    check,
    declared,
    demo,
    importing,
    printing,
    queue,
    search,
    show,
    verify,
    window,
)
from .answer import DONE, REFUSED, TROUBLE, show_refusal, use_utf8
from .answer import show as show_answer
from .arguments import add_common, language_of, program_name
from .session import Session, target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .subcommand import SubCommand

SUBCOMMANDS: dict[str, SubCommand] = {
    command.name: command
    for command in (
        demo.DEMO,
        apply.APPLY,
        *declared.ALL,
        cases.CASES,
        show.SHOW,
        *queue.ALL,
        check.CHECK,
        search.SEARCH,
        printing.PRINT,
        *backup.ALL,
        verify.VERIFY,
        importing.IMPORT,
        *window.ALL,
    )
}


def run(
    argv: Sequence[str],
    *,
    render: Callable[..., Any],
    names: Callable[..., Any] | None = None,
    shot: Callable[..., Any] | None = None,
) -> int:
    """Run one sub-command and return its exit code; a bug passes through to the caller.

    ``render`` makes papers; ``names`` and ``shot`` need the window and come from outside, too.
    """
    use_utf8()
    try:
        args = _parser(language_of(argv)).parse_args(argv)
    except SystemExit as leaving:  # argparse has said why
        return int(leaving.code or DONE)
    texts = Texts(args.lang)
    session = Session(args, texts, render, names, shot)
    try:
        with closing(session), trouble_as_sentences(target(session.place)):
            answer = SUBCOMMANDS[args.subcommand].run(session)
            show_answer(answer, texts, as_json=args.json)
    except (UserError, EnvironmentTrouble) as problem:
        show_refusal(problem, texts, as_json=args.json)
        return REFUSED if isinstance(problem, UserError) else TROUBLE
    return answer.code


def _parser(language: str) -> ArgumentParser:
    texts = Texts(language)
    parser = ArgumentParser(prog=program_name(), allow_abbrev=False)
    add_common(parser, texts)
    words = parser.add_subparsers(dest="subcommand", required=True, metavar="SUBCOMMAND")
    for command in SUBCOMMANDS.values():
        told = texts("console", command.help)
        sub = words.add_parser(command.name, help=told, description=told, allow_abbrev=False)
        add_common(sub, texts, again=True)
        command.arguments(sub)
    return parser
