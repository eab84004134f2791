"""Taking a list in: what is known is brought up to date, what is wrong stays out with a reason."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from models.dealership.parties.from_lists.rows import ADDED, CHANGED, SAME, Values
from models.kernel import codes
from models.kernel.changes import collecting
from models.kernel.checked import shown
from models.kernel.command import Work, unit_of_work
from models.kernel.db import writing
from models.kernel.errors import Invalid, UserError
from models.kernel.fields.validation import validate, warnings
from models.kernel.many import ManyWork, TrialWork
from models.kernel.progress import SILENT, Cancelled, Progress
from resources.texts import Message

from .columns import Columns, match_columns
from .kinds import KINDS, ImportKind
from .reading import Row, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from models.kernel.actor import Actor

    _Read = tuple[Row, Values, "Values | RowOutcome"]

REFUSED = "refused"
FATES = (ADDED, CHANGED, SAME, REFUSED)
_ROWS_A_STEP = 500


class RowOutcome(NamedTuple):
    """What became of one row: its fate, why or what to look at, and which fields changed."""

    row: Row
    fate: str
    sentences: tuple[Message, ...] = ()
    changed: tuple[Message, ...] = ()


class Imported(NamedTuple):
    """What became of a list; ``unknown`` are headings that no field has."""

    kind: str
    table: Table
    unknown: list[str]
    outcomes: list[RowOutcome]
    dry_run: bool

    def count(self, *fates: str) -> int:
        """Return how many rows ended in one of these ways."""
        return sum(one.fate in fates for one in self.outcomes)

    @property
    def doubted(self) -> int:
        """How many rows came in that somebody should look at."""
        return sum(one.fate != REFUSED and bool(one.sentences) for one in self.outcomes)

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped before the last row."""
        return len(self.outcomes) < len(self.table.rows)


class _DryRun(Exception):
    """Takes everything back at the end of a trial."""


def import_file(
    actor: Actor, kind: str, file: Path, *, dry_run: bool = False, progress: Progress = SILENT
) -> Imported:
    """Take a list in; a dry run says what would become of it and stores nothing.

    Whoever stops it keeps what is in already: the same list can be imported again.
    """
    wanted = kind_of(kind)
    actor.require(wanted.permission)
    table = read_table(file)
    columns = match_columns(actor.branch_id, table.headings, wanted.specs)
    if not columns.fields:
        raise Invalid({"file": _no_column(table.headings, wanted)})
    runner = _Runner(actor, wanted, columns, dry_run=dry_run)
    take = _taken_back if dry_run and wanted.alone else _taken
    outcomes = take(runner, runner.together(table.rows), progress)
    outcomes.sort(key=lambda one: one.row.number)
    return Imported(kind, table, columns.unknown, outcomes, dry_run)


def kind_of(name: str) -> ImportKind:
    """Return a kind of list, or refuse its name."""
    found = KINDS.get(name)
    if found is not None:
        return found
    sentence = "Lists of “{kind}” are not taken in; there are: {kinds}."
    kinds = ", ".join(KINDS)
    raise Invalid({"kind": Message("exchange", sentence, kind=shown(name), kinds=kinds)})


def _taken(runner: _Runner, rows: list[Row], progress: Progress) -> list[RowOutcome]:
    """Take rows in, some at a time: others can save meanwhile."""
    outcomes: list[RowOutcome] = []
    with suppress(Cancelled):
        for start in range(0, len(rows), _ROWS_A_STEP):
            progress.step(start, len(rows))
            outcomes += runner.take(rows[start : start + _ROWS_A_STEP])
        progress.report(len(rows), len(rows))
    return outcomes


def _taken_back(runner: _Runner, rows: list[Row], progress: Progress) -> list[RowOutcome]:
    """Run commands as for good, then take everything back."""
    outcomes: list[RowOutcome] = []
    with collecting(), suppress(_DryRun), writing():
        outcomes = _taken(runner, rows, progress)
        raise _DryRun
    return outcomes


def _no_column(headings: list[str], kind: ImportKind) -> Message:
    return Message(
        "exchange",
        "None of the headings is known: {headings}. Name the columns like the fields, such as "
        "{keys}.",
        headings=shown(", ".join(headings)),
        keys=", ".join(spec.key for spec in kind.specs[:6]),
    )


class _Runner:
    """Takes rows in, some at a time."""

    def __init__(self, actor: Actor, kind: ImportKind, columns: Columns, *, dry_run: bool) -> None:
        self._actor = actor
        self._kind = kind
        self._columns = columns
        self._trial = TrialWork(actor, "") if dry_run else None
        self._rows = kind.rows(actor)
        self._known_codes = _remembered(codes.known_in(actor.branch_id))

    def together(self, rows: list[Row]) -> list[Row]:
        """Return the rows of one vehicle behind each other: what is known of it is read once."""
        headings = [h for h, spec in self._columns.fields.items() if spec.key in self._kind.groups]
        return sorted(rows, key=lambda row: [str(row.cells.get(one, "")) for one in headings])

    def take(self, rows: list[Row]) -> list[RowOutcome]:
        """Take some rows in, or say why not."""
        read = [(row, typed, self._read(row, typed)) for row, typed in self._typed(rows)]
        if self._kind.alone:
            with writing():
                return list(self._each(Work(self._actor, ""), read))
        if self._trial is not None:
            return self._each_known(self._trial, read)
        name, permission = f"import.{self._kind.name}", self._kind.permission
        with unit_of_work(self._actor, name, permission, ManyWork) as work:
            self._rows.forget()
            return self._each_known(work, read)

    def _each_known(self, work: Work, read: list[_Read]) -> list[RowOutcome]:
        self._rows.read([told for _, _, told in read if not isinstance(told, RowOutcome)])
        return list(self._each(work, read))

    def _typed(self, rows: list[Row]) -> Iterator[tuple[Row, Values]]:
        return ((row, self._columns.values(row.cells)) for row in rows)

    def _each(self, work: Work, read: list[_Read]) -> Iterator[RowOutcome]:
        for row, typed, told in read:
            yield told if isinstance(told, RowOutcome) else self._take(work, row, typed, told)

    def _read(self, row: Row, typed: Values) -> Values | RowOutcome:
        """Return the stored forms of what a row tells, or why it stays out."""
        now, specs = self._actor.clock(), self._columns.specs
        try:
            return validate(specs, typed, now=now, partial=True, known_codes=self._known_codes)
        except Invalid as problem:
            return RowOutcome(row, REFUSED, tuple(problem.problems.values()))

    def _take(self, work: Work, row: Row, typed: Values, told: Values) -> RowOutcome:
        try:
            taken = self._rows.take(work, row.number, told)
        except Invalid as problem:
            return RowOutcome(row, REFUSED, tuple(problem.problems.values()))
        except UserError as problem:
            return RowOutcome(row, REFUSED, (problem.message,))
        if taken.fate == SAME:
            return RowOutcome(row, SAME)
        found = warnings(self._columns.specs, typed, now=self._actor.clock())
        doubts = (doubt for doubts in found.values() for doubt in doubts)
        return RowOutcome(row, taken.fate, (*taken.doubts, *doubts), taken.changed)


def _remembered(
    known: Callable[[str], Collection[str]],
) -> Callable[[str], Collection[str]]:
    """Ask for each list of codes once only."""
    lists: dict[str, Collection[str]] = {}

    def asked(name: str) -> Collection[str]:
        if name not in lists:
            lists[name] = known(name)
        return lists[name]

    return asked
