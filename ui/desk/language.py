"""The language of the first start: the one the system is set to, as far as it is spoken here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from resources.texts import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRADITIONAL = {"Hant", "TW", "HK", "MO"}


def system_language() -> str:
    """Return what to speak to somebody who has not chosen a language yet."""
    return spoken_of(QLocale.system().uiLanguages())


def spoken_of(wanted: Sequence[str]) -> str:
    """Return the first of the person's languages that is spoken, such as ``zh-Hant-HK``."""
    for name in wanted:
        language, *parts = name.split("-")
        if language == "zh":
            traditional = "Hans" not in parts and _TRADITIONAL & set(parts)
            return "zh_TW" if traditional else "zh_CN"
        if language == "en":
            return "en"
    return DEFAULT_LANGUAGE
