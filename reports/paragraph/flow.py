"""The paragraph as a reportlab flowable: wraps, splits between pages and draws itself."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from reportlab.platypus.flowables import Flowable

from reports.paragraph.breaking import TINY, Breaker, Line
from reports.paragraph.drawing import draw_line
from reports.paragraph.measured import Measured
from reports.styles import MEASURE, Look, Run, color

_TALLEST = 1.35  # leading of a line in units of its largest size
_ASCENT = 0.88  # of the em box above the base line
_LABEL_GAP = 5.0
_SMALLEST = 7.0
_SAME_WIDTH = 0.01  # points; lines broken once are handed on, not broken again

Words = str | Run | Sequence[str | Run]


def runs_of(words: Words) -> list[Run]:
    """Return words as a list of runs."""
    items = [words] if isinstance(words, str | Run) else words
    return [Run(item) if isinstance(item, str) else item for item in items]


class Para(Flowable):  # type: ignore[misc]
    """Words in a look; ``label`` is a clause number hung left of the first line."""

    def __init__(self, words: Words, look: Look, label: str = "") -> None:
        """Measure the words; they are data and never read as markup."""
        super().__init__()
        self.look, self.label = look, label
        self.spaceBefore, self.spaceAfter = look.before, look.after
        self.measured = Measured(runs_of(words), look)
        self.lines: list[Line] = []
        self.heights: list[float] = []
        self._broken_for = 0.0
        self._opens = True  # holds the first line of the paragraph

    @property
    def text(self) -> str:
        """The words without their formats."""
        return self.measured.text

    def _heights_of(self, lines: list[Line]) -> list[float]:
        look, measured = self.look, self.measured
        sizes = (measured.largest(line.start, line.end) for line in lines)
        return [max(look.leading, _TALLEST * size) for size in sizes]

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Break into lines of the given width and return the room they take."""
        if abs(self._broken_for - avail_width) > _SAME_WIDTH:
            look = self.look
            indent = look.indent * look.size if self._opens else 0.0
            width = avail_width - look.left - look.right
            self.lines = Breaker(self.measured, width, indent).run()
            self.heights = self._heights_of(self.lines)
            self._broken_for = avail_width
        self.width, self.height = avail_width, sum(self.heights)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Para]:
        """Divide into two paragraphs, leaving no lonely line on either side."""
        self.wrap(avail_width, avail_height)
        tops = accumulate(self.heights)
        fit = sum(used <= avail_height + TINY for used in tops)
        if fit == len(self.lines):
            return [self]
        fit = min(fit, len(self.lines) - self.look.widows)
        if fit < max(1, self.look.orphans):
            return []
        return self._divide(fit)

    def chop(self, avail_width: float, height: float) -> list[Para]:
        """Divide into as many parts as parts of ``height`` are needed."""
        parts: list[Para] = []
        rest = self
        while len(halves := rest.split(avail_width, height)) > 1:
            parts.append(halves[0])
            rest = halves[1]
        return [*parts, rest]

    def _divide(self, fit: int) -> list[Para]:
        head, rest = copy.copy(self), copy.copy(self)
        head.lines, rest.lines = self.lines[:fit], self.lines[fit:]
        head.heights, rest.heights = self.heights[:fit], self.heights[fit:]
        head.spaceAfter = rest.spaceBefore = 0
        rest.__dict__.pop("_postponed", None)  # reportlab's note that the whole did not fit
        rest.label, rest._opens = "", False  # noqa: SLF001
        return [head, rest]

    def draw(self) -> None:
        """Draw all lines, from the top."""
        top = self.height
        for number, (line, tall) in enumerate(zip(self.lines, self.heights, strict=True)):
            size = self.measured.largest(line.start, line.end) or self.look.size
            base = top - (tall - size) / 2 - _ASCENT * size
            if number == 0 and self.label:
                self._draw_label(base)
            draw_line(self.canv, self.measured, line, base)
            top -= tall

    def _draw_label(self, base: float) -> None:
        look = self.look
        self.canv.setFont(look.face.bold if look.bold else look.face.regular, look.size)
        self.canv.setFillColor(color(look.color))
        self.canv.drawRightString(look.left - _LABEL_GAP, base, self.label)


def fitted(words: str, look: Look, width: float) -> Look:
    """Return the look, smaller if the words would not fit into one line of ``width``."""
    while look.size > _SMALLEST and Measured([Run(words)], look).natural(0, len(words)) > width:
        look = replace(look, size=look.size - 0.5)
    return look


def say(canvas: Any, x: float, y: float, words: Words, look: Look, width: float = MEASURE) -> None:
    """Draw one paragraph at a fixed place; ``y`` is the base line of its first line."""
    para = Para(words, look)
    _, height = para.wrap(width, 0)
    para.drawOn(canvas, x, y - height + (look.leading - look.size) / 2 + _ASCENT * look.size)
