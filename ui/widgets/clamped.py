"""A text of a few lines that ends in … where it is cut; the hint has the whole of a cut text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.theme import LINE, font
from ui.shell.tip import tip

from .ink import metrics, paint_text

_LEAST_WIDTH = 60


class ClampedLabel(QWidget):
    """Shows the first ``lines`` lines of a text in the width it has."""

    def __init__(self, text: str = "", *, lines: int = 2, role: str = "text") -> None:
        """Show ``text`` in the colour of ``role``."""
        super().__init__()
        self._text, self._lines, self._role = text, lines, role
        self.setFixedHeight(lines * LINE["body"])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(_LEAST_WIDTH, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that fit, the last one shortened."""
        painter = QPainter(self)
        shown = self._broken()
        cut = len(shown) > self._lines
        for number, start in enumerate(shown[: self._lines]):
            last = cut and number == self._lines - 1
            end = None if last or number + 1 >= len(shown) else shown[number + 1]
            rect = QRectF(0, number * LINE["body"], self.width(), LINE["body"])
            words = " ".join(self._text[start:end].split())
            paint_text(painter, rect, words, role=self._role)
        self.setToolTip(tip(self._text) if cut else "")

    def _broken(self) -> list[int]:
        """Return where each line begins, one more than is shown when there is more."""
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(self.width(), metrics().height()))
            starts.append(line.textStart())
        layout.endLayout()
        return starts
