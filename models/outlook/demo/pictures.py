"""Invented pictures: the photographs and signed scans that the stories speak of."""

from __future__ import annotations

import io
import time

from PIL import Image, ImageDraw, ImageFont

import resources

SIZE = (480, 320)
_FONT = "fonts/NotoSansSC-Regular.ttf"
_PAPER, _EDGE, _INK, _MARK = (250, 249, 245), (176, 172, 160), (58, 58, 54), (170, 90, 60)
_NAME_LENGTH = 40
_DOTS_AN_INCH = 72
_FORBIDDEN = '\\/:*?"<>|'


def drawn(caption: str) -> bytes:
    """Return a small PNG that says what it would show; the same caption gives the same bytes."""
    picture = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((12, 12, SIZE[0] - 12, SIZE[1] - 12), outline=_EDGE, width=2)
    pen.text((SIZE[0] // 2, 60), "演示图片", font=_font(20), fill=_MARK, anchor="mm")
    pen.multiline_text(
        (SIZE[0] // 2, 175),
        _folded(caption),
        font=_font(24),
        fill=_INK,
        anchor="mm",
        align="center",
        spacing=10,
    )
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def file_name(caption: str) -> str:
    """Return the name of the file that holds the picture."""
    kept = "".join("_" if letter in _FORBIDDEN else letter for letter in caption)
    return f"{kept[:_NAME_LENGTH]}.png"


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources.path(_FONT)), size)


def _folded(caption: str, width: int = 16) -> str:
    return "\n".join(caption[i : i + width] for i in range(0, len(caption), width))


def page(caption: str) -> bytes:
    """Return a one-page PDF that says what it stands for, always the same bytes."""
    picture = Image.open(io.BytesIO(drawn(caption)))
    out = io.BytesIO()
    made = time.gmtime(0)
    picture.save(out, "PDF", resolution=_DOTS_AN_INCH, creationDate=made, modDate=made)
    return out.getvalue()
