"""Fixtures: a dealership that registers, agrees and prints."""

from tests.casefile import dealership
from tests.papercase import desk
from tests.stores import clock, store

__all__ = ["clock", "dealership", "desk", "store"]
