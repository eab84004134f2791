"""A store to try things out: an invented dealership, the five stories and many more cases."""

from .making import DemoAccount, DemoReport, make_demo

__all__ = ["DemoAccount", "DemoReport", "make_demo"]
