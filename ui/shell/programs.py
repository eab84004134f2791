"""Handing a file to the program that opens such files on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

    from .context import AppContext


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
