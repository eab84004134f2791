"""Numbers that are typed as options."""

from __future__ import annotations

from argparse import ArgumentTypeError

_MOST = 10_000


def count(text: str) -> int:
    """Return how many rows were asked for, 1 to 10,000."""
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise ArgumentTypeError(f"1 … {_MOST}")
    return int(text)


def whole(text: str) -> int:
    """Return a whole number that is not negative."""
    if not text.isdecimal():
        raise ArgumentTypeError("0 …")
    return int(text)
