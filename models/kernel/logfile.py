"""The file of what went wrong, which several programs of one person write at the same time."""

from __future__ import annotations

from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import LogRecord
    from pathlib import Path

_BYTES = 1_000_000
_KEPT = 3


class LogFile(RotatingFileHandler):
    """Never grows for ever; open only while a line is written, since Windows renames no open file.

    When another program writes at the very moment of the renaming, the next line tries again.
    """

    def __init__(self, file: Path, *, longest: int = _BYTES) -> None:
        """Write to ``file``, which is made with the first line; its folder has to be there."""
        super().__init__(file, maxBytes=longest, backupCount=_KEPT, encoding="utf-8", delay=True)

    def emit(self, record: LogRecord) -> None:
        """Write one line and let go of the file."""
        super().emit(record)
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def doRollover(self) -> None:  # noqa: N802 - the name that logging calls
        """Begin a new file, or go on with the present one while it is held."""
        with suppress(OSError):
            super().doRollover()
