"""A page that scrolls: as high as its wrapped texts need at the width it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Scrolled(QScrollArea):
    """Scrolls up and down only; its content never squeezes texts of several lines."""

    def __init__(self) -> None:
        """Begin without content."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, inner: QWidget) -> None:
        """Scroll ``inner``."""
        super().setWidget(inner)
        inner.installEventFilter(self)
        self.fit()

    def fit(self) -> None:
        """Give the content the height its layout needs at this width."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is not None and layout.hasHeightForWidth():
            inner.setMinimumHeight(layout.totalHeightForWidth(self.viewport().width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a content that changed."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow another width."""
        super().resizeEvent(event)
        self.fit()
