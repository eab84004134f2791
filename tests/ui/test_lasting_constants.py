"""A day at the desk calls Qt more often than None and True have references by themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

import ui.lasting_constants


class Bell(QObject):
    """Rings."""

    rung = Signal()


def test_the_program_outlives_its_calls() -> None:
    ui.lasting_constants.keep()
    bell = Bell()
    for number in range(100_000):
        bell.setObjectName(str(number))
        bell.rung.emit()
    assert bell.objectName() == "99999"
