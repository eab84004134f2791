"""Where the parts of a line of 今日 stand: as wide as the words of the language need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.widgets.badge import LEVEL_WORDS, level_width, level_word
from ui.widgets.ink import text_width

from .lines import OPEN, VERBS

if TYPE_CHECKING:
    from resources.texts import Texts

WHEN = 16
_LEVEL, _LEVEL_WIDTH, _WHO_WIDTH, _PLATE_WIDTH = 148, 68, 76, 88
_VERB_WIDTH, _NARROW, _END = 78, 640, 12


class Columns:
    """The rectangles of one line; every line has them at the same places."""

    def __init__(self, texts: Texts) -> None:
        """Measure the badges and verbs in the language of ``texts``."""
        badges = [level_width(level_word(texts, level)) + _END for level in LEVEL_WORDS]
        verbs = [text_width(texts("today", verb)) + _END + 2 for verb in (*VERBS.values(), OPEN)]
        self._who = _LEVEL + int(max(_LEVEL_WIDTH, *badges))
        self._verb = int(max(_VERB_WIDTH, *verbs))

    def when(self, line: QRectF) -> QRectF:
        """Return where the clock stands."""
        return _part(line, WHEN, _LEVEL - WHEN - 4)

    def level(self, line: QRectF) -> QRectF:
        """Return where the badge of the level stands."""
        return _part(line, _LEVEL, self._who - _LEVEL - 8)

    def who(self, line: QRectF) -> QRectF:
        """Return where the customer stands."""
        return _part(line, self._who, _WHO_WIDTH - 8)

    def plate(self, line: QRectF) -> QRectF | None:
        """Return where the plate stands; a narrow line has none."""
        if line.width() < _NARROW:
            return None
        return _part(line, self._who + _WHO_WIDTH, _PLATE_WIDTH - 8)

    def what(self, line: QRectF) -> QRectF:
        """Return where a line says what it is about."""
        left = self._who + _WHO_WIDTH + (_PLATE_WIDTH if self.plate(line) else 0)
        return _part(line, left, line.width() - left - self._verb - 8)

    def verb(self, line: QRectF) -> QRectF:
        """Return where the verb stands."""
        return _part(line, line.width() - self._verb, self._verb - _END)


def _part(line: QRectF, left: float, width: float) -> QRectF:
    return QRectF(line.left() + left, line.top(), width, line.height())
