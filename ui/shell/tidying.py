"""Collecting garbage on the screen's thread only: a widget must not be destroyed on another."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2000


class Tidying(QObject):
    """While it runs, Python's own collector rests and this one looks every two seconds."""

    def __init__(self, parent: QObject) -> None:
        """Begin; :meth:`stop` gives the work back to Python."""
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the oldest generation that is due."""
        counts = gc.get_count()
        due = [age for age in (0, 1, 2) if counts[age] > self._thresholds[age]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
