"""A file is what is inside it; its name is made safe and its ending true."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.media import KINDS, recognise, safe_name
from tests.stores import PNG

pytestmark = pytest.mark.windows

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
PDF = b"%PDF-1.7\n"
CONTENTS = {
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": PNG,
    "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "bmp": b"BM\x00\x00\x00\x00",
    "heic": b"\x00\x00\x00\x18ftypheic",
    "pdf": PDF,
    "mp3": b"ID3\x03\x00",
    "m4a": b"\x00\x00\x00\x18ftypM4A ",
    "wav": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "amr": b"#!AMR\n",
    "mp4": b"\x00\x00\x00\x18ftypisom",
    "mov": b"\x00\x00\x00\x14ftypqt  ",
    "avi": b"RIFF\x00\x00\x00\x00AVI LIST",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "txt": "客户来电".encode(),
    "zip": b"PK\x05\x06",
}


@pytest.mark.parametrize("ending", KINDS)
def test_every_allowed_kind_is_recognised(ending: str) -> None:
    media = recognise(f"照片 1.{ending.upper()}", CONTENTS[ending])
    assert media == (KINDS[ending].media_type, f"照片 1.{ending}")


@pytest.mark.parametrize(
    ("name", "head", "kept_as"),
    [
        ("微信图片.jpg", PNG, "微信图片.png"),
        ("录像.mp4", CONTENTS["mov"], "录像.mp4"),
        ("录音.m4a", CONTENTS["mp4"], "录音.m4a"),
        ("录音.mp3", b"\xff\xfb\x90\x64", "录音.mp3"),
        ("扫描件", PDF, "扫描件.pdf"),
        ("照片", JPEG, "照片.jpg"),
        ("聊天记录.txt", "客户来电".encode("gb18030"), "聊天记录.txt"),
        ("聊天记录.txt", "客户来电".encode("utf-16"), "聊天记录.txt"),
        ("说明.txt", ("字" * 2000).encode()[:4096], "说明.txt"),
    ],
)
def test_the_ending_is_put_right(name: str, head: bytes, kept_as: str) -> None:
    assert recognise(name, head).name == kept_as


@pytest.mark.parametrize("name", ["程序.exe", "page.html", "run.bat", "a.pdf.js", "link.lnk"])
def test_other_kinds_are_refused_with_what_is_allowed(name: str) -> None:
    with pytest.raises(BadValue, match="kind of file that is not kept"):
        recognise(name, PDF)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("照片.jpg", b"MZ\x90\x00\x03"),
        ("照片.jpg", b"<html>"),
        ("合同.pdf", CONTENTS["zip"]),
        ("表格.docx", PNG),
        ("文本.txt", b"\x00\x01\x02"),
        ("没有结尾", b"\x00\x01\x02"),
    ],
)
def test_what_does_not_fit_its_name_is_refused(name: str, head: bytes) -> None:
    with pytest.raises(BadValue, match="does not fit its name"):
        recognise(name, head)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\lina\\照片.jpg", "照片.jpg"),
        ('a<b>:"c|d?*.png', "a_b___c_d__.png"),
        ("con.txt", "_con.txt"),
        ("Nul .2026.pdf", "_Nul .2026.pdf"),
        ("坏\x00名\n字.jpg", "坏_名_字.jpg"),
        ("  点. ", "点"),
        ("", "file"),
        ("..", "file"),
    ],
)
def test_a_name_is_safe_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("长" * 500 + ".pdf") == "长" * 117 + ".pdf"
