"""Where the lines of a paragraph end: greedy, but never worse than squeezing one word more in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reports.cjkrules import NO_END, NO_START, SPACES

if TYPE_CHECKING:
    from reports.paragraph.measured import Measured

TINY = 1e-6
_BACK = 12  # characters a cut inside an overlong word may retreat to find a lawful place
_LONG_ENOUGH, _MAY_LOSE = 8, 3  # characters left in, and taken from, the line above a lonely one


class Line(NamedTuple):
    """A line of text[start:end] in its room; ``last`` lines are never stretched."""

    start: int
    end: int
    room: float
    indent: float
    last: bool


class Breaker:
    """Breaks measured text into lines of a given width."""

    def __init__(self, measured: Measured, width: float, indent: float) -> None:
        """Break into ``width``; the very first line starts ``indent`` further right."""
        self.measured, self.full, self.indent = measured, width, indent
        self.lines: list[Line] = []
        self.start: int | None = None  # of the open line, None between lines
        self.end = 0

    def run(self) -> list[Line]:
        """Return the lines; there is always at least one."""
        text = self.measured.text
        for start, end in self.measured.atoms:
            if text[start] == "\n":
                self._hard_break(start)
            elif text[start] not in SPACES or self._keeps_space():
                self._take(start, end)
        if self.start is not None:
            self._close(self.start, self.end, last=True)
        elif not self.lines:
            self._close(len(text), len(text), last=True)
        self._comfort_lonely_character()
        return self.lines

    def _keeps_space(self) -> bool:
        """Spaces count only at the head of a paragraph; elsewhere a following word brings them."""
        return self.start is None and (not self.lines or self.lines[-1].last)

    def _room(self) -> tuple[float, float]:
        indent = 0.0 if self.lines else self.indent
        return self.full - indent, indent

    def _close(self, start: int, end: int, *, last: bool = False) -> None:
        room, indent = self._room()
        self.lines.append(Line(start, end, room, indent, last))

    def _hard_break(self, place: int) -> None:
        start = place if self.start is None else self.start
        self._close(start, place if self.start is None else self.end, last=True)
        self.start = None

    def _take(self, start: int, end: int) -> None:
        if self.start is not None:
            if self._fits(self.start, end):
                self.end = end
                return
            self._close(self.start, self.end)
        self.start, self.end = self._cut_overlong(start, end), end

    def _fits(self, start: int, end: int) -> bool:
        """Tell whether a word ends inside, or is pulled in with less harm than it is pushed out."""
        room, _ = self._room()
        over = self.measured.natural(start, end) - room
        slack = room - self.measured.natural(start, self.end)
        return over <= TINY or (over < slack and over <= self.measured.givable(start, end))

    def _cut_overlong(self, start: int, end: int) -> int:
        """Cut a word that is wider than a whole line; return where its last part starts."""
        while end - start > 1 and self.measured.natural(start, end) > self._room()[0] + TINY:
            cut = self._lawful_cut(start, self._farthest(start, end))
            self._close(start, cut)
            start = cut
        return start

    def _farthest(self, start: int, end: int) -> int:
        limit = self._room()[0] + TINY
        places = range(end - 1, start, -1)
        return next((k for k in places if self.measured.natural(start, k) <= limit), start + 1)

    def _lawful_cut(self, start: int, farthest: int) -> int:
        text = self.measured.text
        for place in range(farthest, max(start, farthest - _BACK), -1):
            if text[place] not in NO_START and text[place - 1] not in NO_END:
                return place
        return farthest

    def _comfort_lonely_character(self) -> None:
        """Give a last line of a single character a neighbour from the line above."""
        lines = self.lines
        if len(lines) <= 1 or lines[-2].last or not self._is_lonely(lines[-1]):
            return
        above, low = lines[-2], lines[-1]
        cut = next((a for a, b in reversed(self.measured.atoms) if b <= above.end), 0)
        short = cut - above.start < _LONG_ENOUGH or above.end - cut > _MAY_LOSE
        if short or self.measured.natural(cut, low.end) > low.room:
            return
        end = len(self.measured.text[:cut].rstrip(" \u3000"))
        lines[-2:] = [above._replace(end=end), low._replace(start=cut)]

    def _is_lonely(self, line: Line) -> bool:
        words = self.measured.text[line.start : line.end]
        return sum(c not in NO_START and c not in NO_END for c in words) <= 1
