"""What the command line says: one JSON value, or readable lines; a refusal, or one sentence."""

from __future__ import annotations

import errno
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.kernel.errors import EnvironmentTrouble, Invalid, NotPossible, UserError
from models.outlook.exchange.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from resources.texts import Message, Texts

DONE, REFUSED, USAGE, TROUBLE, DAMAGE, BUG = 0, 1, 2, 3, 4, 70
INTERRUPTED = 130
"""What shells say of a program that was ended with Ctrl+C."""

_NO_READER = (errno.EPIPE, errno.EINVAL)
"""What a pipe says whose reader has gone; on Windows it is an invalid argument."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a sub-command found out, and its exit code; stored values become plain ones here.

    ``trouble`` is said on standard error where no program reads the answer.
    """

    data: Any
    code: int = DONE
    trouble: Message | None = None


def show(answer: Answer, texts: Texts, *, as_json: bool) -> None:
    """Write an answer to standard output."""
    data = plain(answer.data, texts)
    if as_json:
        write(sys.stdout, json.dumps(data, ensure_ascii=False, indent=1))
    else:
        write(sys.stdout, "\n".join(readable(data)))
        if answer.trouble is not None:
            write(sys.stderr, texts.say(answer.trouble))


def show_refusal(problem: UserError | EnvironmentTrouble, texts: Texts, *, as_json: bool) -> None:
    """Write why something was not done: an object on standard output, or a sentence on error."""
    if as_json:
        content = {"error": refusal(problem, texts)}
        write(sys.stdout, json.dumps(content, ensure_ascii=False, indent=1))
    else:
        write(sys.stderr, "\n".join(sentences(problem, texts)))


def refusal(problem: UserError | EnvironmentTrouble, texts: Texts) -> dict[str, Any]:
    """Return a refusal as contract.md's error object."""
    problems = problem.problems if isinstance(problem, Invalid) else {}
    missing = problem.missing if isinstance(problem, NotPossible) else ()
    return {
        "kind": problem.kind,
        "message": texts.say(problem.message),
        "problems": {name: texts.say(sentence) for name, sentence in problems.items()},
        "missing": [texts.say(one.message) for one in missing],
    }


def sentences(problem: UserError | EnvironmentTrouble, texts: Texts) -> list[str]:
    """Return a refusal for reading: its sentence, then each field or missing thing."""
    told = refusal(problem, texts)
    lines = [told["message"]]
    if len(told["problems"]) > 1:
        lines += [f"  {name}: {sentence}" for name, sentence in told["problems"].items()]
    return lines + [f"  - {sentence}" for sentence in told["missing"]]


def readable(data: Any, depth: int = 0) -> Iterator[str]:
    """Yield an answer as indented lines, one value a line."""
    indent = "  " * depth
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _entry(f"{indent}{key}", value, depth)
    elif isinstance(data, list):
        for one in data:
            if _is_flat(one):
                yield indent + _row(one)
            else:
                yield f"{indent}-"
                yield from readable(one, depth + 1)
    else:
        yield indent + _word(data)


def _entry(head: str, value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield f"{head}:"
        yield from readable(value, depth + 1)
    else:
        yield f"{head}: {_word(value)}"


def _is_flat(value: Any) -> bool:
    inside = value.values() if isinstance(value, dict) else ()
    return not any(isinstance(one, dict | list) and one for one in inside)


def _row(value: Any) -> str:
    if not isinstance(value, dict):
        return _word(value)
    told = (f"{key}={_word(one)}" for key, one in value.items() if one not in (None, "", [], {}))
    return "  ".join(told)


def _word(value: Any) -> str:
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def write(stream: TextIO | None, text: str) -> None:
    """Write a line; a program of the desktop has no stream, a closed pipe has no reader."""
    if stream is None:
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError as problem:
        if problem.errno not in _NO_READER:
            raise


def use_utf8() -> None:
    """Write and read UTF-8 whatever the code page of the console is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
