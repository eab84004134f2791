"""The problem under a field: a filled mark and a sentence saying what is wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .label import Glyph, label
from .layout import column, row


class ProblemLabel(QWidget):
    """Visible only while there is a problem; ``<room>.<key>.problem`` is its objectName."""

    def __init__(self, name: str = "") -> None:
        """Begin without a problem."""
        super().__init__()
        self.setObjectName(name)
        mark = Glyph("error_circle", "danger", 16, filled=True)
        self._sentence = label("", "danger", wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setLayout(row(column(mark, None, margins=(0, 1, 0, 0)), (self._sentence, 1), gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hide()

    def set_sentence(self, sentence: str) -> None:
        """Say what is wrong; '' hides the line."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """Return the sentence."""
        return self._sentence.text()


def caption_below(text: str) -> QLabel:
    """Return the note that stands under a field while it has no problem."""
    return label(text, "caption", wrap=True, align=Qt.AlignmentFlag.AlignTop)
