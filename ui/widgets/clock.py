"""Clocks: a ring that says how a promise stands, in a list line or in a tile."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import HEIGHT, roles

from .ink import paint_text, text_width


class ClockState(StrEnum):
    """How a promise stands; each state has its own shape."""

    DONE = "done"
    RUNNING = "running"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"
    NONE = "none"


class Clock(NamedTuple):
    """A clock to draw: its state, the part of the time that is used and its words."""

    state: ClockState
    part: float = 0.0
    text: str = ""


RING_ROLE = {
    ClockState.DONE: "ok",
    ClockState.RUNNING: "accent_text",
    ClockState.SOON: "warn_mark",
    ClockState.LATE: "danger",
    ClockState.PAUSED: "text3",
    ClockState.NONE: "disabled",
}
TEXT_ROLE = {
    ClockState.DONE: "text2",
    ClockState.RUNNING: "text",
    ClockState.SOON: "warn",
    ClockState.LATE: "danger",
    ClockState.PAUSED: "text3",
    ClockState.NONE: "text3",
}
LOUD = (ClockState.SOON, ClockState.LATE)
LIST_RING, TILE_RING = 14, 30
_QUARTER = 90 * 16


def paint_ring(painter: QPainter, rect: QRectF, state: ClockState, part: float = 0.0) -> None:
    """Draw the ring: disc with tick, arc, arc with dot, disc with !, two bars, dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state in (ClockState.DONE, ClockState.LATE):
        _paint_disc(painter, rect, state)
    elif state is ClockState.NONE:
        _paint_dash(painter, rect)
    else:
        _paint_arc(painter, rect, state, part)
    painter.restore()


def _round_pen(role: str, width: float) -> QPen:
    return QPen(
        roles[role],
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _paint_disc(painter: QPainter, rect: QRectF, state: ClockState) -> None:
    centre, side = rect.center(), rect.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(roles[RING_ROLE[state]])
    painter.drawEllipse(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen("card", max(1.5, side / 9)))
    if state is ClockState.DONE:
        tick = ((-0.21, 0.02), (-0.06, 0.17), (0.22, -0.15))
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) * side for x, y in tick]))
    else:
        painter.drawLine(centre + QPointF(0, -0.24) * side, centre + QPointF(0, 0.06) * side)
        painter.drawPoint(centre + QPointF(0, 0.25) * side)


def _paint_dash(painter: QPainter, rect: QRectF) -> None:
    half = QPointF(rect.width() * 0.22, 0)
    painter.setPen(_round_pen(RING_ROLE[ClockState.NONE], max(2.0, rect.width() / 7.5)))
    painter.drawLine(rect.center() - half, rect.center() + half)


def _paint_arc(painter: QPainter, rect: QRectF, state: ClockState, part: float) -> None:
    centre, side = rect.center(), rect.width()
    width = max(2.0, side / 7.5)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(roles["border"], width))
    painter.drawEllipse(inner)
    painter.setPen(_round_pen(RING_ROLE[state], width))
    if state is ClockState.PAUSED:
        for x in (-0.11, 0.11):
            painter.drawLine(centre + QPointF(x, -0.14) * side, centre + QPointF(x, 0.14) * side)
        return
    painter.drawArc(inner, _QUARTER, int(-4 * _QUARTER * max(0.0, min(1.0, part))))
    if state is ClockState.SOON:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(roles[RING_ROLE[state]])
        painter.drawEllipse(centre, side * 0.15, side * 0.15)


def paint_clock(painter: QPainter, rect: QRectF, clock: Clock) -> None:
    """Draw a ring and its words on one line, from the left of ``rect``."""
    top = rect.center().y() - LIST_RING / 2
    ring = QRectF(rect.left(), top, LIST_RING, LIST_RING)
    paint_ring(painter, ring, clock.state, clock.part)
    role, bold = TEXT_ROLE[clock.state], clock.state in LOUD
    words = rect.adjusted(20, 0, 0, 0)
    paint_text(painter, words, clock.text, size="caption", role=role, bold=bold)


class ListClock(QWidget):
    """Ring and words on one line."""

    def __init__(self, clock: Clock, *, name: str = "") -> None:
        """Show ``clock``."""
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_clock(clock)

    def set_clock(self, clock: Clock) -> None:
        """Show another state."""
        self.clock = clock
        self.setFixedSize(int(text_width(clock.text, "caption", bold=True)) + 22, 20)
        self.setAccessibleName(clock.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring and words."""
        paint_clock(QPainter(self), QRectF(self.rect()), self.clock)


class ClockTile(QWidget):
    """A large ring with what is promised, how long is left and, where there is room, until when."""

    def __init__(self, title: str, clock: Clock, note: str = "", *, name: str = "") -> None:
        """Show ``clock`` under ``title``; ``note`` is shown whole or not at all."""
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT["clock_tile"])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = title
        self.set_clock(clock, note)

    def set_clock(self, clock: Clock, note: str = "") -> None:
        """Show another state."""
        self.clock, self._note = clock, note
        self.setProperty("status", str(clock.state))
        spoken = " ".join(filter(None, (self._title, clock.text, note)))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Ask for the ring and the words; the note may go."""
        words = text_width(self.clock.text, "body", bold=True)
        wide = max(words, text_width(self._title, "caption"))
        return QSize(44 + int(wide), HEIGHT["clock_tile"])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, title, words and the note if it fits."""
        painter = QPainter(self)
        ring = QRectF(0, (self.height() - TILE_RING) / 2, TILE_RING, TILE_RING)
        paint_ring(painter, ring, self.clock.state, self.clock.part)
        wide = self.width() - 40.0
        paint_text(painter, QRectF(40, 3, wide, 18), self._title, size="caption", role="text3")
        words = QRectF(40, 21, wide, 20)
        paint_text(painter, words, self.clock.text, role=TEXT_ROLE[self.clock.state], bold=True)
        used = text_width(self.clock.text, "body", bold=True) + 8
        if used + text_width(self._note, "caption") <= wide:
            rest = words.adjusted(used, 0, 0, 0)
            paint_text(painter, rest, self._note, size="caption", role="text3")
