"""Labels in the kinds of the look, a painted icon, and one line that ends in … where it is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.shell.icons import paint_icon
from ui.shell.tip import tip

from .ink import metrics, paint_text, text_width


def label(
    text: str,
    kind: str = "",
    *,
    name: str = "",
    wrap: bool = False,
    align: Qt.AlignmentFlag | None = None,
    selectable: bool = False,
) -> QLabel:
    """Return a plain-text label: title, heading, strong, story, label, caption, figure, danger …"""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("text-kind", kind)
    if align is not None:
        made.setAlignment(align)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class Glyph(QWidget):
    """An icon as a picture; it follows the theme and is silent to screen readers."""

    def __init__(
        self, name: str, role: str = "text2", side: int = 20, *, filled: bool = False
    ) -> None:
        """Name the icon, the role of its colour and its side in pixels."""
        super().__init__()
        self._name, self._role, self._filled = name, role, filled
        self.setFixedSize(side, side)

    def set_icon(self, name: str, role: str, *, filled: bool = False) -> None:
        """Show another icon."""
        self._name, self._role, self._filled = name, role, filled
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colour its role has now."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, self._role, filled=self._filled)


class ElidedLabel(QWidget):
    """One line of text that gives way to its neighbours; the hint has the whole of a cut text."""

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "text",
        size: str = "body",
        bold: bool = False,
        halt: bool = False,
        greedy: bool = True,
    ) -> None:
        """Show ``text``; ``greedy`` takes the room that is left, else only what the text needs."""
        super().__init__()
        self._text, self._role, self._size = text, role, size
        self._bold, self._halt = bold, halt
        policy = QSizePolicy.Policy.Expanding if greedy else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str, role: str = "") -> None:
        """Show another text, in another role if given."""
        self._text, self._role = text, role or self._role
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        wide = text_width(self._text, self._size, bold=self._bold, halt=self._halt)
        return QSize(int(wide) + 2, round(metrics(self._size).height()) + 1)

    def minimumSizeHint(self) -> QSize:
        """Be content with the first character and …."""
        return QSize(min(28, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        look = {"size": self._size, "role": self._role, "bold": self._bold, "halt": self._halt}
        fits = paint_text(painter, QRectF(self.rect()), self._text, **look)
        self.setToolTip("" if fits else tip(self._text))
