"""What the database and the disk report, as sentences the user can act on."""

from __future__ import annotations

import errno
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import peewee

from resources.texts import Message

from .errors import EnvironmentTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator


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


_IN_USE = "Another program is using the store {where}. Close it or wait, then try again."
_READ_ONLY = "{where} is read-only. Ask for the right to write there; nothing was changed."
_NO_RIGHT = "{where} may not be opened. Ask for the right to read and write there."
_FULL = "The disk with {where} is full. Free some space and save again; nothing is lost."
_DAMAGED = "{where} is damaged or not a store. Restore the newest backup."
_FAILS = "The disk with {where} fails. Check the disk, then restore a backup."
_FOLDER = "{where} is a folder. Give the name of a file."
_GONE = "The folder of {where} is not there, or the file is gone. Choose another place."
_OPEN_ELSEWHERE = "Another program has {where} open. Close it there, then try again."
_DENIED = (
    "{where} may not be opened. Ask for the right to read and write there, or close it in other "
    "programs."
)
_TOO_LONG = "The name {where} is too long. Choose a shorter one or a folder further up."
_TOO_LARGE = (
    "The disk with {where} takes no file as large as this. "
    "Use a disk with the format NTFS or exFAT."
)
_NO_NAME = '{where} cannot be the name of a file. Leave out ? * : " < > | and try again.'

_KNOWN_TROUBLE = (
    ("locked", _IN_USE),
    ("readonly", _READ_ONLY),
    ("permission", _NO_RIGHT),
    ("full", _FULL),
    ("not a database", _DAMAGED),
    ("malformed", _DAMAGED),
    ("i/o error", _FAILS),
    ("unable to open", _NO_RIGHT),
)
"""SQLite speaks English everywhere."""

_BY_ERRNO = {
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: _OPEN_ELSEWHERE,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _FAILS,
    errno.EISDIR: _FOLDER,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EFBIG: _TOO_LARGE,
}
"""The disk: Windows translates its words, so only numbers are compared."""

_BY_WINERROR = {
    19: _READ_ONLY,
    21: _GONE,
    23: _FAILS,
    32: _OPEN_ELSEWHERE,
    33: _OPEN_ELSEWHERE,
    39: _FULL,
    112: _FULL,
    123: _NO_NAME,
    206: _TOO_LONG,
    223: _TOO_LARGE,
    433: _GONE,
    1006: _GONE,
    1117: _FAILS,
    1167: _GONE,
    1224: _OPEN_ELSEWHERE,
}
"""What Windows tells more exactly than the number that POSIX has for it."""

_LONGEST_ON_WINDOWS = 259
_NOT_IN_NAMES = frozenset('?*:"<>|')


def known_trouble(problem: Exception, where: Path) -> EnvironmentTrouble | None:
    """Return the sentence for what the store or the disk reports, None when it is a bug."""
    if isinstance(problem, _BUGS):
        return None
    sentence = None
    if isinstance(problem, OSError):
        sentence = _of_disk(problem, where)
    elif isinstance(problem, STORE_PROBLEMS):
        reason = str(problem).lower()
        sentence = next((said for sign, said in _KNOWN_TROUBLE if sign in reason), None)
    return EnvironmentTrouble(Message("store", sentence, where=str(where))) if sentence else None


def _of_disk(problem: OSError, where: Path) -> str | None:
    sentence = _BY_WINERROR.get(getattr(problem, "winerror", None) or 0)
    sentence = sentence or _BY_ERRNO.get(problem.errno or 0)
    if sys.platform == "win32":
        if sentence == _GONE and len(str(where)) > _LONGEST_ON_WINDOWS:
            return _TOO_LONG
        if problem.errno == errno.EINVAL and _NOT_IN_NAMES & set(where.name):
            return _NO_NAME
    return sentence


def first_trouble(problem: BaseException, where: Path) -> EnvironmentTrouble | None:
    """Return the sentence for a problem or for what it broke off, about the file it names.

    A full disk makes SQLite roll back by itself; the roll-back after it then fails as well and
    hides the reason.
    """
    found: BaseException | None = problem
    while isinstance(found, Exception):
        name = getattr(found, "filename", None)
        trouble = known_trouble(found, Path(name) if isinstance(name, str) else where)
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
