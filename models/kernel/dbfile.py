"""A database file seen from outside: copying, counting, checking, letting go."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import peewee

from .disk import discard, move, sync_file, sync_folder
from .progress import SILENT, Progress

if TYPE_CHECKING:
    from pathlib import Path

_PAGES_A_STEP = 2000
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def copy_database(source: Path, target: Path, progress: Progress = SILENT) -> None:
    """Write an online copy of a whole database file to ``target``, replacing it when complete.

    An open read transaction pins one state, so that writers never make the copy begin again.
    """
    partial = target.with_name(target.name + ".part")
    discard(partial)
    try:
        with (
            closing(sqlite3.connect(str(source), timeout=5, isolation_level=None)) as original,
            closing(sqlite3.connect(str(partial), isolation_level=None)) as copy,
        ):
            original.execute("BEGIN")
            original.execute("SELECT count(*) FROM sqlite_master").fetchone()
            original.backup(
                copy,
                pages=_PAGES_A_STEP,
                progress=lambda _status, left, total: progress.step(total - left, total),
            )
            copy.execute("PRAGMA journal_mode=delete")
        sync_file(partial)
        move(partial, target)
        sync_folder(target.parent)
    except sqlite3.Error as problem:
        raise peewee.OperationalError(str(problem)) from problem
    finally:
        discard(partial)


class CopyFacts(NamedTuple):
    """What a database file holds: its migrations, rows of each table, SHA-256 of its files."""

    schema: list[str]
    counts: dict[str, int]
    files: list[str]


def facts_of(file: Path) -> CopyFacts:
    """Read what a database file that nobody has open holds."""
    try:
        with closing(sqlite3.connect(str(file))) as connection:
            return CopyFacts(
                _first_column(connection, "SELECT name FROM schema_migration ORDER BY name"),
                {name: _count(connection, name) for name in _first_column(connection, _TABLES)},
                _first_column(connection, "SELECT sha256 FROM stored_file ORDER BY sha256"),
            )
    except sqlite3.Error as problem:
        raise peewee.OperationalError(str(problem)) from problem


def _first_column(connection: sqlite3.Connection, query: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(query)]


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def release(file: Path) -> None:
    """Fold the write-ahead log into a database file; refuse while another program has it open.

    Leaving WAL mode needs the file for oneself. A damaged file is left as it is.
    """
    try:
        with closing(sqlite3.connect(str(file), timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode=delete")
    except sqlite3.OperationalError as problem:
        raise peewee.OperationalError(str(problem)) from problem
    except sqlite3.DatabaseError:
        return


def check_integrity(file: Path) -> list[str]:
    """Return what SQLite's full check of a database file finds; an empty list means sound."""
    try:
        with closing(sqlite3.connect(str(file), timeout=5)) as connection:
            rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as damage:
        return [str(damage)]
    found = [] if rows == ["ok"] else rows
    return found + [f"{row[0]} row {row[1]}: no such {row[2]}" for row in loose]
