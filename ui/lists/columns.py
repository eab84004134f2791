"""Columns of a list: what a cell shows, how it is drawn and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ui.widgets.badge import TagLook, level_word, state_text
from ui.widgets.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from resources.texts import Texts


class Paint(StrEnum):
    """How a cell is drawn, and what its value is."""

    TEXT = "text"  # str: one caption line
    BODY = "body"  # str: one body line
    STRONG = "strong"  # str: one bold line
    DOUBLE = "double"  # (str, str): body line over caption line
    NAME = "name"  # (str, str): bold name over a plate
    LEVEL = "level"  # int 1 to 5
    STATE = "state"  # (stage number, word)
    CLOCK = "clock"  # Clock
    TAG = "tag"  # TagLook
    LINK = "link"  # str: the verb that opens the right place
    NUMBER = "number"  # str: right-aligned figures


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``title`` is a msgid of ``room``, ``value`` reads the cell out of a row.

    A column without ``value`` shows the row's attribute ``key``. ``stretch`` takes the room that
    is left. A ``fixed`` column cannot be hidden. ``sort`` is the key to sort by, '' for none.
    """

    key: str
    room: str
    title: str
    paint: Paint = Paint.TEXT
    width: int = 80
    stretch: bool = False
    fixed: bool = False
    hidden: bool = False
    sort: str = ""
    value: Callable[[Any], Any] | None = None

    def cell(self, row: Any) -> Any:
        """Return the value of this column in ``row``."""
        return self.value(row) if self.value is not None else getattr(row, self.key)


def spoken(texts: Texts, value: Any, paint: Paint) -> str:
    """Return a cell as plain words: for screen readers, copying and tests."""
    match paint:
        case Paint.LEVEL:
            return level_word(texts, value) if value else ""
        case Paint.STATE:
            return state_text(*value) if value else ""
        case Paint.DOUBLE | Paint.NAME:
            return " ".join(filter(None, value))
    if isinstance(value, Clock | TagLook):
        return value.text
    return "" if value is None else str(value)
