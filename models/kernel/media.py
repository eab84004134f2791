"""Which files may be kept: recognised by what is inside, named by how they end."""

from __future__ import annotations

import codecs
from pathlib import PurePosixPath
from typing import NamedTuple

from resources.texts import Message

from .checked import BadValue, shown

HEAD_BYTES = 4096
_PDF_WITHIN = 1024
_LONGEST_NAME = 120
_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)
}
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_FRAME_SYNC = 0xFFE0
_LAYER_III = 1
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\f\r\x1b"))


class Media(NamedTuple):
    """What a file is: its media type and its name, safe on every system, with a true ending."""

    media_type: str
    name: str


class _Kind(NamedTuple):
    media_type: str
    contents: frozenset[str]


def _kind(media_type: str, *contents: str) -> _Kind:
    return _Kind(media_type, frozenset(contents))


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    "jpg": _kind("image/jpeg", "jpeg"),
    "jpeg": _kind("image/jpeg", "jpeg"),
    "png": _kind("image/png", "png"),
    "webp": _kind("image/webp", "webp"),
    "bmp": _kind("image/bmp", "bmp"),
    "heic": _kind("image/heic", "heic"),
    "pdf": _kind("application/pdf", "pdf"),
    "mp3": _kind("audio/mpeg", "mp3"),
    "m4a": _kind("audio/mp4", "m4a", "mp4"),
    "wav": _kind("audio/wav", "wav"),
    "amr": _kind("audio/amr", "amr"),
    "mp4": _kind("video/mp4", "mp4", "mov", "m4a"),
    "mov": _kind("video/quicktime", "mov", "mp4"),
    "avi": _kind("video/x-msvideo", "avi"),
    "docx": _kind(_WORD, "zip"),
    "xlsx": _kind(_EXCEL, "zip"),
    "doc": _kind("application/msword", "ole"),
    "xls": _kind("application/vnd.ms-excel", "ole"),
    "txt": _kind("text/plain", "text"),
    "zip": _kind("application/zip", "zip"),
}
_ENDING_OF = {"jpeg": "jpg", "text": "txt"}
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"BM", "bmp"),
    (b"ID3", "mp3"),
    (b"#!AMR", "amr"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
_RIFF = {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}


def recognise(name: str, head: bytes) -> Media:
    """Return what a file with this name and beginning is; refuse what may not be kept.

    Phones often save a picture under another picture's ending: the true ending is put right.
    """
    stem, ending = _split(safe_name(name))
    if ending and ending not in KINDS:
        raise BadValue(
            Message(
                "files",
                "{name} is a kind of file that is not kept. Allowed are pictures (jpg, png, webp, "
                "bmp, heic), PDF, sound (mp3, m4a, wav, amr), video (mp4, mov, avi), "
                "Word, Excel, txt and zip.",
                name=shown(name),
            )
        )
    content = content_of(head)
    if ending and content in KINDS[ending].contents:
        return Media(KINDS[ending].media_type, f"{stem}.{ending}")
    true_ending = _ENDING_OF.get(content, content)
    if true_ending in KINDS and (not ending or _alike(ending, true_ending)):
        return Media(KINDS[true_ending].media_type, f"{stem}.{true_ending}")
    raise BadValue(
        Message(
            "files",
            "What is inside {name} does not fit its name; it may be damaged or renamed. "
            "Open it, save it again under a fitting name and add that file.",
            name=shown(name),
        )
    )


def _alike(ending: str, other: str) -> bool:
    groups = {KINDS[e].media_type.partition("/")[0] for e in (ending, other)}
    return groups == {"image"} or groups <= {"audio", "video"}


def content_of(head: bytes) -> str:
    """Return what the first bytes of a file say it is, '' when unknown."""
    for start, content in _STARTS:
        if head.startswith(start):
            return content
    content = _container_content(head)
    if content:
        return content
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if _is_mp3_frame(head):
        return "mp3"
    return "text" if _is_text(head) else ""


def _container_content(head: bytes) -> str:
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _iso_content(head[8:12])
    return "mov" if head[4:8] in {b"moov", b"mdat", b"wide"} else ""


def _iso_content(brand: bytes) -> str:
    if brand in _HEIC_BRANDS:
        return "heic"
    if brand == b"qt  ":
        return "mov"
    return "m4a" if brand in {b"M4A ", b"M4B "} else "mp4"


def _is_mp3_frame(head: bytes) -> bool:
    found = int.from_bytes(head[:2], "big")
    return found & _FRAME_SYNC == _FRAME_SYNC and found >> 1 & 0b11 == _LAYER_III


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if any(byte in _CONTROL for byte in head):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return True
    return False


def safe_name(name: str) -> str:
    """Return the last part of a name without what some system does not allow in file names."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in last)
    stem, ending = _split(kept.strip(" ."))
    stem = stem[: _LONGEST_NAME - len(ending)].rstrip(" .") or "file"
    if stem.partition(".")[0].rstrip().upper() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem}.{ending}" if ending else stem


def _split(name: str) -> tuple[str, str]:
    path = PurePosixPath(name)
    return path.stem, path.suffix[1:].lower()
