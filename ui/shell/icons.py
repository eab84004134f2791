"""Icons of the Fluent family, drawn in the colour of a role at the asked size and cached."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources

from .roles import roles


@cache
def _source(name: str, filled: bool) -> str:
    form = "filled" if filled else "regular"
    file = resources.path(f"icons/fluent/{name}_20_{form}.svg")
    return file.read_text(encoding="utf-8")


def svg_text(name: str, colour: str, *, filled: bool = False) -> str:
    """Return the SVG of an icon with its paths filled in ``colour``."""
    return _source(name, filled).replace("<path ", f'<path fill="{colour}" ')


def icon_pixmap(
    name: str, role: str, side: float, ratio: float, *, filled: bool = False
) -> QPixmap:
    """Return an icon as a pixmap of ``side`` logical pixels for a screen of ``ratio``."""
    colour = roles[role].name()
    key = f"icon/{name}/{filled}/{colour}/{side:g}@{ratio:g}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(QSize(1, 1) * max(1, round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg = QByteArray(svg_text(name, colour, filled=filled).encode())
    QSvgRenderer(svg).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def paint_icon(
    painter: QPainter, rect: QRectF, name: str, role: str = "text2", *, filled: bool = False
) -> None:
    """Draw an icon into the square at the left of ``rect``, centred vertically."""
    side = min(rect.width(), rect.height())
    square = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    ratio = painter.device().devicePixelRatioF()
    pixmap = icon_pixmap(name, role, side, ratio, filled=filled)
    painter.drawPixmap(square, pixmap, QRectF(pixmap.rect()))


class RoleIcon(QIconEngine):
    """An icon that takes the colour of its role when it is drawn, so it follows the theme."""

    def __init__(self, name: str, role: str, filled: bool) -> None:
        """Name the icon, the role of its colour and its form."""
        super().__init__()
        self._name, self._role, self._filled = name, role, filled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into ``rect``; a disabled icon takes the disabled ink."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        paint_icon(painter, QRectF(rect), self._name, role, filled=self._filled)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing for a plain screen."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the drawing for a screen of ``scale``; a wide size leaves room at the right."""
        pixmap = QPixmap((QSizeF(size) * scale).toSize())
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> RoleIcon:
        """Return a copy for Qt's copy on write."""
        return RoleIcon(self._name, self._role, self._filled)


_engines: list[RoleIcon] = []


@cache
def icon(name: str, role: str = "text2", *, filled: bool = False) -> QIcon:
    """Return an icon for buttons and menus; its engine is kept alive with it."""
    engine = RoleIcon(name, role, filled)
    _engines.append(engine)
    return QIcon(engine)


@cache
def app_icon() -> QIcon:
    """Return the program's own sign: a speech bubble with a tick."""
    return QIcon(str(resources.path("icons/kesutong.svg")))
