"""The receipt at the foot of a dispatch slip and the line along which it is torn off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

from reports.fonts import REGULAR
from reports.paragraph import say
from reports.parts.places import Blank, fill_line
from reports.styles import CELL, MEASURE, SOFT, Look, color

if TYPE_CHECKING:
    from reports.voice import Voice

_HEAD = Look(size=11, leading=15, bold=True, align="left")


class CutLine(Flowable):  # type: ignore[misc]
    """A dashed line with words in its middle."""

    def __init__(self, words: str) -> None:
        """Cut along ``words``."""
        super().__init__()
        self.words = words
        self.width, self.height = MEASURE, 34.0

    def draw(self) -> None:
        """Draw the line."""
        canvas, middle = self.canv, MEASURE / 2
        canvas.setStrokeColor(color(SOFT))
        canvas.setDash(4, 3)
        canvas.setLineWidth(0.6)
        half = canvas.stringWidth(self.words, REGULAR, 8.5) / 2 + 16
        canvas.line(0, 15, middle - half, 15)
        canvas.line(middle + half, 15, MEASURE, 15)
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(color(SOFT))
        canvas.drawCentredString(middle, 12, self.words)


class TornReceipt(Flowable):  # type: ignore[misc]
    """What the department signs and gives back."""

    def __init__(self, facts: str, voice: Voice) -> None:
        """Bear the facts of the slip."""
        super().__init__()
        self.facts, self.voice = facts, voice
        self.width, self.height = MEASURE, 62.0

    def draw(self) -> None:
        """Draw head, sentence and the lines to fill in."""
        canvas, voice = self.canv, self.voice
        head = voice("Receipt")
        say(canvas, 0, 46, head, _HEAD)
        indent = canvas.stringWidth(head, REGULAR, 11) + 16
        say(canvas, indent, 46, self.facts, CELL, MEASURE - indent)
        sentence = voice(
            "Our department has received this order and knows its deadline. If it cannot be kept,"
            " we say so in writing at least 2 hours before."
        )
        say(canvas, 0, 27, sentence, CELL)
        fill_line(canvas, 0, 4, self._blanks())

    def _blanks(self) -> list[Blank]:
        voice = self.voice
        if not voice.is_chinese:
            return [(voice("Department"), 110), (voice("Taken by"), 110), (voice("Time"), 90)]
        return [
            (voice("Taking department"), 96),
            (voice("Taken by"), 92),
            (voice("Time"), 26),
            (voice("(month)"), 20),
            (voice("(day)"), 20),
            (voice("(hour)"), 20),
            (voice("(minute)"), 0),
        ]
