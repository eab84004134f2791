"""Writing files so that a power cut leaves the old one or the new one, never a half."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HELD = {5, 32, 33}
"""How Windows refuses a file that another program has open: access denied, sharing, lock."""

_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4)
"""A virus scanner or the search index looks at a fresh file for a moment, no longer."""


def sync_file(file: Path) -> None:
    """Make sure a written file is on the disk, not only in memory."""
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure the names in a folder are on the disk; Windows keeps them itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def move(source: Path, target: Path) -> None:
    """Put a file or folder in the place of another; on Windows wait for who just looks at it."""
    try:
        _patiently(partial(source.replace, target))
    except PermissionError:
        # Windows says "access denied" of a target that is open; its own renaming tells which.
        if target.is_file():
            target.rename(target)
        raise


def discard(file: Path) -> None:
    """Delete a half or passing file if it is there; one that another program holds stays."""
    with suppress(OSError):
        _patiently(partial(file.unlink, missing_ok=True))


def _patiently(act: Callable[[], object]) -> None:
    for pause in _PAUSES_S:
        try:
            act()
        except PermissionError as problem:
            if getattr(problem, "winerror", None) not in _HELD:
                raise
        else:
            return
        time.sleep(pause)
    act()


def write_file(file: Path, content: bytes) -> None:
    """Write a whole file in place of an older one; one that says the same already stays."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    if _holds(file, content):
        return
    half = file.with_name(file.name + ".part")
    try:
        half.write_bytes(content)
        sync_file(half)
        move(half, file)
        sync_folder(file.parent)
    finally:
        discard(half)


def _holds(file: Path, content: bytes) -> bool:
    with suppress(OSError):
        return file.stat().st_size == len(content) and file.read_bytes() == content
    return False
