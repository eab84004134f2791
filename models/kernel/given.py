"""What a command is given besides its fields: rows, and the keys that name and confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resources.texts import Message

from .checked import BadValue
from .errors import Invalid
from .fields.amounts import check_whole
from .fields.choices import check_flag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTROL_KEYS = ("no", "version", "confirmed")


def rows_given(values: Mapping[str, Any], key: str) -> Sequence[dict[str, Any]]:
    """Return the rows under a key, none when there are none; refuse what is no list of rows."""
    rows = values.get(key)
    if rows is None:
        return ()
    if isinstance(rows, list | tuple) and all(isinstance(row, dict) for row in rows):
        return rows
    raise Invalid(
        {
            key: Message(
                "kernel",
                "{key} is a list of rows, each with its own fields. Write it as a list.",
                key=key,
            )
        }
    )


def control_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return which row is meant, which version was seen and whether the question was answered."""
    return {key: _control(key, values[key]) for key in CONTROL_KEYS if key in values}


def _control(key: str, given: Any) -> Any:
    try:
        if key == "confirmed":
            return check_flag(given).value
        return None if given is None else check_whole(given).value
    except BadValue as problem:
        raise Invalid({key: problem.message}) from problem
