"""The code on every page and the digits in its foot: what proves that paper and record agree."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.graphics.barcode.qr import QrCodeWidget

from reports.styles import INK, QR_SIZE, color

if TYPE_CHECKING:
    from models.casework.documents.content import Frame

FORMAT = "KT1"
CHECK_DIGITS = 12
_QUIET = 4  # modules of blank on every side of a code
_GROUP = 4


def code_payload(frame: Frame, number: int, total: int) -> str:
    """Return what the code of a page says; this format never changes."""
    check = frame.content_hash[:CHECK_DIGITS]
    parts = (FORMAT, frame.doc_no, str(frame.version), f"{number}/{total}", check)
    return "*".join(parts).upper()


def check_text(frame: Frame) -> str:
    """Return the same digits for the eye, in groups of four."""
    digits = frame.content_hash[:CHECK_DIGITS].upper()
    return "-".join(digits[k : k + _GROUP] for k in range(0, CHECK_DIGITS, _GROUP))


def modules_of(payload: str) -> list[list[bool]]:
    """Return a code of level M as rows of modules, True where one is dark."""
    code = QrCodeWidget(payload, barLevel="M").qr
    code.make()
    return [[bool(module) for module in row] for row in code.modules]


def module_size(count: int) -> float:
    """Return the side of one of ``count`` modules in a row, in points."""
    side: float = QR_SIZE / (count + 2 * _QUIET)
    return side


def draw_code(canvas: Any, payload: str, right: float, y: float) -> None:
    """Draw a code of level M; its ink ends at ``right``, its quiet zone reaches further."""
    modules = modules_of(payload)
    side = module_size(len(modules))
    left, top = right - len(modules) * side, y + QR_SIZE - _QUIET * side
    ink = canvas.beginPath()
    for row, line in enumerate(modules):
        column = 0
        for dark, run in groupby(line):
            length = len(list(run))
            if dark:
                ink.rect(left + column * side, top - (row + 1) * side, length * side, side)
            column += length
    canvas.setFillColor(color(INK))
    canvas.drawPath(ink, stroke=0, fill=1)
