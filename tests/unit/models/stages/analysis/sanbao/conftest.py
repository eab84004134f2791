"""Fixtures: a dealership with its people and cases, and a desk that prints."""

from tests.casefile import dealership
from tests.papercase import desk
from tests.stores import clock, store

__all__ = ["clock", "dealership", "desk", "store"]
