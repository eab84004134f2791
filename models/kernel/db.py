"""The one door to the store: opening, columns for money and time, transactions, upgrade."""

from __future__ import annotations

import os
import sys
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote, urlparse

import peewee
from peewee import AutoField, BigIntegerField, CharField, DatabaseProxy, IntegerField, Model
from playhouse.migrations import Runner

from resources import PROGRAM
from resources.texts import Message

from .dbfile import copy_database
from .errors import EnvironmentTrouble
from .network import is_network_path
from .trouble import STORE_PROBLEMS, first_trouble, made_by_newer, trouble_as_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .fields import FieldSpec

FAR_FUTURE = 253_402_300_799_999
"""The last millisecond of the year 9999: what "never" and "not yet" are in a NOT NULL column."""

DATABASE_FILE = "kesutong.db"
MIGRATIONS = PROGRAM / "models" / "migrations"
LONGEST_ON_WINDOWS = 150
"""Characters of a store's folder; the file in it with the longest name needs a hundred more."""

_PATIENCE_S = 5
_PAUSE_S = 0.02

proxy = DatabaseProxy()


def new_uid() -> str:
    """Return a UUIDv7 as text: sorts by the millisecond of its making (RFC 9562 §5.7)."""
    value = (time.time_ns() // 1_000_000) << 80 | 0x7 << 76 | 0b10 << 62
    random = int.from_bytes(os.urandom(10), "big")
    value |= (random >> 62 & 0xFFF) << 64 | random & ((1 << 62) - 1)
    return str(uuid.UUID(int=value))


class _WholeNumberField(BigIntegerField):
    def db_value(self, value: Any) -> Any:
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise TypeError(f"{self.name} takes an int, not {value!r}")
        return value


class FenField(_WholeNumberField):
    """Money in integer fen."""


class MomentField(_WholeNumberField):
    """A point in time in integer milliseconds UTC."""


class Record(Model):
    """What every record a person can see has; ``specs`` declare its editable columns."""

    specs: ClassVar[tuple[FieldSpec, ...]] = ()

    id = AutoField()
    uid = CharField(max_length=36, unique=True, default=new_uid)
    branch_id = IntegerField()
    version = IntegerField(default=1)
    created_at = MomentField()
    created_by = CharField(max_length=60)
    deleted_at = MomentField(default=FAR_FUTURE)

    class Meta:
        """One proxy for all tables, names as written."""

        database = proxy
        legacy_table_names = False


@dataclass(frozen=True, slots=True)
class Store:
    """An open store: its folder, which holds database, files and backups, and its database."""

    folder: Path
    database: peewee.Database

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.database.is_closed():
            self.database.close()


def open_store(location: str | Path, *, create: bool = False) -> Store:
    """Open the store in a folder given by path or ``sqlite:`` URL, upgrading an older one.

    Raises :class:`EnvironmentTrouble` when it is missing (unless ``create``), lies on a network
    path, is read-only, damaged, locked or made by a newer version.
    """
    folder = folder_of(str(location))
    refuse_unfit(folder)
    file = folder / DATABASE_FILE
    with trouble_as_sentences(folder):
        if not file.exists():
            if not create:
                raise EnvironmentTrouble(
                    Message(
                        "store",
                        "There is no store in {folder}. Choose another folder or create a store.",
                        folder=str(folder),
                    )
                )
            folder.mkdir(parents=True, exist_ok=True)
        database = _opened(file)
    proxy.initialize(database)
    return Store(folder, database)


def folder_of(location: str) -> Path:
    """Return the folder that a path or a ``sqlite:`` URL names."""
    if "://" not in location:
        return Path(location).expanduser().absolute()
    url = urlparse(location)
    path = unquote(url.netloc + url.path)
    from_drive = path.lstrip("/")
    folder = Path(from_drive if PurePath(from_drive).drive else path)
    if url.scheme != "sqlite" or not folder.is_absolute():
        raise EnvironmentTrouble(
            Message(
                "store",
                "{url} is not a store this edition can open. Give a folder or a sqlite: address.",
                url=location,
            )
        )
    return folder


def refuse_unfit(folder: Path) -> None:
    """Refuse a folder on another machine, or too deep for Windows to name the files in it."""
    if is_network_path(folder):
        raise EnvironmentTrouble(
            Message(
                "store",
                "{folder} is on a network drive, where a store can be damaged. "
                "Choose a folder on this computer.",
                folder=str(folder),
            )
        )
    if sys.platform == "win32" and len(str(folder)) > LONGEST_ON_WINDOWS:
        raise EnvironmentTrouble(
            Message(
                "store",
                "The name of the folder {folder} is too long for Windows. "
                "Choose a folder whose name has at most {most} characters.",
                folder=str(folder),
                most=LONGEST_ON_WINDOWS,
            )
        )


def _opened(file: Path) -> peewee.SqliteDatabase:
    """Open and upgrade a database; a refused one is let go of, for a backup to take its place."""
    database = peewee.SqliteDatabase(
        str(file),
        pragmas={
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": _PATIENCE_S * 1000,
            "secure_delete": 1,
        },
        lock_type="IMMEDIATE",
        timeout=_PATIENCE_S,
    )
    try:
        database.connect()
        _write_ahead(database)
        _upgrade(database, file)
    except Exception:
        database.close()
        raise
    return database


def _write_ahead(database: peewee.SqliteDatabase) -> None:
    """Keep a write-ahead log, which the file remembers.

    SQLite refuses to begin one at once, whatever the busy timeout, while another program opens
    the same file; so the waiting is done here.
    """
    patience_ends = time.monotonic() + _PATIENCE_S
    while True:
        try:
            database.pragma("journal_mode", "wal")
            return
        except peewee.OperationalError as problem:
            if "locked" not in str(problem) or time.monotonic() > patience_ends:
                raise
            time.sleep(_PAUSE_S)


def _upgrade(database: peewee.SqliteDatabase, file: Path) -> None:
    runner = Runner(database, directory=str(MIGRATIONS))
    status = runner.status()
    if any(migration.path is None for migration in status):
        raise made_by_newer(file)
    pending = [migration for migration in status if migration.applied is None]
    if pending and len(pending) < len(status):
        copy_database(file, file.with_name(f"before-{pending[0].name}.db"))
    if pending:
        # Two programs may start at once: under the write lock the second finds nothing to do.
        with database.atomic():
            runner.up()


def schema_steps() -> list[str]:
    """Return the names of the migrations this version knows, in their order."""
    return sorted(step.stem for step in MIGRATIONS.glob("[0-9]*.py"))


def current_folder() -> Path:
    """Return the folder of the open store."""
    return Path(proxy.obj.database).parent


@contextmanager
def writing() -> Iterator[None]:
    """Write in one transaction, or as part of the open one; trouble becomes a sentence."""
    try:
        with proxy.atomic():
            yield
    except STORE_PROBLEMS as problem:
        trouble = first_trouble(problem, current_folder())
        if trouble is None:
            raise
        raise trouble from problem


def alive(table: type[Record]) -> Any:
    """Return the condition that leaves deleted records of ``table`` out."""
    return table.deleted_at == FAR_FUTURE
