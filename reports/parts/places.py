"""Lines to write on and places, in true size, for a seal or a fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportlab.platypus.flowables import Flowable

from reports.fonts import REGULAR
from reports.styles import GRID, INK, color

if TYPE_CHECKING:
    from reports.voice import Voice

Blank = tuple[str, float]  # words, and the length of the line after them (0: none)
Placed = tuple[float, Sequence[Blank]]


def fill_line(canvas: Any, x: float, y: float, blanks: Sequence[Blank], size: float = 10) -> None:
    """Draw words and the lines behind them, from ``x`` on at height ``y``."""
    canvas.setStrokeColor(color(INK))
    canvas.setFillColor(color(INK))
    canvas.setLineWidth(0.5)
    for words, length in blanks:
        canvas.setFont(REGULAR, size)
        canvas.drawString(x, y, words)
        x += canvas.stringWidth(words, REGULAR, size) + 3 if words else 0
        if length:
            canvas.line(x, y - 2.5, x + length, y - 2.5)
            x += length + 4


def date_blanks(voice: Voice, *, year: float = 32, part: float = 18) -> list[Blank]:
    """Return the blanks of a date."""
    if not voice.is_chinese:
        return [(voice("Date"), year + 2 * part)]
    return [
        (voice("Date"), year),
        (voice("(year)"), part),
        (voice("(month)"), part),
        (voice("(day)"), 0),
    ]


def time_blanks(voice: Voice, words: str, *, hour: float, minute: float) -> list[Blank]:
    """Return the blanks of a time of day."""
    return [(words, hour), (voice("(hour)"), minute), (voice("(minute)"), 0)]


def dashed_place(
    canvas: Any, x: float, y: float, wide: float, high: float, text: str, *, ring: bool = False
) -> None:
    """Draw a dashed ring or frame around its centre (x, y)."""
    canvas.saveState()
    canvas.setDash(1.5, 2)
    canvas.setStrokeColor(color(GRID))
    canvas.setLineWidth(0.6)
    if ring:
        canvas.circle(x, y, wide / 2)
    else:
        canvas.roundRect(x - wide / 2, y - high / 2, wide, high, 5)
    canvas.setFillColor(color(GRID))
    canvas.setFont(REGULAR, 8)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        canvas.drawCentredString(x, y + 4 * (len(lines) - 1) - 11 * number - 3, line)
    canvas.restoreState()


class Blanks(Flowable):  # type: ignore[misc]
    """Rows of blanks; each row is a list of (x, blanks), so that they stand in columns."""

    def __init__(self, rows: Sequence[Sequence[Placed]], step: float = 25) -> None:
        """Draw rows ``step`` apart."""
        super().__init__()
        self.rows, self.step = rows, step

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = avail_width, self.step * len(self.rows)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rows from the top."""
        y = self.height + 5
        for row in self.rows:
            y -= self.step
            for x, blanks in row:
                fill_line(self.canv, x, y, blanks)
