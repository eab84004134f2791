"""Stores and the command line for the tests across cases."""

from __future__ import annotations

from tests.consoles import _demo, _staffed, console, demo_store, real_store, with_case

__all__ = ["_demo", "_staffed", "console", "demo_store", "real_store", "with_case"]
