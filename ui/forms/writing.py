"""How the value of a field is written: shown for reading, read while it is typed."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from models.kernel.checked import BadValue
from models.kernel.fields.plate import show_plate
from models.kernel.fields.reading import At, empty, read
from models.kernel.fields.spec import FieldSpec, Kind
from models.kernel.money import yuan_text
from models.kernel.zone import local_time

from .spoken_time import full_date, full_moment

Clock = Callable[[], int]

_UPPER = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
_CAPITALS = frozenset({Kind.PLATE, Kind.VIN, Kind.ID_CARD, Kind.CREDIT_CODE})
_TYPED = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_MINUTE = 60_000
_MOBILE = 11
_COUNTED = 10_000


class Writing:
    """Writes and reads the values of one field; what cannot be read stays as it was typed."""

    def __init__(self, spec: FieldSpec, clock: Clock) -> None:
        """Write for ``spec``; ``clock`` tells what 今天 means (ms UTC)."""
        self._spec = replace(spec, past=False)
        self.past = spec.past
        self._clock = clock

    @property
    def at(self) -> At:
        """The present moment in the dealership's zone."""
        return At(self._clock())

    def while_typing(self, typed: str) -> str:
        """Return what appears while typing: codes and plates are written in capitals."""
        return typed.translate(_UPPER) if self._spec.kind in _CAPITALS else typed

    def read(self, typed: str) -> object:
        """Return the stored form of what was typed, or None when it cannot be read."""
        if self._spec.kind in _TYPED:
            return typed
        try:
            found = read(self._spec, self._spelled_out(typed), self.at).value
        except BadValue:
            return None
        return None if found == empty(self._spec.kind) else found

    def show(self, stored: object) -> str:
        """Return a stored value as it is read; text that was only typed is tidied."""
        if stored is None:
            return ""
        if isinstance(stored, str) and self._spec.kind not in _TYPED:
            return self.tidy(stored)
        return self._shown(stored)

    def tidy(self, typed: str) -> str:
        """Return what was typed in the usual spelling, or as it is."""
        found = self.read(typed)
        return typed if found is None else self._shown(found)

    def value(self, typed: str) -> str:
        """Return what a command takes: a number in its stored spelling, or the words as typed."""
        found = self.read(typed)
        if found is None:
            return typed
        return found if isinstance(found, str) else self._shown(found)

    def exact(self, stored: object) -> bool:
        """Tell whether the shown words hold all of a stored value; seconds are not shown."""
        whole = isinstance(stored, int) and stored % _MINUTE == 0
        return whole or self._spec.kind is not Kind.MOMENT or not isinstance(stored, int)

    def _shown(self, stored: object) -> str:
        return _SHOWN.get(self._spec.kind, str)(stored)

    def _spelled_out(self, typed: str) -> str:
        if self._spec.kind is Kind.DATE:
            return full_date(typed, self.at.today, past=self.past)
        if self._spec.kind is Kind.MOMENT:
            at = self.at
            return full_moment(typed, local_time(at.now, at.zone), past=self.past)
        return typed


def _shown_number(number: int) -> str:
    """Write a thousands mark from 10,000 on: a year has none."""
    return f"{number:,}" if abs(number) >= _COUNTED else str(number)


def _shown_phone(number: str) -> str:
    mobile = len(number) == _MOBILE and number.isdigit() and number.startswith("1")
    return f"{number[:3]} {number[3:7]} {number[7:]}" if mobile else number


_SHOWN: dict[Kind, Callable[[Any], str]] = {
    Kind.MONEY: yuan_text,
    Kind.INTEGER: _shown_number,
    Kind.PERCENT: _shown_number,
    Kind.MOMENT: lambda moment: f"{local_time(moment):%Y-%m-%d %H:%M}",
    Kind.PHONE: _shown_phone,
    Kind.PLATE: show_plate,
}
