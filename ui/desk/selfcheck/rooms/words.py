"""Languages and calendar: texts, how names sound, both scripts, decreed holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.dealership.parties.spelling import spelling
from models.kernel.calendar.days import DayKind, seed_days, seed_years
from models.outlook.exchange.headings import simplified
from resources.texts import LANGUAGES, Texts, catalogue
from ui.desk.opening import application
from ui.desk.qt_texts import speak
from ui.desk.selfcheck.bench import expect

if TYPE_CHECKING:
    from ui.desk.selfcheck.bench import Bench

_NATIONAL_DAY = (10, 1)


def texts(_bench: Bench) -> str:
    """The program speaks three languages, and so do the menus that come from Qt."""
    said = [Texts(language)("shell", "Data on this computer") for language in LANGUAGES]
    expect(len(set(said)) == len(LANGUAGES), f"the same in two languages: {said}")
    chinese = [set(catalogue(language)) for language in ("zh_CN", "zh_TW")]
    expect(chinese[0] == chinese[1], "zh_TW has other texts than zh_CN")
    application()
    of_qt = [_copy(language) for language in LANGUAGES]
    expect(len(set(of_qt)) == len(LANGUAGES), f"Qt says the same in two languages: {of_qt}")
    return f"{', '.join(said)}; {len(chinese[0])} texts"


def _copy(language: str) -> str:
    speak(language)
    return QCoreApplication.translate("QWidgetTextControl", "&Copy")


def pinyin(_bench: Bench) -> str:
    """A name is known by its sound."""
    spelled = spelling("单晓明")
    expect(spelled == ("shanxiaoming", "sxm"), f"单晓明 became {spelled}")
    return spelled.pinyin


def opencc(_bench: Bench) -> str:
    """A heading in traditional characters is read as simplified."""
    written = simplified("客戶電話與質量問題")
    expect(written == "客户电话与质量问题", f"it became {written}")
    return written


def holidays(_bench: Bench) -> str:
    """The decreed days are known, up to the newest year."""
    years = seed_years()
    last = years[-1]
    kinds = {marked.day: marked.kind for marked in seed_days(last)}
    expect(kinds.get(date(last, *_NATIONAL_DAY)) is DayKind.HOLIDAY, f"{last} has no National Day")
    return f"{years[0]} to {last}, {len(kinds)} days in {last}"
