"""The same generated cases told twice: by commands in one store, in bulk in another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.db import Record, open_store
from models.kernel.tables import Counter, SearchText, StoredFile
from models.kernel.zone import DAY
from models.outlook.demo.chapters import history
from models.outlook.demo.filling import Filling
from models.outlook.demo.ledger.reckoning import reckon
from models.outlook.demo.ledger.world import look_around, page_pdf
from models.outlook.demo.outline import outlines
from models.outlook.demo.settling import SCANS
from models.outlook.demo.staff import open_house
from models.outlook.demo.telling import telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.outlook.demo.history import History
    from models.outlook.demo.lines import Line
    from models.outlook.demo.outline import Outline

NOW = 1_795_313_045_000
"""Sunday, 22 November 2026, 10:04 in China."""

PLAIN = (Counter, SearchText, StoredFile)
LEFT_OUT = {"id", "uid", "version", "normaliser"}
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class OnePage:
    pdf: bytes
    pages: int = 1


class Twins(NamedTuple):
    """All rows of both stores, table by table."""

    commanded: Rows
    bulk: Rows


def one_of_each(cases: int = 400, seed: int = 1) -> list[History]:
    """Return histories of every state and every command, and the cases that others follow."""
    every = outlines(cases, seed, NOW)
    by_number = {one.number: one for one in every}
    chosen: set[int] = set()
    seen: set[tuple[str, ...]] = set()
    for one in every:
        kinds = _kinds(one, seed)
        if kinds - seen:
            seen |= kinds
            chosen |= {one.number, one.host} & by_number.keys()
    kept = [one for one in every if one.number in chosen]
    return [history(one, seed, NOW) for one in _alone(kept)]


def _kinds(one: Outline, seed: int) -> set[tuple[str, ...]]:
    told = history(one, seed, NOW)
    deciders = {("role", line.values["decided_role"]) for line in told.lines if _outside(line)}
    commands = {("command", line.do) for line in told.lines}
    party = ("party", told.party.kind, str(bool(told.earlier)))
    return {("state", one.state, str(one.paid)), party} | commands | deciders


def _outside(line: Line) -> bool:
    return "decided_role" in line.values


def _alone(kept: list[Outline]) -> Iterator[Outline]:
    """Let a repeated complaint know only those earlier ones that are told too."""
    told: dict[int, list[int]] = {}
    for one in kept:
        if one.host >= 0:
            earlier = told[one.host]
            yield replace(one, earlier=tuple(earlier))
            earlier.append(one.received_at)
        else:
            told[one.number] = [one.received_at]
            yield one


def tell_twice(histories: list[History], folder: Path) -> Twins:
    return Twins(_commanded(histories, folder / "commands"), _in_bulk(histories, folder / "bulk"))


def _commanded(histories: list[History], folder: Path) -> Rows:
    store = open_store(folder, create=True)
    open_house(lambda: NOW - 1000 * DAY)
    with telling(lambda *_: OnePage(page_pdf())) as teller:
        for one in histories:
            teller.tell(one.commands())
    return _read(store)


def _in_bulk(histories: list[History], folder: Path) -> Rows:
    store = open_store(folder, create=True)
    open_house(lambda: NOW - 1000 * DAY)
    world = look_around(1, SCANS, frozenset(one.host for one in histories))
    filling = Filling(world)
    for one in histories:
        filling.take(reckon(world, one))
    filling.store()
    return _read(store)


def tables() -> list[Any]:
    def below(table: type[Record]) -> Iterator[type[Record]]:
        for child in table.__subclasses__():
            yield child
            yield from below(child)

    return [table for table in below(Record) if table.table_exists()] + list(PLAIN)


def _read(store: Any) -> Rows:
    found = {table._meta.table_name: _rows(table) for table in tables()}
    store.close()
    return found


def _rows(table: Any) -> list[dict[str, Any]]:
    rows = [
        {k: _comparable(k, v) for k, v in row.items() if k not in LEFT_OUT}
        for row in table.select().dicts()
    ]
    return sorted(rows, key=_place)


def _comparable(key: str, value: Any) -> Any:
    if isinstance(value, str) and value.startswith(("DRAFT-", "draft-")):
        return "DRAFT"
    return 0 if key in ("subject_id", "stored_at") else value


def _place(row: dict[str, Any]) -> str:
    order = [row.get(k) for k in ("case", "case_id", "no", "case_no", "subject", "field")]
    return repr([*order, row])
