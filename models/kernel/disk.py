"""Writing files so that a power cut leaves the old one or the new one, never a half."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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


def write_file(file: Path, content: bytes) -> None:
    """Write a whole file in place of an older one."""
    partial = file.with_name(file.name + ".part")
    try:
        partial.write_bytes(content)
        sync_file(partial)
        partial.replace(file)
        sync_folder(file.parent)
    finally:
        partial.unlink(missing_ok=True)
