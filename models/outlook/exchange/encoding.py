"""In which encoding a text file of another program is written."""

from __future__ import annotations

from typing import NamedTuple

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 200_000
_WIDE = 0x80


class _Chinese(NamedTuple):
    """An encoding of Chinese: how it is read, and where the characters of daily life stand."""

    name: str
    codec: str
    first: bytes
    last: bytes


_SIMPLIFIED = _Chinese("gb18030", "gb2312", b"\xa1\xa1", b"\xd7\xf9")
_TRADITIONAL = _Chinese("big5hkscs", "big5", b"\xa1\x40", b"\xc6\x7e")


def decoded(content: bytes) -> str | None:
    """Return the text of a file, None when it is no text in any known encoding.

    A mark at the beginning decides, then whether it is UTF-8; else the one of GB18030 and Big5
    in which more of it is characters of daily life.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _read(content, name)
    best = sorted((_SIMPLIFIED, _TRADITIONAL), key=lambda one: _commonness(content, one))
    names = ("utf-8", *(one.name for one in reversed(best)))
    return next((text for name in names if (text := _read(content, name)) is not None), None)


def _read(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None


def _commonness(content: bytes, encoding: _Chinese) -> tuple[float, bool]:
    """Return which part of the Chinese is of daily life; simplified wins when both are alike."""
    text = content[:_SAMPLE].decode(encoding.name, "replace")
    wide = [character for character in text if ord(character) >= _WIDE]
    common = sum(
        encoding.first <= character.encode(encoding.codec, "ignore") <= encoding.last
        for character in wide
    )
    return common / max(len(wide), 1), encoding is _SIMPLIFIED
