"""A fresh store for the tests of the demo."""

from __future__ import annotations

from tests.stores import store

__all__ = ["store"]
