"""Papers: fonts, a PDF with rare characters, its preview, the code on it, its way to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.casework.documents.content import Frame
from reports.code import code_payload, module_size, modules_of
from reports.fonts import missing_glyphs
from reports.headpiece import RIGHT
from ui.desk.selfcheck.bench import RARE, TOLD, expect
from ui.desk.selfcheck.rooms.pictures import colours_in
from ui.pages.printing.printers import Printers, print_pdf
from ui.shell.theme import font
from ui.shell.tokens import FAMILY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk.selfcheck.bench import Bench

_SHARP = 200 / 72
_COARSE = 100
_DARK = 128


class _Shown:
    """A PDF as the preview has it, from memory."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        status = self.document.status()
        expect(status == QPdfDocument.Status.Ready, f"the PDF cannot be read: {status.name}")

    def text(self) -> str:
        """Return the text of all pages without blanks and line ends."""
        pages = range(self.document.pageCount())
        return "".join("".join(self.document.getAllText(n).text().split()) for n in pages)

    def picture(self) -> QImage:
        """Return the first page as it is seen."""
        size: QSize = (self.document.pagePointSize(0) * _SHARP).toSize()
        sheet = QImage(size, QImage.Format.Format_Grayscale8)
        sheet.fill(Qt.GlobalColor.white)
        ink = QPainter(sheet)
        ink.drawImage(QPoint(), self.document.render(0, size))
        ink.end()
        return sheet


def fonts(bench: Bench) -> str:
    """The bundled faces show rare characters, on the screen and on paper."""
    _ = bench.look
    expect(FAMILY in QFontDatabase.families(), f"Qt does not know {FAMILY}")
    shown = QRawFont.fromFont(font())
    lacking = [char for char in TOLD if char != " " and not shown.supportsCharacter(ord(char))]
    expect(not lacking, f"the screen cannot show {''.join(lacking)}")
    lacking = missing_glyphs(TOLD)
    expect(not lacking, f"the paper cannot show {''.join(lacking)}")
    return f"{FAMILY} shows {RARE}"


def pdf(bench: Bench) -> str:
    """The complaint is printed and kept."""
    made = bench.printed
    expect(made.pdf.startswith(b"%PDF-"), "no PDF was made")
    return f"{made.doc_no}, {made.pages} pages, {len(made.pdf) // 1024} KB"


def viewer(bench: Bench) -> str:
    """The preview shows the paper; its text can be copied as it was typed."""
    shown = _Shown(bench.printed.pdf)
    pages = shown.document.pageCount()
    expect(pages == bench.printed.pages, f"{pages} pages instead of {bench.printed.pages}")
    text = shown.text()
    for part in ("".join(TOLD.split()), bench.case.case_no):
        expect(part in text, f"{part} cannot be read back")
    picture = shown.picture()
    expect(colours_in(picture) > 2, "the page is blank")
    expect(picture.save(str(bench.out / "selfcheck.png")), "the picture cannot be written")
    return f"{pages} pages, {RARE} and digits read back"


def code(bench: Bench) -> str:
    """The code that belongs to this paper stands on it, module by module."""
    made = bench.printed
    frame = Frame(made.doc_no, made.version, bench.case.case_no, made.content_hash, 0)
    payload = code_payload(frame, 1, made.pages)
    modules = modules_of(payload)
    expect(_stands_on(_Shown(made.pdf).picture(), modules), f"{payload} is not on the paper")
    return f"{payload}, {len(modules)} modules"


def _stands_on(picture: QImage, modules: Sequence[Sequence[bool]]) -> bool:
    """Look down the right edge, where every paper has its code, for these modules."""
    side = module_size(len(modules)) * _SHARP
    left = RIGHT * _SHARP - len(modules) * side
    columns = [round(left + (column + 0.5) * side) for column in range(len(modules))]
    offsets = [round((row + 0.5) * side) for row in range(len(modules))]
    pixels, wide = bytes(picture.constBits()), picture.bytesPerLine()
    return any(
        all(
            (pixels[(top + offset) * wide + column] < _DARK) == dark
            for offset, line in zip(offsets, modules, strict=True)
            for column, dark in zip(columns, line, strict=True)
        )
        for top in range(picture.height() - offsets[-1])
    )


def printing(bench: Bench) -> str:
    """The pages go through Qt's printing, here into a file; the printers are named."""
    target = bench.folder / "打印 一.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(_COARSE)
    done = print_pdf(printer, [bench.printed.pdf], copies=1, both_sides=False)
    expect(done and target.stat().st_size, "nothing was printed")
    shown = _Shown(target.read_bytes())
    expect(colours_in(shown.picture()) > 2, "the printed page is blank")
    printers = Printers()
    return f"{len(printers.names())} printers, usual: {printers.usual() or 'none'}"
