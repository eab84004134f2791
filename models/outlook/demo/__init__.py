"""A store to try things out: an invented dealership, the five stories and many more cases."""

from .making import DemoReport, make_demo
from .staff import DemoAccount

__all__ = ["DemoAccount", "DemoReport", "make_demo"]
