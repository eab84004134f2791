"""Badges: the level, the state of a case and plain tags, each colour, word and shape at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.icons import paint_icon
from ui.shell.theme import HEIGHT, RADIUS, roles

from .ink import CENTRE, paint_ground, paint_outline, paint_text, text_width

if TYPE_CHECKING:
    from resources.texts import Texts

LEVEL_WORDS = {1: "Slight", 2: "Ordinary", 3: "Raised", 4: "Serious", 5: "Crisis"}
HUES = {
    "accent": ("accent_text", "accent_soft"),
    "ok": ("ok", "ok_soft"),
    "warn": ("warn", "warn_soft"),
    "danger": ("danger", "danger_soft"),
    "quiet": ("text3", "sunken"),
    "plain": ("text2", "sunken"),
}
_BEFORE_WORD, _AFTER_WORD = 22, 8


class TagLook(NamedTuple):
    """What a tag shows: a word, its hue (accent, ok, warn, danger, quiet, plain) and an icon."""

    text: str
    hue: str = "accent"
    icon: str = ""


def level_word(texts: Texts, level: int) -> str:
    """Return the word of a level in the language of the window."""
    return texts("widgets", LEVEL_WORDS[level])


def circled(number: int) -> str:
    """Return the circled digit of a stage, ① to ⑨."""
    return chr(ord("①") + number - 1)


def paint_level_shape(
    painter: QPainter, centre: QPointF, level: int, role: str, radius: float = 4.5
) -> None:
    """Draw the shape of a level: ring, disc, triangle, diamond, square with a !."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(roles[role])
    match level:
        case 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(roles[role], 1.5))
            painter.drawEllipse(centre, radius - 1, radius - 1)
        case 2:
            painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        case 3:
            painter.drawPolygon(_triangle(centre, radius))
        case 4:
            painter.drawPolygon(_diamond(centre, radius + 0.8))
        case _:
            painter.drawPath(_square_with_mark(centre, radius + 1))


def _triangle(centre: QPointF, reach: float) -> QPolygonF:
    half, down = reach + 0.5, reach - 0.5
    corners = ((0, -reach), (half, down), (-half, down))
    return QPolygonF([centre + QPointF(*corner) for corner in corners])


def _diamond(centre: QPointF, reach: float) -> QPolygonF:
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([centre + QPointF(*corner) for corner in corners])


def _square_with_mark(centre: QPointF, reach: float) -> QPainterPath:
    """Return a square out of which the stroke and the point of a ! are cut."""
    x, y = centre.x(), centre.y()
    path = QPainterPath()
    path.addRoundedRect(QRectF(x - reach, y - reach, 2 * reach, 2 * reach), 2, 2)
    path.addRect(QRectF(x - 0.8, y - reach * 0.62, 1.6, reach * 0.75))
    path.addRect(QRectF(x - 0.8, y + reach * 0.36, 1.6, 1.6))
    return path


def level_width(word: str) -> float:
    """Return the width of a level badge with this word."""
    return text_width(word, "caption", bold=True) + _BEFORE_WORD + _AFTER_WORD


def paint_level(painter: QPainter, left: float, middle: float, level: int, word: str) -> float:
    """Draw a level badge centred on the height ``middle``; return its width."""
    height, width = HEIGHT["badge"], level_width(word)
    rect = QRectF(left, middle - height / 2, width, height)
    role = f"level{level}"
    paint_ground(painter, rect, f"{role}_soft", RADIUS["small"])
    paint_level_shape(painter, QPointF(left + 12, middle), level, role)
    inner = rect.adjusted(_BEFORE_WORD, 0, 0, 0)
    paint_text(painter, inner, word, size="caption", role=role, bold=True)
    return width


def state_text(stage: int, word: str) -> str:
    """Return the words of a state badge: ④ 协商中."""
    return f"{circled(stage)} {word}"


def paint_state(painter: QPainter, left: float, middle: float, stage: int, word: str) -> float:
    """Draw a state badge; the circled number of the stage is its shape. Return its width."""
    text = state_text(stage, word)
    height, width = HEIGHT["badge"], text_width(text, "caption") + 18
    rect = QRectF(left, middle - height / 2, width, height)
    paint_outline(painter, rect, "border_strong", RADIUS["small"])
    paint_text(painter, rect, text, size="caption", role="text2", align=CENTRE)
    return width


def tag_width(look: TagLook) -> float:
    """Return the width of a tag."""
    return text_width(look.text, "caption") + (30 if look.icon else 14)


def paint_tag(painter: QPainter, left: float, middle: float, look: TagLook) -> float:
    """Draw a tag: a plain word on a soft ground; return its width."""
    ink, ground = HUES[look.hue]
    height, width = HEIGHT["badge"], tag_width(look)
    rect = QRectF(left, middle - height / 2, width, height)
    paint_ground(painter, rect, ground, RADIUS["small"])
    if look.icon:
        square = QRectF(left + 6, middle - 7, 14, 14)
        paint_icon(painter, square, look.icon, ink, filled=True)
    inner = rect.adjusted(23 if look.icon else 7, 0, 0, 0)
    paint_text(painter, inner, look.text, size="caption", role=ink)
    return width


class _Badge(QWidget):
    """What the badges share: a fixed size and a name for screen readers."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _take(self, width: float, spoken: str) -> None:
        self.setFixedSize(QSize(int(width + 0.99), HEIGHT["badge"]))
        self.setAccessibleName(spoken)
        self.update()


class LevelBadge(_Badge):
    """The level of a case."""

    def __init__(self, texts: Texts, level: int, *, name: str = "") -> None:
        """Show ``level``, 1 to 5."""
        super().__init__(name)
        self._texts = texts
        self.set_level(level)

    def set_level(self, level: int) -> None:
        """Show another level."""
        self.level, self._word = level, level_word(self._texts, level)
        spoken = self._texts("widgets", "Level {word}", word=self._word)
        self._take(level_width(self._word), spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        paint_level(QPainter(self), 0, self.height() / 2, self.level, self._word)


class StateBadge(_Badge):
    """The state of a case with the number of its stage."""

    def __init__(self, stage: int, word: str, *, name: str = "") -> None:
        """Show the state ``word`` of stage number ``stage``."""
        super().__init__(name)
        self.set_state(stage, word)

    def set_state(self, stage: int, word: str) -> None:
        """Show another state."""
        self._stage, self._word = stage, word
        text = state_text(stage, word)
        self._take(text_width(text, "caption") + 18, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        paint_state(QPainter(self), 0, self.height() / 2, self._stage, self._word)


class Tag(_Badge):
    """A word on a soft ground: 大客户, 首选, 待签回."""

    def __init__(self, text: str, hue: str = "accent", *, icon: str = "", name: str = "") -> None:
        """Show ``text`` in a hue of :data:`HUES`."""
        super().__init__(name)
        self.set_look(TagLook(text, hue, icon))

    def set_look(self, look: TagLook) -> None:
        """Show another word or hue."""
        self.look = look
        self._take(tag_width(look), look.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag."""
        paint_tag(QPainter(self), 0, self.height() / 2, self.look)
