"""The columns of 今日 hold the words of every language, and no part lies on its neighbour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from resources.texts import Texts
from ui.pages.today.columns import Columns
from ui.pages.today.lines import VERBS
from ui.widgets.badge import LEVEL_WORDS, level_width, level_word
from ui.widgets.ink import text_width


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("width", [560, 800, 880])
def test_badge_and_verb_are_read_whole(qapp: object, language: str, width: int) -> None:
    texts, line = Texts(language), QRectF(0, 0, width, 34)
    columns = Columns(texts)
    badges = [level_width(level_word(texts, level)) for level in LEVEL_WORDS]
    verbs = [text_width(texts("today", verb)) for verb in VERBS.values()]
    assert max(badges) <= columns.level(line).width()
    assert max(verbs) <= columns.verb(line).width()
    parts = [columns.when(line), columns.level(line), columns.who(line), columns.plate(line)]
    shown = [part for part in (*parts, columns.what(line), columns.verb(line)) if part]
    assert all(a.right() < b.left() for a, b in pairwise(shown))
    assert columns.what(line).width() > 0
    assert shown[-1].right() <= width
