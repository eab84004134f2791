"""Text with its widths: what stands before each character, may be squeezed or stretched there.

Three lists say all there is to say about the place *before* character ``i``: ``gap`` is always
added (autospace) or taken away (two marks in a row), ``give`` is how much more may be taken away
to pull one more word into the line, ``flex`` its share when a line is stretched (0 wherever a
line may not break either). A line is then only a pair (start, end) and its width a difference.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfmetrics import getFont

from reports.cjkrules import (
    CLOSING,
    ENDING,
    OPENING,
    PLATE,
    SPACES,
    atoms_of,
    clean,
    is_han,
    is_latin,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.styles import Look, Run

_FULL = 0.9  # of an em: from here on a mark carries a blank half
_BOXES = str.maketrans("☐☑", "□□")  # the faces lack these two; a tick is laid over the box


class Format(NamedTuple):
    """How one character is drawn."""

    font: str
    size: float
    color: str
    underline: bool


class Measured:
    """The characters of a paragraph and the room each of them takes."""

    def __init__(self, runs: Sequence[Run], look: Look) -> None:
        """Measure runs in the given look."""
        self.look = look
        self._collect(runs)
        count = len(self.text)
        self.width = [0.0] * count
        self.lead = [0.0] * count  # blank inside a mark, before its ink
        self.tail = [0.0] * count  # blank inside a mark, after its ink
        self.gap = [0.0] * (count + 1)
        self.give = [0.0] * (count + 1)
        self._plates = {m.start() + 1 for m in PLATE.finditer(self.text)}
        for place, char in enumerate(self.ink):
            self._own_room(place, char)
            if place:
                self._room_before(place, char, self.ink[place - 1])
        self._sum_up(count)

    def _collect(self, runs: Sequence[Run]) -> None:
        face, texts = self.look.face, []
        self.format: list[Format] = []
        for run in runs:
            texts.append(clean(run.text))
            bold = run.bold or self.look.bold
            drawn = Format(
                face.bold if bold else face.regular,
                run.size or self.look.size,
                run.color or self.look.color,
                run.underline,
            )
            self.format += [drawn] * len(texts[-1])
        self.text = "".join(texts)
        self.ink = self.text.translate(_BOXES)

    def _own_room(self, place: int, char: str) -> None:
        font, em = self.format[place][:2]
        width = 0.0 if char == "\n" else getFont(font).face.getCharWidth(ord(char)) * em / 1000
        self.width[place] = width
        if width <= _FULL * em:
            return
        if char in OPENING:
            self.lead[place] = em / 2
        elif char in ENDING:
            self.tail[place] = em / 2
        elif char == "·":  # half width everywhere: 粤B·D12345
            self.gap[place] -= em / 4
            self.gap[place + 1] -= em / 4

    def _room_before(self, place: int, char: str, prev: str) -> None:
        em, lead, tail = self.format[place].size, self.lead[place], self.tail[place - 1]
        space = self.look.autospace * em
        if tail:
            if lead or char in ENDING:  # ）（ keeps one blank, ）。 none
                self.gap[place] -= min(tail, lead or em)
            elif prev in CLOSING:
                self.give[place] = tail / 2
        elif lead and prev in OPENING:
            self.gap[place] -= lead
        elif lead:
            self.give[place] = lead / 2
        elif char == prev == "—":
            self.gap[place] -= max(0.0, em - self.width[place])  # both halves are one stroke
        elif self._meets_latin(place, char, prev):
            self.gap[place] += space
            self.give[place] = space / 2
        elif prev == " ":
            self.give[place] = self.width[place - 1] / 4

    def _meets_latin(self, place: int, char: str, prev: str) -> bool:
        if is_latin(char) and is_han(prev):
            return place not in self._plates
        return is_han(char) and is_latin(prev)

    def _sum_up(self, count: int) -> None:
        self.atoms = atoms_of(self.text)
        self.flex = [0] * (count + 1)
        for start, _ in self.atoms:
            if self.text[start] not in SPACES:
                self.flex[start] = 2 if start and self.text[start - 1] == " " else 1
        pairs = zip(self.gap, self.width, strict=False)
        ends = list(accumulate((g + w for g, w in pairs), initial=0.0))
        self.at = [ends[k] + self.gap[k] for k in range(count)]  # on an endless line
        self.sum_give = list(accumulate(self.give))
        self.sum_flex = list(accumulate(self.flex))

    def natural(self, start: int, end: int) -> float:
        """Return the width of a line; the outer blanks of marks at its ends do not count."""
        if end <= start:
            return 0.0
        last = end - 1
        outer = self.lead[start] + self.tail[last]
        return self.at[last] + self.width[last] - self.at[start] - outer

    def givable(self, start: int, end: int) -> float:
        """Return how much a line can be squeezed."""
        return self.sum_give[end - 1] - self.sum_give[start]

    def places(self, start: int, end: int) -> int:
        """Return the shares into which the stretching of a line is divided."""
        return self.sum_flex[end - 1] - self.sum_flex[start]

    def largest(self, start: int, end: int) -> float:
        """Return the largest size in a line, 0 when it is empty."""
        return max((drawn.size for drawn in self.format[start:end]), default=0.0)
