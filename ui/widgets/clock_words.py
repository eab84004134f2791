"""The words and the state of a clock from its moments: 2:13 within a day, then 3 天."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clock import Clock, ClockState

if TYPE_CHECKING:
    from resources.texts import Texts

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
SOON_PART = 0.75


def span_words(texts: Texts, milliseconds: int, *, long: bool = False) -> str:
    """Return a span in words: 42 分, 3 小时, 2 天; ``long`` adds the next smaller unit."""
    minutes = max(0, milliseconds) // MINUTE
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        if long and hours:
            return texts("widgets", "{days} d {hours} h", days=days, hours=hours)
        return texts("widgets", "{days} d", days=days)
    if hours:
        if long and rest:
            return texts("widgets", "{hours} h {minutes} min", hours=hours, minutes=rest)
        return texts("widgets", "{hours} h", hours=hours)
    return texts("widgets", "{minutes} min", minutes=rest)


def left_words(texts: Texts, milliseconds: int) -> str:
    """Return the time left in a list: 2:13 within a day, then 3 天."""
    if milliseconds >= DAY:
        return span_words(texts, milliseconds)
    minutes = max(0, milliseconds) // MINUTE
    return f"{minutes // 60}:{minutes % 60:02d}"


def due_clock(
    texts: Texts,
    *,
    now: int,
    started_at: int,
    due_at: int,
    done_at: int | None = None,
    long: bool = False,
) -> Clock:
    """Return the clock of a promise that runs from ``started_at`` to ``due_at`` (ms UTC)."""
    whole = max(1, due_at - started_at)
    if done_at is not None:
        return Clock(ClockState.DONE, 1.0, span_words(texts, done_at - started_at, long=long))
    if now > due_at:
        late = span_words(texts, now - due_at, long=long)
        return Clock(ClockState.LATE, 1.0, texts("widgets", "{span} late", span=late))
    part = (now - started_at) / whole
    state = ClockState.SOON if part >= SOON_PART else ClockState.RUNNING
    if long:
        left = span_words(texts, due_at - now, long=True)
        return Clock(state, part, texts("widgets", "{span} left", span=left))
    return Clock(state, part, left_words(texts, due_at - now))
