"""Keeps pictures small: PNG of at most 256 colours."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

_COLOURS = 256


def from_qt(picture: QImage) -> Image.Image:
    """Return a picture of the window as Pillow knows it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def save(picture: Image.Image, file: Path) -> None:
    """Write a picture with few colours, which text on plain ground needs no more of."""
    few = picture.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=0)
    few.save(file, "PNG", optimize=True)
