"""Printing a paper in the window: the draft is looked at, frozen, and sent to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QComboBox

from models.casework.documents.commands import Printed
from ui.pages.printing.printers import Printers

from .hands import pick, press, seen, sentences
from .trouble import CannotBeDone

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QDialog

    from .clerk import Clerk

NAME = "演示打印机"
_LONGEST_MS = 20_000


def install_printer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the computer one printer that writes PDF files."""

    def opened(_printers: Printers, _name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "printed.pdf"))
        return printer

    monkeypatch.setattr(Printers, "names", lambda _printers: [NAME])
    monkeypatch.setattr(Printers, "usual", lambda _printers: NAME)
    monkeypatch.setattr(Printers, "open", opened)


def print_paper(clerk: Clerk, kind: str, ordinal: int) -> dict[str, Any]:
    """Print a paper from the menu of the case; return its number and version."""

    def filler(dialog: QDialog) -> None:
        _choose_which(dialog, ordinal)
        _press(dialog, "print.final")
        clerk.written.clear()
        _press(dialog, "print.print")
        _wait_for_paper(clerk)
        press(dialog, "print.close")

    clerk.dialogs.ready(filler)
    if not pick(clerk.page, f"case.print.{kind}"):
        raise CannotBeDone(f"the menu of papers has no {kind} for {clerk.who()}")
    clerk.settle()
    printed = next(answer for _c, _a, answer in clerk.written if isinstance(answer, Printed))
    return {"doc_no": printed.doc_no, "version": printed.version}


def _choose_which(dialog: QDialog, ordinal: int) -> None:
    which = seen(dialog, "print.which", QComboBox)
    if not ordinal or not isinstance(which, QComboBox):
        return
    place = which.findData(ordinal)
    if place < 0:
        raise CannotBeDone(f"the preview does not offer number {ordinal}")
    which.setCurrentIndex(place)
    which.activated.emit(place)


def _press(dialog: QDialog, name: str) -> None:
    try:
        press(dialog, name)
    except CannotBeDone as trouble:
        lacking = dialog.findChildren(object, "print.problem.text")
        words = " ".join(label.text() for label in lacking)
        raise CannotBeDone(f"{trouble}: {words} {sentences(dialog)}") from trouble


def _wait_for_paper(clerk: Clerk) -> None:
    """Let the printer finish in the background."""
    deadline = QDeadlineTimer(_LONGEST_MS)
    while not clerk.written and not deadline.hasExpired():
        QApplication.processEvents()
    if not clerk.written:
        raise CannotBeDone("the printer never finished")
