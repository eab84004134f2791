"""The list of all checks in the order in which they run: a room that is added joins it here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from .bench import Bench

ROOMS = f"{__package__}.rooms"


class Check(NamedTuple):
    """A check: a function of its own name in a module of ``rooms``.

    It returns what it found in a few words and raises when something is wrong. The module is
    imported when the check runs, so that what cannot be imported fails this check alone.
    """

    name: str
    room: str

    def find(self, bench: Bench) -> str:
        """Run the check."""
        function = getattr(import_module(f"{ROOMS}.{self.room}"), self.name)
        return cast("Callable[[Bench], str]", function)(bench)


CHECKS = (
    Check("program", "machine"),
    Check("data", "machine"),
    Check("log", "machine"),
    Check("zones", "machine"),
    Check("store", "keeping"),
    Check("passwords", "keeping"),
    Check("search", "keeping"),
    Check("files", "keeping"),
    Check("texts", "words"),
    Check("pinyin", "words"),
    Check("opencc", "words"),
    Check("holidays", "words"),
    Check("fonts", "paper"),
    Check("pdf", "paper"),
    Check("viewer", "paper"),
    Check("code", "paper"),
    Check("printing", "paper"),
    Check("icons", "pictures"),
    Check("thumbnails", "pictures"),
    Check("excel", "lists"),
    Check("backup", "keeping"),
    Check("instance", "screen"),
    Check("window", "screen"),
    Check("closing", "machine"),
)
