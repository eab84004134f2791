"""The one door to the store: opening, columns for money and time, transactions, upgrade."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote, urlparse

import peewee
from peewee import AutoField, BigIntegerField, CharField, DatabaseProxy, IntegerField, Model
from playhouse.migrations import Runner

from resources.texts import Message

from .errors import EnvironmentTrouble

if TYPE_CHECKING:
    from .fields import FieldSpec

FAR_FUTURE = 253_402_300_799_999
"""The last millisecond of the year 9999: what "never" and "not yet" are in a NOT NULL column."""

DATABASE_FILE = "kesutong.db"
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"})
_WINDOWS_REMOTE_DRIVE = 4

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
    folder = _folder_of(str(location))
    _refuse_network(folder)
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
        database = _connect(file)
        _upgrade(database, file)
    proxy.initialize(database)
    return Store(folder, database)


def _folder_of(location: str) -> Path:
    if "://" not in location:
        return Path(location).expanduser().absolute()
    url = urlparse(location)
    if url.scheme != "sqlite":
        raise EnvironmentTrouble(
            Message(
                "store",
                "{url} is not a store this edition can open. Give a folder or a sqlite: address.",
                url=location,
            )
        )
    path = unquote(url.path)
    return Path(path[1:] if sys.platform == "win32" else path).absolute()


def _refuse_network(folder: Path) -> None:
    if is_network_path(folder):
        raise EnvironmentTrouble(
            Message(
                "store",
                "{folder} is on a network drive, where a store can be damaged. "
                "Choose a folder on this computer.",
                folder=str(folder),
            )
        )


def is_network_path(folder: Path) -> bool:
    """Tell whether ``folder`` lies on another machine: SQLite's locks do not hold there."""
    if str(PurePath(folder)).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return bool(drive == _WINDOWS_REMOTE_DRIVE)
    return _mounted_file_system(folder) in _NETWORK_FILE_SYSTEMS


def _mounted_file_system(folder: Path) -> str:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, system, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, system
    return kind


def _connect(file: Path) -> peewee.SqliteDatabase:
    database = peewee.SqliteDatabase(
        str(file),
        pragmas={
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": 5000,
            "secure_delete": 1,
        },
        lock_type="IMMEDIATE",
        timeout=5,
    )
    database.connect()
    return database


def _upgrade(database: peewee.SqliteDatabase, file: Path) -> None:
    runner = Runner(database, directory=str(Path(__file__).parents[1] / "migrations"))
    status = runner.status()
    if any(migration.path is None for migration in status):
        database.close()
        raise EnvironmentTrouble(
            Message(
                "store",
                "The store {file} was made by a newer version of the program. "
                "Install the newer version; nothing was changed.",
                file=str(file),
            )
        )
    pending = [migration for migration in status if migration.applied is None]
    if pending and len(pending) < len(status):
        copy_database(database, file.with_name(f"before-{pending[0].name}.db"))
    if pending:
        runner.up()


def copy_database(database: peewee.Database, target: Path) -> None:
    """Write an online copy of the whole database to ``target``, replacing it when complete."""
    partial = target.with_name(target.name + ".part")
    copy = sqlite3.connect(str(partial))
    try:
        database.connection().backup(copy)
        copy.execute("PRAGMA journal_mode=delete")
    finally:
        copy.close()
    partial.replace(target)


def check_integrity(database: peewee.Database) -> list[str]:
    """Return what SQLite's full check finds; an empty list means sound."""
    rows = [row[0] for row in database.execute_sql("PRAGMA integrity_check").fetchall()]
    return [] if rows == ["ok"] else [str(row) for row in rows]


@contextmanager
def trouble_as_sentences(where: Path) -> Iterator[None]:
    """Turn the trouble of the database and the disk into sentences the user can act on."""
    try:
        yield
    except (peewee.OperationalError, peewee.DatabaseError, sqlite3.Error) as problem:
        raise _trouble(str(problem), where) from problem
    except OSError as problem:
        raise _trouble(problem.strerror or str(problem), where) from problem


_KNOWN_TROUBLE = (
    ("locked", "Another program is using the store {where}. Close it or wait, then try again."),
    ("readonly", "{where} is read-only. Ask for the right to write there; nothing was changed."),
    ("read-only", "{where} is read-only. Ask for the right to write there; nothing was changed."),
    ("permission", "{where} may not be opened. Ask for the right to read and write there."),
    ("full", "The disk with {where} is full. Free some space and save again; nothing is lost."),
    ("no space", "The disk with {where} is full. Free some space and save again; nothing is lost."),
    ("not a database", "{where} is damaged or not a store. Restore the newest backup."),
    ("malformed", "{where} is damaged or not a store. Restore the newest backup."),
    ("unable to open", "{where} may not be opened. Ask for the right to read and write there."),
)


def _trouble(reason: str, where: Path) -> EnvironmentTrouble:
    for sign, sentence in _KNOWN_TROUBLE:
        if sign in reason.lower():
            return EnvironmentTrouble(Message("store", sentence, where=str(where)))
    return EnvironmentTrouble(
        Message(
            "store",
            "The store {where} cannot be used: {reason}.",
            where=str(where),
            reason=reason,
        )
    )


def alive(table: type[Record]) -> Any:
    """Return the condition that leaves deleted records of ``table`` out."""
    return table.deleted_at == FAR_FUTURE
