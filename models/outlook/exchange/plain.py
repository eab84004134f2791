"""Stored values as they leave the house: money "1234.50", times in ISO 8601, codes as codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.kernel.db import FAR_FUTURE, FenField, MomentField, Record
from models.kernel.money import plain_yuan
from models.kernel.zone import local_time
from resources.texts import Message, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = Texts("en")
MONEY, MOMENT = "money", "moment"


def plain(value: Any, texts: Texts = ENGLISH, key: str = "") -> Any:
    """Return a value of any depth ready for JSON; ``key`` tells money and moments from numbers."""
    if isinstance(value, Message):
        return texts.say(value)
    if isinstance(value, Mapping) or is_dataclass(value) or hasattr(value, "_asdict"):
        return {str(k): plain(v, texts, str(k)) for k, v in _entries(value)}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one, texts, key) for one in _in_order(value)]
    return texts.say_stored(value) if isinstance(value, str) else _single(value, key)


def _single(value: Any, key: str) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(value, _kind_of(key))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


def moment_text(moment: int) -> str:
    """Return a moment in ISO 8601 with the offset of the dealership."""
    return local_time(moment).isoformat(timespec="seconds")


def _in_order(value: Any) -> Any:
    return sorted(value) if isinstance(value, set | frozenset) else value


def _entries(value: Any) -> Iterator[tuple[Any, Any]]:
    if is_dataclass(value):
        return ((field.name, getattr(value, field.name)) for field in fields(value))
    found = value if isinstance(value, Mapping) else value._asdict()
    return iter(found.items())


def _number(value: int, kind: str) -> Any:
    if kind == MONEY:
        return plain_yuan(value)
    if kind == MOMENT:
        return None if value == FAR_FUTURE else moment_text(value)
    return value


def _kind_of(key: str) -> str:
    known = kinds_by_key().get(key)
    if known is not None:
        return known
    if key.endswith("_fen"):
        return MONEY
    return MOMENT if key.endswith("_at") else ""


@cache
def kinds_by_key() -> dict[str, str]:
    """Return which column names hold money and moments, as the tables of all rooms declare."""
    found: dict[str, str] = {}
    for table in _tables(Record):
        for name, field in table._meta.fields.items():
            if isinstance(field, FenField):
                found[name] = MONEY
            elif isinstance(field, MomentField):
                found[name] = MOMENT
    return found


def _tables(table: type[Record]) -> Iterator[type[Record]]:
    for child in table.__subclasses__():
        yield child
        yield from _tables(child)
