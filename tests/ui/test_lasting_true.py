"""A day at the desk emits more signals than True has references by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

import ui.lasting_true


class Bell(QObject):
    """Rings."""

    rung = Signal()


def test_the_program_outlives_its_signals() -> None:
    ui.lasting_true.keep()
    bell = Bell()
    for _ in range(20_000):
        bell.rung.emit()
    assert bool(1) is True
