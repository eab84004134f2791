"""Fixtures: a dealership with its people and cases."""

from tests.casefile import dealership
from tests.stores import clock, store

__all__ = ["clock", "dealership", "store"]
