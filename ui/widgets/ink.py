"""Painted text: one line in a font and role, shortened with … where it does not fit."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.shell.theme import font, roles

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter


@cache
def metrics(size: str = "body", *, bold: bool = False, halt: bool = False) -> QFontMetricsF:
    """Return the metrics of a font of the look."""
    return QFontMetricsF(font(size, bold=bold, halt=halt))


def text_width(text: str, size: str = "body", *, bold: bool = False, halt: bool = False) -> float:
    """Return how wide ``text`` is on one line."""
    return metrics(size, bold=bold, halt=halt).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    size: str = "body",
    role: str = "text",
    bold: bool = False,
    halt: bool = False,
    align: Qt.AlignmentFlag = LEFT,
) -> bool:
    """Draw one line; return whether all of it fitted."""
    measured = metrics(size, bold=bold, halt=halt)
    fits = measured.horizontalAdvance(text) <= rect.width() + 0.5
    shown = text
    if not fits:
        shown = measured.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font(size, bold=bold, halt=halt))
    painter.setPen(roles[role])
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)
    return fits


def paint_ground(painter: QPainter, rect: QRectF, role: str, radius: float) -> None:
    """Fill a rounded rectangle in the colour of a role."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(roles[role])
    painter.drawRoundedRect(rect, radius, radius)


def paint_outline(
    painter: QPainter, rect: QRectF, role: str, radius: float, *, width: float = 1
) -> None:
    """Draw a rounded outline inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(roles[role], width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 6) -> None:
    """Draw the two pixel focus ring inside ``rect``, so nothing shifts."""
    paint_outline(painter, rect, "focus", radius, width=2)
