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
    """Return which of several papers was asked for, 0 for the current one."""
    if not text.isdecimal() or not 0 <= int(text) <= _MOST:
        raise ArgumentTypeError(f"0 … {_MOST}")
    return int(text)
