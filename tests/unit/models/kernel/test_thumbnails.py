"""Pictures get a small picture once; nothing that claims to be one does harm."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from models.kernel import files
from models.kernel.command import unit_of_work
from models.kernel.tables import Thumbnail
from models.kernel.thumbnails import EDGE, shrunk, thumbnail
from tests.stores import PNG

if TYPE_CHECKING:
    from models.kernel.actor import Actor
    from models.kernel.db import Store

pytestmark = pytest.mark.windows


def photo(width: int, height: int, kind: str = "JPEG") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#336699").save(content, kind)
    return content.getvalue()


def giant(width: int, height: int) -> bytes:
    """Return a few bytes that claim to be a huge picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return PNG[:8] + struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk))


def keep(actor: Actor, content: bytes, name: str) -> str:
    with unit_of_work(actor, "test") as work:
        return files.put(work, content, name).sha256


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_a_small_picture_keeps_its_proportions(kind: str) -> None:
    small = shrunk(photo(800, 400, kind))
    assert small is not None
    assert Image.open(io.BytesIO(small)).size == (EDGE, EDGE // 2)


def test_it_is_made_once_and_kept(store: Store, actor: Actor) -> None:
    sha256 = keep(actor, photo(300, 600), "现场.jpg")
    first = thumbnail(sha256)
    files.place(store.folder, sha256).unlink()
    assert thumbnail(sha256) == first is not None
    assert Thumbnail.select().count() == 1


@pytest.mark.parametrize("size", [(30_000, 30_000), (9_400, 9_400)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_giant_picture_is_not_unpacked(size: tuple[int, int]) -> None:
    assert shrunk(giant(*size)) is None


def test_a_damaged_picture_has_none(store: Store, actor: Actor) -> None:
    assert thumbnail(keep(actor, photo(300, 600)[:200], "现场.jpg")) is None


def test_other_files_have_none(store: Store, actor: Actor) -> None:
    assert thumbnail(keep(actor, b"text", "记录.txt")) is None
    assert thumbnail("0" * 64) is None
