"""Keeps None, True and False alive under PySide6 6.12 on Python before 3.12.

Its wheels are compiled for a Python whose constants cannot be deallocated: every call that returns
nothing drops a reference to None, every emit() one to True. On Python 3.11 the interpreter then
ends with "deallocating None" after some ten thousand calls. From 3.12 on nothing has to be done.
"""

from __future__ import annotations

import ctypes
import sys

CONSTANTS = (None, True, False, NotImplemented, Ellipsis)
ENOUGH = 1 << (40 if sys.maxsize > 1 << 32 else 28)
"""More references than a program run for weeks can drop."""


def keep() -> None:
    """Give the constants so many references that none of the dropped ones is the last."""
    if sys.version_info >= (3, 12):
        return
    for constant in CONSTANTS:
        references = ctypes.c_ssize_t.from_address(id(constant))
        if references.value < ENOUGH // 2:
            references.value += ENOUGH
