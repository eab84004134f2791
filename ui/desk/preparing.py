"""What is seen while a demo store is made: the program's sign, a sentence, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from models.kernel.progress import Progress
from ui.widgets.label import label
from ui.widgets.layout import column, row
from ui.window.mark import Mark

if TYPE_CHECKING:
    from resources.texts import Texts

_WIDTH = 420


class Preparing(QWidget):
    """Shown from the first moment until the window opens."""

    def __init__(self, texts: Texts) -> None:
        """Say that the demo is being prepared."""
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setObjectName("preparing")
        self.setFixedWidth(_WIDTH)
        self._bar = QProgressBar()
        self._bar.setObjectName("preparing.bar")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        words = texts("shell", "Preparing a demo store; this takes some ten seconds.")
        title = label(texts("shell", "Kesutong"), "title")
        sign = row(Mark(40), title, None, gap=14)
        self.setLayout(column(sign, label(words), self._bar, margins=(28, 24, 28, 24), gap=12))

    @property
    def progress(self) -> Progress:
        """Takes reports of the work and keeps the window painted."""
        return Progress(report=self._follow)

    def begin(self) -> None:
        """Show it now, before the work takes the thread."""
        self.adjustSize()
        place = self.frameGeometry()
        place.moveCenter(self.screen().availableGeometry().center())
        self.move(place.topLeft())
        self.show()
        QApplication.processEvents()

    def _follow(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        QApplication.processEvents()
