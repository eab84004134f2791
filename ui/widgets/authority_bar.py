"""The authority bar: how far my limit reaches, and who must approve what the option costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import roles

from .ink import paint_text, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP, _THICK = 22, 10
_LEAST = 0.06
"""How far into its step the pin stands at least."""


class AuthorityStep(NamedTuple):
    """One rung: who decides, the limit in words, and the limit in fen (None is without limit)."""

    who: str
    words: str
    limit: int | None


class AuthorityBar(QWidget):
    """Equal steps; filled up to the cost, hatched beyond my own limit, a pin with a sentence."""

    def __init__(self, *, name: str = "") -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(54)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps: Sequence[AuthorityStep] = ()
        self._cost, self._mine, self._sentence = 0, -1, ""
        self._needed: int | None = None

    def show_cost(
        self,
        steps: Sequence[AuthorityStep],
        *,
        mine: int,
        cost: int,
        sentence: str,
        needed: int | None = None,
    ) -> None:
        """Show ``cost`` (fen) on the ladder; ``mine`` is the index of my own step, -1 for none.

        ``needed`` is the step that decides when more than the cost alone counts.
        """
        self._steps, self._mine, self._cost, self._sentence = steps, mine, cost, sentence
        self._needed = needed
        self.setAccessibleName(sentence)
        self.setProperty("beyond", "true" if self.needed() > mine else "false")
        self.update()

    def needed(self) -> int:
        """Return the index of the step that may decide the cost."""
        if self._needed is not None:
            return self._needed
        for index, step in enumerate(self._steps):
            if step.limit is None or self._cost <= step.limit:
                return index
        return len(self._steps) - 1

    def reach(self) -> float:
        """Return where the cost stands on the bar, 0 to 1: even steps, linear within a step."""
        if not self._steps or self._cost <= 0:
            return 0.0
        index = self.needed()
        below = self._steps[index - 1].limit or 0 if index else 0
        limit = self._steps[index].limit
        inner = 0.5 if limit is None else (self._cost - below) / max(1, limit - below)
        return (index + min(1.0, max(_LEAST, inner))) / len(self._steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar, names and pin."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        for index, step in enumerate(self._steps):
            self._paint_step(painter, index, step)
        self._paint_pin(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        whole = QRectF(0, _TOP, self.width(), _THICK)
        mine = self.width() / len(self._steps) * (self._mine + 1)
        cost = self.width() * self.reach()
        clip = QPainterPath()
        clip.addRoundedRect(whole, _THICK / 2, _THICK / 2)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(whole, roles["pressed"])
        painter.fillRect(QRectF(0, _TOP, min(cost, mine), _THICK), roles["accent_text"])
        if cost > mine:
            self._paint_hatch(painter, QRectF(mine, _TOP, cost - mine, _THICK))
        painter.restore()

    @staticmethod
    def _paint_hatch(painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, roles["warn_soft"])
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(roles["warn_mark"], 2))
        x = rect.left() - 10
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + 12, rect.top() - 1))
            x += 7

    def _paint_step(self, painter: QPainter, index: int, step: AuthorityStep) -> None:
        wide = self.width() / len(self._steps)
        left = index * wide
        if index:
            painter.setPen(QPen(roles["card"], 2))
            painter.drawLine(QPointF(left, _TOP), QPointF(left, _TOP + _THICK))
        matters = index in (self._mine, self.needed())
        name = QRectF(left, _TOP + 13, wide - 6, 17)
        role = "text" if matters else "text3"
        paint_text(painter, name, step.who, size="caption", role=role, bold=matters)
        used = text_width(step.who, "caption", bold=matters) + 6
        if used + text_width(step.words, "caption") <= wide:
            rest = name.adjusted(used, 0, 6, 0)
            paint_text(painter, rest, step.words, size="caption", role="text3")

    def _paint_pin(self, painter: QPainter) -> None:
        x = self.width() * self.reach()
        role = "warn" if self.needed() > self._mine else "accent_text"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(roles[role])
        corners = ((x - 5, _TOP - 8), (x + 5, _TOP - 8), (x, _TOP - 1))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        wide = text_width(self._sentence, "caption", bold=True)
        left = max(0.0, min(x + 9, self.width() - wide - 2))
        rect = QRectF(left, 0, wide + 10, 14)
        paint_text(painter, rect, self._sentence, size="caption", role=role, bold=True)
