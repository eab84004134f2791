"""Derives the zh_TW catalogues from zh_CN by OpenCC and a table of words."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from pathlib import Path

import polib
from opencc import OpenCC

HERE = Path(__file__).resolve().parent

# Words that OpenCC turns into something else than a Taiwanese dealership would write: a complaint
# desk has 文件 (papers) rather than computer files, and follows procedures beside running programs.
WORDS = {
    "权限": "權限",
    "信息": "資訊",
    "软件": "軟體",
    "质量": "質量",
    "处理程序": "處理程序",
    "诉讼程序": "訴訟程序",
    "文件夹": "資料夾",
    "文件": "文件",
    "账号": "帳號",
    "账户": "帳戶",
    "账": "帳",
    "台账": "台帳",
    "二维码": "QR 碼",
    "优化": "優化",
    "反馈": "回饋",
    "后台": "後台",
    "出租车": "計程車",
    "对象": "對象",
    "支持": "支持",
    "项目": "項目",
    "类型": "類型",
    "通过": "通過",
    "回调查": "回調查",
    "保存期限": "保存期限",
    "社会信用代码": "社會信用代碼",
    "代码": "代碼",
}
_PRIVATE_USE = 0xE000
_MARKS = {word: chr(_PRIVATE_USE + number) for number, word in enumerate(WORDS)}
_ANY_WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
_ANY_MARK = re.compile("|".join(_MARKS.values()))
_BY_MARK = {mark: WORDS[word] for word, mark in _MARKS.items()}


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("s2twp")


def traditional(text: str) -> str:
    """Return a simplified Chinese text as it is written in Taiwan."""
    marked = _ANY_WORD.sub(lambda found: _MARKS[found.group()], text)
    converted: str = _converter().convert(marked)
    return _ANY_MARK.sub(lambda found: _BY_MARK[found.group()], converted)


def derive(source: Path) -> str:
    """Return the content of the zh_TW file that belongs to a zh_CN file."""
    derived = polib.POFile(wrapwidth=0)
    derived.metadata = {
        "Language": "zh_TW",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for entry in polib.pofile(str(source), encoding="utf-8"):
        derived.append(polib.POEntry(msgid=entry.msgid, msgstr=traditional(entry.msgstr)))
    return str(derived).removeprefix("#\n").rstrip("\n") + "\n"


def write_all(target: Path) -> int:
    """Write every zh_TW file into ``target``, drop those whose room is gone, return the number."""
    sources = sorted((HERE / "zh_CN").glob("*.po"))
    target.mkdir(exist_ok=True)
    for leftover in {file.name for file in target.glob("*.po")} - {file.name for file in sources}:
        (target / leftover).unlink()
    for source in sources:
        (target / source.name).write_text(derive(source), encoding="utf-8", newline="\n")
    return len(sources)


def main() -> int:
    """Derive all rooms and say how many."""
    count = write_all(HERE / "zh_TW")
    print(f"zh_TW derived for {count} rooms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
