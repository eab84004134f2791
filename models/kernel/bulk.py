"""Many rows at once: for stores that are filled by the hundred thousand, not by a person."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .db import proxy, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from peewee import Model

    from .db import Record

_CACHE_KIB = 256 * 1024
_CHANCE_BYTES, _PER_MILLISECOND = 8, 0x1000


def next_id(table: type[Model]) -> int:
    """Return the number that the next row of ``table`` gets when nobody else writes."""
    key: Any = table._meta.primary_key
    return int(table.select(key).order_by(key.desc()).limit(1).scalar() or 0) + 1


def columns_of(table: type[Model]) -> list[str]:
    """Return the columns of ``table`` in the order in which its rows are given."""
    return [field.column_name for field in table._meta.sorted_fields]


def insert_rows(
    table: type[Model], rows: Sequence[Sequence[Any]], columns: Sequence[str] = ()
) -> None:
    """Store rows, ``columns`` given in their order; whole rows of :func:`columns_of` without."""
    if not rows:
        return
    columns = columns or columns_of(table)
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join([proxy.obj.param] * len(columns))
    statement = f'INSERT INTO "{table._meta.table_name}" ({names}) VALUES ({marks})'
    proxy.obj.cursor().executemany(statement, rows)


def insert_models(table: type[Model], models: Sequence[Model]) -> None:
    """Store filled models of one table, each with its number."""
    fields = table._meta.sorted_fields
    rows = [[field.db_value(one.__data__.get(field.name)) for field in fields] for one in models]
    insert_rows(table, rows)


def update_row(row: Record, seen: int, keys: Iterable[str]) -> bool:
    """Store these keys of a record if its stored version is ``seen``; tell whether it was."""
    fields = [row._meta.fields[key] for key in (*keys, "version")]
    parts = ", ".join(f'"{field.column_name}" = {proxy.obj.param}' for field in fields)
    mark = proxy.obj.param
    statement = (
        f'UPDATE "{row._meta.table_name}" SET {parts} WHERE "id" = {mark} AND "version" = {mark}'
    )
    values = [field.db_value(row.__data__[field.name]) for field in fields]
    return bool(proxy.obj.execute_sql(statement, (*values, row.id, seen)).rowcount)


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
