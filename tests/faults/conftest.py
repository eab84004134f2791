"""Fixtures for what goes wrong: a fresh store, a clock, an actor and a user without rights."""

from tests.stores import actor, clock, store

__all__ = ["actor", "clock", "store"]
