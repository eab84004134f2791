"""Puts one line of measured text on the canvas: pieces of even spacing, ticks and underlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reports.styles import Look, color

if TYPE_CHECKING:
    from reports.paragraph.breaking import Line
    from reports.paragraph.measured import Measured

_SHIFT = {"center": 0.5, "right": 1.0}
_EVEN = 1e-3
_TICKED = "☑"  # drawn as an empty box with a tick over it


class Piece(NamedTuple):
    """text[start:end] in one format, from ``x`` on, its characters ``space`` apart."""

    x: float
    start: int
    end: int
    space: float


def pieces_of(measured: Measured, line: Line) -> list[Piece]:
    """Return the line as few pieces as possible."""
    if line.end <= line.start:
        return []
    look = measured.look
    slack, stretch, squeeze = _fit(measured, line, look)
    x = look.left + line.indent - measured.lead[line.start] + slack * _SHIFT.get(look.align, 0.0)
    pieces: list[Piece] = []
    for place in range(line.start, line.end):
        extra = 0.0
        if place > line.start:
            extra = (
                measured.gap[place]
                + measured.flex[place] * stretch
                - measured.give[place] * squeeze
            )
        x += extra
        _append(pieces, measured, place, x, extra)
        x += measured.width[place]
    return pieces


def _fit(measured: Measured, line: Line, look: Look) -> tuple[float, float, float]:
    """Return (room left over, stretch per place, share of what can be squeezed)."""
    slack = line.room - measured.natural(line.start, line.end)
    given = measured.givable(line.start, line.end)
    if slack < 0:
        return 0.0, 0.0, min(1.0, -slack / given) if given else 0.0
    places = measured.places(line.start, line.end)
    if look.align != "justify" or line.last or slack > places * look.stretch * look.size:
        return slack, 0.0, 0.0
    return slack, slack / places if places else 0.0, 0.0


def _append(pieces: list[Piece], measured: Measured, place: int, x: float, extra: float) -> None:
    """Lengthen the last piece when format and spacing go on, else start another."""
    if pieces and _goes_on(measured, place):
        last = pieces[-1]
        alone = last.end - last.start == 1
        if alone or abs(extra - last.space) < _EVEN:
            pieces[-1] = last._replace(end=place + 1, space=extra)
            return
    pieces.append(Piece(x, place, place + 1, 0.0))


def _goes_on(measured: Measured, place: int) -> bool:
    """Tell whether a character continues a piece; a ticked box ends one, for its tick follows."""
    same = measured.format[place] is measured.format[place - 1]
    return same and measured.text[place - 1] != _TICKED


def draw_line(canvas: Any, measured: Measured, line: Line, base: float) -> None:
    """Draw one line with its base line at ``base``."""
    pieces = pieces_of(measured, line)
    if not pieces:
        return
    words = canvas.beginText()
    for piece in pieces:
        drawn = measured.format[piece.start]
        words.setTextOrigin(piece.x, base)
        words.setFont(drawn.font, drawn.size)
        words.setFillColor(color(drawn.color))
        words.setCharSpace(piece.space)
        words.textOut(measured.ink[piece.start : piece.end].replace("\u00a0", " "))
        if measured.text[piece.end - 1] == _TICKED:
            x = piece.x + _width(measured, piece, piece.end - 1)
            words.setTextOrigin(x + 0.16 * drawn.size, base + 0.04 * drawn.size)
            words.setFont(drawn.font, drawn.size * 1.1)
            words.textOut("✓")
    words.setCharSpace(0)  # it would outlive the text object
    canvas.drawText(words)
    for piece, follower in zip(pieces, [*pieces[1:], None], strict=True):
        if measured.format[piece.start].underline:
            _underline(canvas, measured, line, piece, follower, base)


def _width(measured: Measured, piece: Piece, end: int) -> float:
    """Return how far text[piece.start:end] reaches from the start of its piece."""
    return sum(measured.width[piece.start : end]) + piece.space * (end - piece.start)


def _underline(
    canvas: Any,
    measured: Measured,
    line: Line,
    piece: Piece,
    follower: Piece | None,
    base: float,
) -> None:
    drawn = measured.format[piece.start]
    start = piece.x + (measured.lead[piece.start] if piece.start == line.start else 0.0)
    stop = piece.x + _width(measured, piece, piece.end) - piece.space
    if follower and measured.format[follower.start].underline:
        stop = follower.x
    else:
        stop -= measured.tail[piece.end - 1]
    canvas.setStrokeColor(color(drawn.color))
    canvas.setLineWidth(max(0.5, drawn.size * 0.05))
    canvas.line(start, base - 0.18 * drawn.size, stop, base - 0.18 * drawn.size)
