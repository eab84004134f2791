"""Frozen documents as canonical JSON: sorted keys, UTF-8, no blanks: same content, same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_json(content: object) -> bytes:
    """Return a frozen dataclass as canonical JSON."""
    return json.dumps(
        _plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8")


def from_json(cls: type[T], data: bytes) -> T:
    """Return the dataclass that :func:`to_json` wrote; raises ValueError when it does not fit."""
    return typing.cast("T", _build(cls, json.loads(data.decode("utf-8")), cls.__name__))


def content_hash(content: object) -> str:
    """Return the SHA-256 of the canonical JSON, 64 hex digits."""
    return hash_of(to_json(content))


def hash_of(frozen: bytes) -> str:
    """Return the SHA-256 of a document that is frozen already."""
    return hashlib.sha256(frozen).hexdigest()


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"{type(value).__name__} has no place in a frozen document")


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _build(kind: Any, value: object, place: str) -> object:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        (kind,) = (arg for arg in typing.get_args(kind) if arg is not type(None))
        return _build(kind, value, place)
    if origin is tuple:
        return _build_row(typing.get_args(kind)[0], value, place)
    if is_dataclass(kind):
        return _build_dataclass(typing.cast("type", kind), value, place)
    if kind is bytes and isinstance(value, str):
        return base64.b64decode(value, validate=True)
    if type(value) is not kind:
        raise ValueError(f"{place}: expected {kind.__name__}, found {type(value).__name__}")
    return value


def _build_row(kind: Any, value: object, place: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: expected a list, found {type(value).__name__}")
    return tuple(_build(kind, item, f"{place}[{k}]") for k, item in enumerate(value))


def _build_dataclass(cls: type, value: object, place: str) -> object:
    if not isinstance(value, Mapping):
        raise ValueError(f"{place}: expected an object, found {type(value).__name__}")
    hints = _hints(cls)
    if strangers := set(value) - set(hints):
        raise ValueError(f"{place}: unknown keys {', '.join(sorted(map(str, strangers)))}")
    given = {key: _build(hints[key], item, f"{place}.{key}") for key, item in value.items()}
    try:
        return cls(**given)
    except TypeError as error:
        raise ValueError(f"{place}: {error}") from error
