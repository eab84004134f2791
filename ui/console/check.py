"""``check``: the pure rules, asked with one JSON value on standard input; no store is opened."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from models.kernel.actor import system_clock
from models.kernel.checked import BadValue
from models.kernel.errors import Invalid
from resources.texts import Message

from .answer import Answer
from .rules import RULES, Question
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from .session import Session

KINDS = tuple(RULES)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=" ".join(KINDS))


def _run(session: Session) -> Answer:
    kind = session.args.kind
    given = _given()
    now = session.now if session.now is not None else system_clock()
    question = Question(kind, given, now)
    try:
        found = RULES[kind](question)
    except BadValue as problem:
        return Answer({"ok": False, "findings": [_finding("error", kind, problem.message)]})
    except Invalid as problem:
        findings = [_finding("error", name, text) for name, text in problem.problems.items()]
        return Answer({"ok": False, "findings": findings})
    findings = [_finding("error", place, text) for place, text in found.errors]
    findings += [_finding("warning", place, text) for place, text in found.warnings]
    findings += found.findings
    return Answer({"ok": not found.errors, **found.answer, "findings": findings})


def _given() -> Any:
    try:
        text = sys.stdin.read() if sys.stdin is not None else ""
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as problem:
        raise Invalid(
            {"stdin": Message("console", "Give the value to check as JSON on standard input.")}
        ) from problem


def _finding(severity: str, place: str, message: Message) -> dict[str, Any]:
    return {"severity": severity, "place": place, "message": message}


CHECK = SubCommand("check", "asks one of the rules about a JSON value", _run, _arguments)
