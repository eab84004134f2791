"""Printers for tests, and what came out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from ui.pages.printing.printers import Printers

if TYPE_CHECKING:
    from pathlib import Path


class OnePrinter(Printers):
    """A printer whose sheets land in a PDF file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def names(self) -> list[str]:
        return ["前台激光打印机"]

    def usual(self) -> str:
        return "前台激光打印机"

    def open(self, name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(self.file))
        return made


class NoPrinter(Printers):
    """A computer on which nothing is installed."""

    def names(self) -> list[str]:
        return []

    def usual(self) -> str:
        return ""


def pages(file: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [tuple(round(side) for side in page.get_size()) for page in document]
    finally:
        document.close()


def ink(file: Path, page: int) -> float:
    """Return how much of a sheet is not white."""
    document = pypdfium2.PdfDocument(file)
    try:
        grey = document[page].render(scale=0.5, grayscale=True).to_pil()
    finally:
        document.close()
    counts = grey.histogram()
    return sum(counts[:200]) / sum(counts)
