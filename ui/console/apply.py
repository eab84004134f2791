"""``apply``: commands from a file, one JSON line each, so that a whole story can be replayed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from models.flow.registry import all_commands
from models.kernel.errors import EnvironmentTrouble, Invalid, NotPossible, UserError
from models.kernel.trouble import trouble_as_sentences
from models.outlook.exchange.plain import plain
from resources.texts import Message

from .answer import REFUSED, TROUBLE, Answer, refusal
from .session import target
from .subcommand import SubCommand

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from models.kernel.actor import Actor
    from models.kernel.command import Command

    from .session import Session

_KEYS = ("do", "as", "at", "with", "name")
_REFERENCE = re.compile(r"\$(?P<name>\w+)\.(?P<key>\w+)")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.jsonl")
    parser.add_argument("--keep-going", action="store_true", dest="keep_going")


def _run(session: Session) -> Answer:
    lines = _lines(target(session.args.file))
    _ = session.store  # trouble with the whole store is no answer of a line
    done = _Lines(session)
    for number, line in enumerate(lines, 1):
        refused = line.strip() and not done.run(number, line)
        if done.trouble or (refused and not session.args.keep_going):
            break
    if not done.failed:
        return Answer(done.answers)
    first = done.trouble or done.failed[0]
    sentence = Message(
        "console",
        "Line {line}: {reason}",
        line=first["line"],
        reason=first["error"]["message"],
    )
    return Answer(done.answers, TROUBLE if done.trouble else REFUSED, sentence)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as problem:
        raise NotPossible(
            Message("console", "{file} is not written in UTF-8. Save it as UTF-8.", file=str(file))
        ) from problem
    except OSError as problem:
        raise EnvironmentTrouble(
            Message(
                "console",
                "{file} cannot be read. Check its name and your right to read it.",
                file=str(file),
            )
        ) from problem


class _Lines:
    """Runs line after line and remembers what each named one answered."""

    def __init__(self, session: Session) -> None:
        """Begin; ``session`` has the store and the people."""
        self.answers: list[dict[str, Any]] = []
        self._session = session
        self._commands = all_commands()
        self._named: dict[str, dict[str, Any]] = {}

    @property
    def failed(self) -> list[dict[str, Any]]:
        """The lines that were refused."""
        return [one for one in self.answers if not one["ok"]]

    @property
    def trouble(self) -> dict[str, Any] | None:
        """The line at which store or machine gave up; what stands before it is done."""
        last = self.answers[-1] if self.answers else {}
        kind = last.get("error", {}).get("kind")
        return last if kind == EnvironmentTrouble.kind else None

    def run(self, number: int, text: str) -> bool:
        """Run one line and answer it; a refused one has changed nothing."""
        try:
            line = _read(text)
            with trouble_as_sentences(self._session.store.folder):
                result = self._do(line)
        except (UserError, EnvironmentTrouble) as problem:
            told = refusal(problem, self._session.texts)
            self.answers.append({"line": number, "ok": False, "error": told})
            return False
        if line.get("name"):
            self._named[str(line["name"])] = result
        self.answers.append({"line": number, "ok": True, "result": result})
        return True

    def _do(self, line: dict[str, Any]) -> dict[str, Any]:
        command = self._command(line)
        values = self._referred(line.get("with", {}))
        actor = self._actor(line)
        if not command.on_case:
            return _result(command.run(actor, values))
        case = values.pop("case_no", None)
        if not isinstance(case, str | int) or case in ("", 0):
            raise Invalid(
                {"case_no": Message("console", "Name the case as case_no inside “with”.")}
            )
        return _result(command.run(actor, case, values))

    def _command(self, line: dict[str, Any]) -> Command:
        found = self._commands.get(str(line.get("do", "")))
        if found is None:
            raise Invalid(
                {
                    "do": Message(
                        "console",
                        "There is no command {name}; “commands” lists them.",
                        name=str(line.get("do", "")),
                    )
                }
            )
        return found

    def _actor(self, line: dict[str, Any]) -> Actor:
        login = str(line.get("as") or self._session.args.login)
        return self._session.actor_of(login, self._session.at(str(line.get("at") or "")))

    def _referred(self, value: Any) -> Any:
        """Put what earlier lines answered in the place of ``$name.key``."""
        if isinstance(value, dict):
            return {key: self._referred(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._referred(one) for one in value]
        if not isinstance(value, str):
            return value
        whole = _REFERENCE.fullmatch(value)
        if whole:
            return self._answered(whole)
        return _REFERENCE.sub(lambda found: str(self._answered(found)), value)

    def _answered(self, found: re.Match[str]) -> Any:
        answered = self._named.get(found["name"], {})
        if found["key"] not in answered:
            raise Invalid(
                {
                    "with": Message(
                        "console",
                        "{reference} is not known: no earlier line of that name answered it.",
                        reference=found.group(),
                    )
                }
            )
        return answered[found["key"]]


def _read(text: str) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise _no_line() from problem
    if not isinstance(line, dict) or not isinstance(line.get("with", {}), dict):
        raise _no_line()
    unknown = [key for key in line if key not in _KEYS]
    if unknown:
        raise Invalid(
            {
                key: Message("console", "A line has the keys {keys}.", keys=", ".join(_KEYS))
                for key in unknown
            }
        )
    return line


def _no_line() -> Invalid:
    return Invalid(
        {
            "line": Message(
                "console", "This line is no JSON object with “do” and “with”. Correct it."
            )
        }
    )


def _result(value: Any) -> dict[str, Any]:
    found = plain(value)
    return found if isinstance(found, dict) else {"value": found}


APPLY = SubCommand("apply", "runs commands from a file, one JSON line each", _run, _arguments)
