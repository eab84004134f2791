"""Letters for Alt: each field of a page has its own, shown as in 电话(P)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mnemonics:
    """Hands out letters, each once; forms on the same page share one."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with the letters the page's buttons have already."""
        self._taken = {letter.upper() for letter in taken}

    def take(self, wish: str, key: str) -> str:
        """Return the wished letter, else the first free one of ``key``, else nothing.

        A wish that is gone is a mistake of the page and raises.
        """
        if wish:
            if wish.upper() in self._taken:
                raise ValueError(f"Alt+{wish} of {key!r} is taken on this page")
            self._taken.add(wish.upper())
            return wish.upper()
        for letter in key.upper():
            if letter.isascii() and letter.isalpha() and letter not in self._taken:
                self._taken.add(letter)
                return letter
        return ""
