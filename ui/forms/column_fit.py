"""How wide the columns of a short list are, so that every one of them can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LEAST_STRETCH = 160
"""What is left at least for the column that takes the rest."""


def fitted(natural: Sequence[int], stretching: Collection[int], room: int) -> list[int]:
    """Return widths that fill ``room``: the widest columns give way first, short ones never.

    ``natural`` are the widths the contents ask for, ``stretching`` the places of columns that take
    what is left; without one the last column does.
    """
    takers = sorted(stretching) or [len(natural) - 1]
    least = {place: min(natural[place], LEAST_STRETCH) for place in takers}
    fixed = [place for place in range(len(natural)) if place not in takers]
    widths = _capped([natural[place] for place in fixed], room - sum(least.values()))
    left = room - sum(widths)
    shares = {place: max(least[place], left // len(takers)) for place in takers}
    kept = dict(zip(fixed, widths, strict=True)) | shares
    return [kept[place] for place in range(len(natural))]


def _capped(natural: list[int], room: int) -> list[int]:
    """Return the widths under the one limit that lets them all fit."""
    if sum(natural) <= room:
        return natural
    left, waiting = room, len(natural)
    for width in sorted(natural):
        if width * waiting > left:
            limit = max(1, left // waiting)
            return [min(one, limit) for one in natural]
        left -= width
        waiting -= 1
    return natural
