"""Handing a copy of a file to the program that opens such files on this computer."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from .context import AppContext

_COPIES = "kesutong-copies-"
_DAY_S = 24 * 3600


def folder_of_copies() -> QTemporaryDir:
    """Return a folder for copies that other programs may open; it goes with its owner."""
    return QTemporaryDir(QDir(QDir.tempPath()).filePath(f"{_COPIES}XXXXXX"))


def sweep_copies() -> None:
    """Delete the copies of days gone by: Windows keeps those that were still open at the end."""
    for folder in Path(QDir.tempPath()).glob(f"{_COPIES}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _DAY_S:
                shutil.rmtree(folder)


def open_outside(ctx: AppContext, file: Path) -> bool:
    """Open ``file`` in its own program; tell when this computer has none for it."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        return True
    ctx.ask.tell(
        ctx.texts(
            "shell",
            "No program on this computer opens {file}. Have one installed, or open the file "
            "on another computer.",
            file=file.name,
        )
    )
    return False
