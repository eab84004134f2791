"""Draws the committed icon and wizard picture from kesutong.svg; run again when that changes.

Needs the development environment: .venv/bin/python packaging/windows/pictures.py
"""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SVG = HERE.parent.parent / "resources" / "icons" / "kesutong.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
WHOLE_BYTE = 256
# MUI's own size is 164 x 314; twice that stays sharp at 200 % scaling.
WIZARD = (328, 628)
WIZARD_ICON = 176
BACKGROUND = (232, 240, 250)


def png(size: int) -> bytes:
    """Return the icon at one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def icon(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico file of PNG pictures, which Windows reads since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack(
            "<BBBBHHII", size % WHOLE_BYTE, size % WHOLE_BYTE, 0, 0, 1, 32, len(data), offset
        )
        offset += len(data)
    return head + entries + b"".join(pictures.values())


def wizard() -> Image.Image:
    """Return the picture at the left of the first and the last page."""
    picture = Image.new("RGB", WIZARD, BACKGROUND)
    drawn = Image.open(io.BytesIO(png(WIZARD_ICON)))
    picture.paste(drawn, ((WIZARD[0] - WIZARD_ICON) // 2, WIZARD[1] // 4), drawn)
    return picture.quantize(64)


def main() -> None:
    """Write kesutong.ico and wizard.bmp."""
    application = QGuiApplication([])
    (HERE / "kesutong.ico").write_bytes(icon({size: png(size) for size in SIZES}))
    wizard().save(HERE / "wizard.bmp")
    application.shutdown()


if __name__ == "__main__":
    main()
