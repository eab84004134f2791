"""Stores and the command line for its tests."""

from __future__ import annotations

from tests.casefile import dealership
from tests.consoles import _demo, _staffed, console, demo_store, real_store, with_case
from tests.stores import clock, store

__all__ = [
    "_demo",
    "_staffed",
    "clock",
    "console",
    "dealership",
    "demo_store",
    "real_store",
    "store",
    "with_case",
]
