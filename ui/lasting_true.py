"""Keeps True alive: before Python 3.12, PySide6 6.12 drops a reference to it with every emit().

Without this the interpreter ends with "deallocating True or False" after some hundred signals.
From Python 3.12 on True cannot be deallocated and nothing is done.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << (40 if sys.maxsize > 1 << 32 else 28)
"""More references than signals are emitted in a lifetime."""


def keep() -> None:
    """Give True so many references that none of the dropped ones is the last."""
    if sys.version_info >= (3, 12) or sys.getrefcount(True) > ENOUGH:
        return
    references = ctypes.c_ssize_t.from_address(id(True))
    references.value += ENOUGH
