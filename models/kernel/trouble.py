"""What the database and the disk report, as sentences the user can act on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import peewee

from resources.texts import Message

from .errors import EnvironmentTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_DRIVER = peewee.sqlite3  # type: ignore[attr-defined]
STORE_PROBLEMS = (peewee.DatabaseError, _DRIVER.DatabaseError)
"""What a store reports: peewee hands on what the driver raises while rows are fetched."""

_BUGS = (
    peewee.IntegrityError,
    peewee.ProgrammingError,
    _DRIVER.IntegrityError,
    _DRIVER.ProgrammingError,
)


@contextmanager
def trouble_as_sentences(where: Path) -> Iterator[None]:
    """Turn the trouble of the database and the disk into sentences the user can act on."""
    try:
        yield
    except (*STORE_PROBLEMS, OSError) as problem:
        trouble = known_trouble(problem, where)
        if trouble is None and not isinstance(problem, OSError):
            raise
        raise trouble or _other_trouble(problem, where) from problem


_KNOWN_TROUBLE = (
    ("locked", "Another program is using the store {where}. Close it or wait, then try again."),
    ("readonly", "{where} is read-only. Ask for the right to write there; nothing was changed."),
    ("read-only", "{where} is read-only. Ask for the right to write there; nothing was changed."),
    ("permission", "{where} may not be opened. Ask for the right to read and write there."),
    ("full", "The disk with {where} is full. Free some space and save again; nothing is lost."),
    ("no space", "The disk with {where} is full. Free some space and save again; nothing is lost."),
    ("not a database", "{where} is damaged or not a store. Restore the newest backup."),
    ("malformed", "{where} is damaged or not a store. Restore the newest backup."),
    (
        "i/o error",
        "The disk with {where} fails. Check the disk, then restore a backup.",
    ),
    ("is a directory", "{where} is a folder. Give the name of a file."),
    (
        "no such file",
        "The folder of {where} is not there, or the file is gone. Choose another place.",
    ),
    ("unable to open", "{where} may not be opened. Ask for the right to read and write there."),
)


def known_trouble(problem: Exception, where: Path) -> EnvironmentTrouble | None:
    """Return the sentence for what the store or the disk reports, None when it is a bug."""
    if isinstance(problem, _BUGS) or not isinstance(problem, (*STORE_PROBLEMS, OSError)):
        return None
    reason = _reason(problem).lower()
    for sign, sentence in _KNOWN_TROUBLE:
        if sign in reason:
            return EnvironmentTrouble(Message("store", sentence, where=str(where)))
    return None


def first_trouble(problem: BaseException, where: Path) -> EnvironmentTrouble | None:
    """Return the sentence for a problem or for what it broke off.

    A full disk makes SQLite roll back by itself; the roll-back after it then fails as well and
    hides the reason.
    """
    found: BaseException | None = problem
    while isinstance(found, Exception):
        trouble = known_trouble(found, where)
        if trouble is not None:
            return trouble
        found = found.__context__
    return None


def _other_trouble(problem: Exception, where: Path) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        Message(
            "store",
            "{where} cannot be used: {reason}. Nothing was changed; try again or ask for help.",
            where=str(where),
            reason=_reason(problem),
        )
    )


def _reason(problem: Exception) -> str:
    return getattr(problem, "strerror", None) or str(problem)


def made_by_newer(file: Path) -> EnvironmentTrouble:
    """Return the refusal of a store or backup that a newer version made."""
    return EnvironmentTrouble(
        Message(
            "store",
            "The store {file} was made by a newer version of the program. "
            "Install the newer version; nothing was changed.",
            file=str(file),
        )
    )
