"""Taking a foreign list in, row by row: a refused row changes nothing, a known one is left out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel import codes
from models.kernel.changes import collecting
from models.kernel.checked import shown
from models.kernel.db import writing
from models.kernel.errors import Invalid, NeedsConfirmation, UserError
from models.kernel.fields.validation import validate, warnings
from models.kernel.progress import SILENT, Progress
from resources.texts import Message

from .columns import Columns, match_columns
from .kinds import KINDS, ImportKind
from .reading import Row, Table, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from models.kernel.actor import Actor

IN, WARNED, REFUSED, DUPLICATE = "in", "warned", "refused", "duplicate"
_ROWS_A_STEP = 100


class RowOutcome(NamedTuple):
    """What became of one row, and why, in sentences."""

    row: Row
    outcome: str
    sentences: tuple[Message, ...] = ()


class Imported(NamedTuple):
    """What became of a list; ``unknown`` are headings that no field has."""

    table: Table
    unknown: list[str]
    outcomes: list[RowOutcome]
    dry_run: bool

    def count(self, *outcomes: str) -> int:
        """Return how many rows ended in one of these ways."""
        return sum(one.outcome in outcomes for one in self.outcomes)


class _DryRun(Exception):
    """Takes everything back at the end of a trial."""


def import_file(
    actor: Actor, kind: str, file: Path, *, dry_run: bool = False, progress: Progress = SILENT
) -> Imported:
    """Take a list in by the command of its kind; a dry run does the same and takes it back."""
    wanted = _kind(kind)
    actor.require(wanted.permission)
    table = read_table(file)
    columns = match_columns(actor.branch_id, table.headings, wanted.specs)
    if not columns.fields:
        raise Invalid({"file": _no_column(table.headings, wanted)})
    runner = _Runner(actor, wanted, columns)
    take = _taken_back if dry_run else _taken
    return Imported(table, columns.unknown, take(runner, table.rows, progress), dry_run)


def _taken(runner: _Runner, rows: list[Row], progress: Progress) -> list[RowOutcome]:
    """Take rows in, some at a time: others can save meanwhile."""
    outcomes: list[RowOutcome] = []
    for start in range(0, len(rows), _ROWS_A_STEP):
        progress.step(start, len(rows))
        with writing():
            outcomes += [runner.take(row) for row in rows[start : start + _ROWS_A_STEP]]
    return outcomes


def _taken_back(runner: _Runner, rows: list[Row], progress: Progress) -> list[RowOutcome]:
    """Take rows in as for good, then take everything back."""
    outcomes: list[RowOutcome] = []
    with collecting(), suppress(_DryRun), writing():
        outcomes = _taken(runner, rows, progress)
        raise _DryRun
    return outcomes


def _kind(name: str) -> ImportKind:
    found = KINDS.get(name)
    if found is None:
        raise Invalid(
            {
                "kind": Message(
                    "exchange",
                    "Lists of “{kind}” are not taken in; there are: {kinds}.",
                    kind=shown(name),
                    kinds=", ".join(KINDS),
                )
            }
        )
    return found


def _no_column(headings: list[str], kind: ImportKind) -> Message:
    return Message(
        "exchange",
        "None of the headings is known: {headings}. Name the columns like the fields, such as "
        "{keys}.",
        headings=shown(", ".join(headings)),
        keys=", ".join(spec.key for spec in kind.specs[:6]),
    )


class _Runner:
    """Takes single rows in."""

    def __init__(self, actor: Actor, kind: ImportKind, columns: Columns) -> None:
        self._actor = actor
        self._kind = kind
        self._columns = columns
        self._known_codes = codes.known_in(actor.branch_id)

    def take(self, row: Row) -> RowOutcome:
        """Take one row in, or say why not."""
        typed = self._columns.values(row.cells)
        now = self._actor.clock()
        try:
            values = validate(
                self._kind.specs, typed, now=now, partial=True, known_codes=self._known_codes
            )
            if self._kind.known(self._actor.branch_id, values):
                sentence = Message("exchange", "This is known already and was left as it is.")
                return RowOutcome(row, DUPLICATE, (sentence,))
            complete = self._kind.complete(self._actor.branch_id, values)
            asked = self._run(complete)
        except Invalid as problem:
            return RowOutcome(row, REFUSED, tuple(problem.problems.values()))
        except UserError as problem:
            return RowOutcome(row, REFUSED, (problem.message,))
        doubts = warnings(self._kind.specs, typed, now=now)
        told = (*asked, *(doubt for found in doubts.values() for doubt in found))
        return RowOutcome(row, WARNED if told else IN, told)

    def _run(self, values: dict[str, Any]) -> tuple[Message, ...]:
        """Run the command; what it would ask about is confirmed and told in the report."""
        try:
            self._kind.run(self._actor, values)
        except NeedsConfirmation as question:
            self._kind.run(self._actor, values | {"confirmed": True})
            return (question.message,)
        return ()
