"""What the disk reports is recognised by its number: Windows says it in its own language."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from models.kernel.errors import EnvironmentTrouble
from models.kernel.trouble import first_trouble, known_trouble, trouble_as_sentences
from resources.texts import LANGUAGES, Texts

pytestmark = pytest.mark.windows

PLACE = Path("数据 目录") / "协议.pdf"


class OnWindows(OSError):
    """What Windows raises: a number of its own and words in the system's language."""

    winerror: int | None

    def __init__(self, number: int, words: str, winerror: int | None) -> None:
        super().__init__(number, words)
        self.winerror = winerror


DISK = [
    (errno.EACCES, None, "Permission denied", "or close it in other programs"),
    (errno.EACCES, 5, "拒绝访问。", "or close it in other programs"),
    (errno.EPERM, None, "操作不允许", "or close it in other programs"),
    (errno.EACCES, 32, "另一个程序正在使用此文件，进程无法访问。", "has .* open. Close it there"),
    (errno.EACCES, 33, "另一个程序已锁定文件的一部分。", "has .* open. Close it there"),
    (
        errno.EINVAL,
        1224,
        "请求的操作无法在使用用户映射区域打开的文件上执行。",
        "has .* open. Close it there",
    ),
    (errno.EACCES, 19, "介质受写入保护。", "is read-only"),
    (errno.EROFS, None, "只读文件系统", "is read-only"),
    (errno.ENOSPC, 112, "磁盘空间不足。", "is full"),
    (errno.EINVAL, 39, "磁盘满。", "is full"),
    (errno.ENOSPC, None, "设备上没有空间", "is full"),
    (errno.EIO, 1117, "由于 I/O 设备错误，无法运行此项请求。", "Check the disk"),
    (errno.EISDIR, None, "是一个目录", "is a folder"),
    (errno.ENOENT, 3, "系统找不到指定的路径。", "is not there"),
    (errno.EACCES, 21, "设备未就绪。", "is not there"),
    (errno.EINVAL, 433, "指定了不存在的设备。", "is not there"),
    (errno.EINVAL, 1167, "设备没有连接。", "is not there"),
    (errno.EINVAL, 223, "文件大小超出允许的限制，无法保存。", "NTFS or exFAT"),
    (errno.EFBIG, None, "文件过大", "NTFS or exFAT"),
    (errno.ENOENT, 206, "文件名或扩展名太长。", "is too long"),
    (errno.ENAMETOOLONG, None, "文件名过长", "is too long"),
    (errno.EINVAL, 123, "文件名、目录名或卷标语法不正确。", "cannot be the name of a file"),
]


@pytest.mark.parametrize(("number", "winerror", "words", "sentence"), DISK)
def test_it_is_recognised_whatever_language_the_system_speaks(
    number: int, winerror: int | None, words: str, sentence: str
) -> None:
    with pytest.raises(EnvironmentTrouble, match=sentence) as found, trouble_as_sentences(PLACE):
        raise OnWindows(number, words, winerror)
    for language in LANGUAGES:
        said = Texts(language).say(found.value.message)
        assert str(PLACE) in said
        assert words not in said


def test_what_is_not_known_is_told_in_the_words_of_the_system() -> None:
    with pytest.raises(EnvironmentTrouble, match="信号灯超时时间已到"), trouble_as_sentences(PLACE):
        raise OnWindows(errno.ETIMEDOUT, "信号灯超时时间已到。", 121)


def test_a_long_or_impossible_name_is_named_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = OnWindows(errno.ENOENT, "No such file or directory", None)
    invalid = OnWindows(errno.EINVAL, "Invalid argument", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert "is too long" in str(known_trouble(gone, Path("长" * 260)))
    assert "is not there" in str(known_trouble(gone, PLACE))
    assert "Leave out" in str(known_trouble(invalid, Path("协议?.pdf")))
    assert known_trouble(invalid, PLACE) is None


def test_what_reaches_nobody_is_told_of_the_file_it_names(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as gone:
        (tmp_path / "节 假日.csv").read_bytes()
    assert "节 假日.csv" in str(first_trouble(gone.value, PLACE))
    assert str(PLACE) in str(first_trouble(OnWindows(errno.ENOSPC, "磁盘满。", 112), PLACE))
