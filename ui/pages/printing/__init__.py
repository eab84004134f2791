"""Print preview and printing: a draft first, then the frozen version, printed, saved, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .print_dialog import PrintDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .desk import PaperDesk

__all__ = ["open_paper", "open_print"]


def open_print(desk: PaperDesk, kind: str, parent: QWidget, ordinal: int = 0) -> None:
    """Show a draft of a paper; ``ordinal`` names one of several, the current one without it."""
    dialog = PrintDialog(desk, kind, parent, ordinal)
    dialog.open_newest()
    _run(dialog)


def open_paper(
    desk: PaperDesk, kind: str, parent: QWidget, ordinal: int, doc_no: str, version: int
) -> None:
    """Show a version that was printed."""
    dialog = PrintDialog(desk, kind, parent, ordinal)
    dialog.show_version(doc_no, version)
    _run(dialog)


def _run(dialog: PrintDialog) -> None:
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
