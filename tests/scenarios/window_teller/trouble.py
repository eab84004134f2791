"""What stops a story in the window: nothing offers a command, or the window refuses it."""

from __future__ import annotations


class CannotBeDone(AssertionError):
    """A line could not be done; the sentence names it and says why."""
