"""Many rows at once: for stores that are filled by the hundred thousand, not by a person."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .db import proxy, writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peewee import Model

_CACHE_KIB = 256 * 1024
_CHANCE_BYTES, _PER_MILLISECOND = 8, 0x1000


def next_id(table: type[Model]) -> int:
    """Return the number that the next row of ``table`` gets when nobody else writes."""
    key: Any = table._meta.primary_key
    return int(table.select(key).order_by(key.desc()).limit(1).scalar() or 0) + 1


def columns_of(table: type[Model]) -> list[str]:
    """Return the columns of ``table`` in the order in which its rows are given."""
    return [field.column_name for field in table._meta.sorted_fields]


def insert_rows(table: type[Model], rows: Sequence[Sequence[Any]]) -> None:
    """Store whole rows, every column given in the order of :func:`columns_of`."""
    if not rows:
        return
    columns = columns_of(table)
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join([proxy.obj.param] * len(columns))
    statement = f'INSERT INTO "{table._meta.table_name}" ({names}) VALUES ({marks})'
    proxy.obj.cursor().executemany(statement, rows)


def uids() -> Iterator[str]:
    """Give UUIDv7 texts that sort in the order in which they are given."""
    while True:
        started = time.time_ns() // 1_000_000
        head = f"{started:012x}"
        head = f"{head[:8]}-{head[8:]}-7"
        chance = os.urandom(_CHANCE_BYTES * _PER_MILLISECOND).hex()
        for low in range(_PER_MILLISECOND):
            at = low * 2 * _CHANCE_BYTES
            yield f"{head}{low:03x}-8{chance[at : at + 3]}-{chance[at + 3 : at + 15]}"
        while time.time_ns() // 1_000_000 == started:
            time.sleep(0.0002)


@contextmanager
def filling() -> Iterator[None]:
    """Write in one big transaction, with room enough for the pages of its indexes."""
    database = proxy.obj
    before = database.pragma("cache_size")
    database.pragma("cache_size", -_CACHE_KIB)
    try:
        with writing():
            yield
    finally:
        database.pragma("cache_size", before)
