"""Fixtures of the kernel: a fresh store, a clock and an actor."""

from tests.stores import actor, clock, store

__all__ = ["actor", "clock", "store"]
