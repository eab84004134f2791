"""A clock that stands still until a test turns it."""

from __future__ import annotations

from datetime import datetime

from models.kernel.zone import moment_of

MINUTE = 60_000


class TurnedClock:
    """Called, it tells the moment; turned, it goes on."""

    def __init__(self) -> None:
        self.now = moment_of(datetime(2026, 3, 2, 9, 0))

    def __call__(self) -> int:
        return self.now

    def turn(self, minutes: float) -> None:
        self.now += int(minutes * MINUTE)
