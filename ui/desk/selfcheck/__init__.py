"""The self-check of an installed program: every room it needs is used once, and told in a line."""

from .running import run

__all__ = ["run"]
