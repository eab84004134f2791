"""What is still missing before a step, each item a link to the place where it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.shell.tip import tip
from ui.widgets.ink import metrics
from ui.widgets.label import Glyph, label
from ui.widgets.layout import column, empty_layout, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from resources.texts import Texts

Item = tuple[str, str]
"""A sentence and the place it speaks of: a field or a list, by objectName."""

_PLACE = "leads-to"
_SIDES, _LEAST = 18, 80


class MissingList(QWidget):
    """A heading that counts and one link per item; hidden while nothing is missing."""

    jump_wanted = Signal(str)

    def __init__(
        self, texts: Texts, *, name: str = "missing", parent: QWidget | None = None
    ) -> None:
        """Make an empty list; the links are named ``<name>.1`` and so on."""
        super().__init__(parent)
        self.setObjectName(name)
        self._texts = texts
        self._head = label("", "warn", name=f"{name}.count", wrap=True)
        self._items = column(gap=4)
        mark = Glyph("warning", "warn", filled=True)
        self.setLayout(column(row(mark, (self._head, 1)), self._items, gap=6))
        self.hide()

    def show_missing(self, items: Sequence[Item], before: str = "") -> None:
        """List ``items``; ``before`` names the step they are needed for."""
        empty_layout(self._items)
        for number, (sentence, place) in enumerate(items, 1):
            self._items.addLayout(self._line(number, sentence, place))
        self._head.setText(self._heading(len(items), before))
        self.setVisible(bool(items))

    def _heading(self, count: int, before: str) -> str:
        if before:
            return self._texts("forms", "{count} missing before: {step}", count=count, step=before)
        return self._texts("forms", "{count} missing", count=count)

    def _line(self, number: int, sentence: str, place: str) -> QHBoxLayout:
        link = _Link(sentence, f"{self.objectName()}.{number}")
        link.setProperty(_PLACE, place)
        link.clicked.connect(self._jump)
        return row(Glyph("error_circle", "danger", 16, filled=True), (link, 1), gap=0)

    def _jump(self) -> None:
        self.jump_wanted.emit(str(self.sender().property(_PLACE)))


class _Link(QPushButton):
    """A sentence that leads somewhere; where it is narrow it ends in …, and the hint has it all."""

    def __init__(self, sentence: str, name: str) -> None:
        super().__init__(sentence)
        self._sentence = sentence
        self.setObjectName(name)
        self.setProperty("kind", "link")
        self.setProperty("place", "row")
        self.setAutoDefault(False)
        self.setAccessibleName(sentence)
        self.setToolTip(tip(sentence))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the whole sentence."""
        wide = metrics().horizontalAdvance(self._sentence) + _SIDES + 2
        return QSize(int(wide), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few words."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        room = self.width() - _SIDES
        self.setText(metrics().elidedText(self._sentence, Qt.TextElideMode.ElideRight, room))
