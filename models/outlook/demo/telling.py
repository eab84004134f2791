"""Tells a story by commands, one line after the other, each by its person at its time."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from models.dealership.access.queries import actor_for, people
from models.dealership.office.queries import home_branch_id
from models.flow.papers import print_paper
from models.flow.registry import all_commands

from . import pictures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.casework.documents.papers import Render
    from models.kernel.actor import Actor

    from .lines import Line

PRINT = "documents.print"
"""The line that prints a paper; it needs a renderer and so is no plain command."""

_REFERENCE = re.compile(r"\$(?P<name>\w+)\.(?P<key>\w+)")
_PICTURE = "picture:"


class Teller:
    """Runs lines by commands and remembers what each named one answered."""

    def __init__(self, render: Render, folder: Path) -> None:
        """Begin; pictures that a line attaches are drawn into ``folder`` first."""
        self.named: dict[str, dict[str, Any]] = {}
        self._render, self._folder = render, folder
        self._commands = all_commands()
        branch_id = home_branch_id()
        self._actors = {p.login: actor_for(p.login) for p in people(branch_id)}

    def tell(self, lines: Iterable[Line]) -> None:
        """Run every line in its order."""
        for line in lines:
            self.run(line)

    def run(self, line: Line) -> dict[str, Any]:
        """Run one line and return what it answered."""
        actor = self.actor(line.by, line.at)
        values = self._filled(line.values)
        answer = self._printed(actor, values) if line.do == PRINT else self._done(line, values)
        if line.name:
            self.named[line.name] = answer
        return answer

    def actor(self, login: str, at: int) -> Actor:
        """Return the person of a login, at a time of the story."""
        return replace(self._actors[login], clock=lambda: at)

    def _done(self, line: Line, values: dict[str, Any]) -> dict[str, Any]:
        command, actor = self._commands[line.do], self.actor(line.by, line.at)
        case = (values.pop("case_no"),) if command.on_case else ()
        answer = command.run(actor, *case, values)
        return dict(answer._asdict()) if hasattr(answer, "_asdict") else {}

    def _printed(self, actor: Actor, values: dict[str, Any]) -> dict[str, Any]:
        printed = print_paper(
            actor,
            values["case_no"],
            values["document"],
            render=self._render,
            ordinal=values.get("ordinal", 0),
            via="printer",
        )
        return {"doc_no": printed.doc_no, "version": printed.version}

    def _filled(self, value: Any) -> Any:
        """Put earlier answers in the place of ``$name.key``, drawn files of ``picture:…``."""
        if isinstance(value, dict):
            return {key: self._filled(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._filled(one) for one in value]
        if not isinstance(value, str):
            return value
        if value.startswith(_PICTURE):
            return self._drawn(value.removeprefix(_PICTURE))
        whole = _REFERENCE.fullmatch(value)
        if whole:
            return self.named[whole["name"]][whole["key"]]
        return _REFERENCE.sub(lambda m: str(self.named[m["name"]][m["key"]]), value)

    def _drawn(self, caption: str) -> str:
        file = self._folder / pictures.file_name(caption)
        file.write_bytes(pictures.drawn(caption))
        return str(file)


@contextmanager
def telling(render: Render) -> Iterator[Teller]:
    """Give a teller whose drawn pictures are gone afterwards."""
    with TemporaryDirectory(prefix="kesutong-demo-") as folder:
        yield Teller(render, Path(folder))
