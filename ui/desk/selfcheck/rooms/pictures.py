"""Pictures: the icons of the window, and small pictures of attached photographs."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtGui import QIcon, QImage, QImageReader

from models.casework.evidence.commands import add
from models.kernel.thumbnails import EDGE, thumbnail
from models.outlook.demo.pictures import drawn
from ui.desk.selfcheck.bench import expect
from ui.shell.icons import app_icon, icon
from ui.shell.theme import style_sheet

if TYPE_CHECKING:
    from ui.desk.selfcheck.bench import Bench

_KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_SIDE, _SAMPLES = 48, 64


def colours_in(image: QImage) -> int:
    """Return how many colours a picture has; one means that it is blank."""
    small = image.scaled(_SAMPLES, _SAMPLES).convertToFormat(QImage.Format.Format_RGBA8888)
    wide, high = small.width(), small.height()
    return len({small.pixel(x, y) for x in range(wide) for y in range(high)})


def icons(bench: Bench) -> str:
    """The sign of the program, its icons and those of its style sheet are drawn."""
    _ = bench.look
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    expect("svg" in formats, f"Qt reads no SVG, only {', '.join(sorted(formats))}")
    for name, drawing in (("sign", app_icon()), ("phone", icon("call"))):
        expect(_colours(drawing) > 2, f"the {name} is blank")
    quoted = re.findall(r'url\("((?:[^"\\]|\\.)+)"\)', style_sheet())
    files = {re.sub(r"\\(.)", r"\1", file) for file in quoted}
    expect(bool(files), "the style sheet names no picture")
    for file in files:
        expect(_colours(QIcon(file)) > 2, f"{file} is blank")
    return f"{', '.join(sorted(formats))}; {len(files)} in the style sheet"


def _colours(drawing: QIcon) -> int:
    return colours_in(drawing.pixmap(_SIDE, _SIDE).toImage())


def thumbnails(bench: Bench) -> str:
    """Photographs of every usual kind are attached and get a small picture."""
    for ending, name in _KINDS.items():
        content = _photograph(name)
        file = bench.folder / f"照片 一.{ending}"
        file.write_bytes(content)
        told = {"title": f"照片 {name}", "kind": "photo_part", "path": str(file)}
        add(bench.actor, bench.case.case_no, told)
        small = QImage.fromData(thumbnail(hashlib.sha256(content).hexdigest()) or b"")
        expect(small.width() == EDGE and colours_in(small) > 2, f"{name} has no small picture")
    return ", ".join(_KINDS.values())


def _photograph(name: str) -> bytes:
    made = io.BytesIO()
    with Image.open(io.BytesIO(drawn("自检照片"))) as picture:
        picture.save(made, name)
    return made.getvalue()
