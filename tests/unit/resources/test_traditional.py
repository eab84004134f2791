"""Traditional Chinese follows from simplified Chinese and a table of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

import resources
from resources.locale import traditional

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.windows

SOURCES = sorted(resources.path("locale/zh_CN").glob("*.po"))


@pytest.mark.parametrize(
    ("simplified", "written"),
    [
        ("您没有这项权限。", "您沒有這項權限。"),
        ("客户信息", "客戶資訊"),
        ("本软件的处理程序", "本軟體的處理程序"),
        ("由诉讼程序解决", "由訴訟程序解決"),
        ("不是本程序的备份，请启动程序", "不是本程式的備份，請啟動程式"),
        ("质量问题", "質量問題"),
        ("文件夹里的文件", "資料夾裡的文件"),
        ("账号 {login} 已停用", "帳號 {login} 已停用"),
        ("里程 {km} 公里", "里程 {km} 公里"),
    ],
)
def test_words_of_a_dealership(simplified: str, written: str) -> None:
    assert traditional.traditional(simplified) == written


def test_every_room_of_zh_cn_is_in_zh_tw() -> None:
    derived = {file.name for file in resources.path("locale/zh_TW").glob("*.po")}
    assert derived == {file.name for file in SOURCES}, "run: python dev.py texts"


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_zh_tw_is_what_zh_cn_gives(source: Path) -> None:
    kept = polib.pofile(str(resources.path(f"locale/zh_TW/{source.name}")), encoding="utf-8")
    fresh = polib.pofile(traditional.derive(source))
    wanted = {entry.msgid: entry.msgstr for entry in fresh}
    assert {entry.msgid: entry.msgstr for entry in kept} == wanted, "run: python dev.py texts"
