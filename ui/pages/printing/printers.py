"""The printers of this computer, and pages of a PDF drawn on one at its own resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

_FINEST = 600
"""Dots per inch: finer than the eye sees, and a sheet of it already takes 140 MB."""
_POINTS = 72


class Printers:
    """What is installed; tests hand in their own."""

    def names(self) -> Sequence[str]:
        """Return the names of the printers."""
        return list(QPrinterInfo.availablePrinterNames())

    def usual(self) -> str:
        """Return the name of the printer the system prints to, '' without one."""
        return str(QPrinterInfo.defaultPrinterName())

    def open(self, name: str) -> QPrinter:
        """Return a printer by its name."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def print_pdf(printer: QPrinter, papers: Sequence[bytes], *, copies: int, both_sides: bool) -> bool:
    """Print papers one after the other, each from a fresh sheet; tell whether all went out."""
    _set_up(printer, copies=copies, both_sides=both_sides)
    documents = [_Document(pdf) for pdf in papers]
    _fit_sheet(printer, documents[0])
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        return all(_draw(painter, printer, doc, n > 0) for n, doc in enumerate(documents))
    finally:
        painter.end()


class _Document(QPdfDocument):
    """A PDF in memory."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.load(self._buffer)


def _set_up(printer: QPrinter, *, copies: int, both_sides: bool) -> None:
    printer.setResolution(min(_FINEST, printer.resolution()))
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexLongSide if both_sides else mode.DuplexNone)


def _fit_sheet(printer: QPrinter, document: QPdfDocument) -> None:
    size = document.pagePointSize(0)
    sheet = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(sheet, upright, QMarginsF()))


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, follows: bool) -> bool:
    pages = document.pageCount()
    for page in range(pages):
        if (follows or page) and not printer.newPage():
            return False
        _draw_page(painter, printer.resolution(), document, page)
    return pages > 0


def _draw_page(painter: QPainter, dpi: int, document: QPdfDocument, page: int) -> None:
    """Draw a page dot for dot."""
    whole = (document.pagePointSize(page) * dpi / _POINTS).toSize()
    sheet = QImage(whole, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    ink = QPainter(sheet)
    ink.drawImage(QPoint(), document.render(page, whole))
    ink.end()
    painter.drawImage(QRect(QPoint(), whole), sheet)
