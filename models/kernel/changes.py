"""What a command touched, told to whoever shows it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Change(NamedTuple):
    """One record that was inserted, changed or removed; ``case_id`` 0 when outside a case."""

    table: str
    id: int
    case_id: int
    action: str


_collected: ContextVar[list[Change] | None] = ContextVar("changes", default=None)


@contextmanager
def collecting() -> Iterator[list[Change]]:
    """Collect the changes of every command that commits inside the block."""
    found: list[Change] = []
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def announce(changes: list[Change]) -> None:
    """Hand committed changes to the collecting block, if there is one."""
    found = _collected.get()
    if found is not None:
        found.extend(changes)
