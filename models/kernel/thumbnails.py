"""Small pictures of kept images, made once and kept beside them."""

from __future__ import annotations

import io

from . import files
from .db import writing
from .tables import StoredFile, Thumbnail

EDGE = 160
_MOST_PIXELS = 80_000_000


def thumbnail(sha256: str) -> bytes | None:
    """Return a PNG of at most 160 pixels a side; None when the file is no readable picture."""
    row = StoredFile.get_or_none(StoredFile.sha256 == sha256)
    if row is None or not row.media_type.startswith("image/"):
        return None
    kept = Thumbnail.get_or_none(Thumbnail.file == row)
    if kept is not None:
        return bytes(kept.png)
    png = shrunk(files.open_bytes(sha256))
    if png is not None:
        with writing():
            Thumbnail.insert(file=row, png=png).on_conflict_ignore().execute()
    return png


def shrunk(content: bytes) -> bytes | None:
    """Return a picture made small, upright as it was taken; None for damaged or giant ones."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (EDGE * 2, EDGE * 2))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((EDGE, EDGE))
            small = io.BytesIO()
            upright.save(small, "PNG", optimize=True)
            return small.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
