"""What becomes of a row of a list, and that a list does not contradict itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.kernel.errors import Invalid
from models.kernel.fields.validation import validate
from resources.texts import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.kernel.db import Record
    from models.kernel.fields import FieldSpec

Values = dict[str, Any]

ADDED, CHANGED, SAME = "added", "changed", "unchanged"


class Taken(NamedTuple):
    """What a row did: its fate, which fields it changed, and what somebody should look at."""

    fate: str
    changed: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()


def added(doubts: Sequence[Message] = ()) -> Taken:
    """Return that a record is new."""
    return Taken(ADDED, (), tuple(doubts))


def changed(specs: Sequence[FieldSpec], values: Values, doubts: Sequence[Message] = ()) -> Taken:
    """Return that these fields of a known record changed; nothing is doubted when none did."""
    if not values:
        return Taken(SAME)
    labels = (Message(spec.room, spec.label) for spec in specs if spec.key in values)
    return Taken(CHANGED, tuple(labels), tuple(doubts))


def differing(row: Record, told: Values) -> Values:
    """Return what a row tells otherwise than the stored record."""
    return {key: value for key, value in told.items() if row.__data__[key] != value}


def require_whole(specs: Sequence[FieldSpec], told: Mapping[str, Any], now: int) -> None:
    """Refuse a new record that lacks what it must have."""
    needed = [spec for spec in specs if spec.required and not told.get(spec.key)]
    validate(needed, {}, now=now)


class Told:
    """Which row told what of which record; a later row that says otherwise is refused.

    Without this the last row would win, and every import of the same list would change both ways.
    """

    def __init__(self, specs: Sequence[FieldSpec]) -> None:
        """Begin with no row."""
        self._specs = {spec.key: spec for spec in specs}
        self._rows: dict[int, tuple[int, frozenset[str]]] = {}

    def refuse_other(self, row: Record, values: Values) -> None:
        """Refuse a value that an earlier row of the same list told differently."""
        earlier, keys = self._rows.get(row.id, (0, frozenset[str]()))
        problems = {
            self._specs[key].name: Message(
                "parties",
                "Row {row} of this list is the same record and says otherwise about “{field}”: "
                "{value}. Correct one of the rows.",
                row=earlier,
                field=Message(self._specs[key].room, self._specs[key].label),
                value=str(row.__data__[key]),
            )
            for key in differing(row, {key: values[key] for key in keys & values.keys()})
        }
        if problems:
            raise Invalid(problems)

    def note(self, row: Record, number: int, values: Values) -> None:
        """Remember what a row told."""
        first, keys = self._rows.get(row.id, (number, frozenset[str]()))
        self._rows[row.id] = (first, keys.union(values))
