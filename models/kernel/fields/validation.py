"""A whole form at once: the cleaned values, or every problem with its own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.checked import BadValue, shown
from models.kernel.errors import Invalid
from models.kernel.zone import DEFAULT_ZONE
from resources.texts import Message

from .reading import At, read
from .spec import FieldSpec, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from zoneinfo import ZoneInfo

    from .choices import KnownCodes

_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.PERSON, Kind.DEPARTMENT})


def validate(
    specs: Sequence[FieldSpec],
    values: Mapping[str, object],
    *,
    now: int,
    partial: bool = False,
    known_codes: KnownCodes | None = None,
    zone: ZoneInfo = DEFAULT_ZONE,
) -> dict[str, object]:
    """Return the stored form of each field, or raise :class:`Invalid` with every problem.

    A missing field gets its empty form; with ``partial`` only the fields that are given are
    checked and returned. A required flag may be no: it is always answered.
    """
    at = At(now, zone, known_codes)
    problems = _unknown(specs, values)
    cleaned: dict[str, object] = {}
    for spec in specs:
        if partial and spec.key not in values:
            continue
        try:
            cleaned[spec.key] = _stored(spec, values.get(spec.key), at)
        except BadValue as refusal:
            problems[spec.name] = refusal.message
    if problems:
        raise Invalid(problems)
    return cleaned


def warnings(
    specs: Sequence[FieldSpec],
    values: Mapping[str, object],
    *,
    now: int,
    zone: ZoneInfo = DEFAULT_ZONE,
) -> dict[str, list[Message]]:
    """Return what is doubtful in the given fields by ``form.key``; wrong fields are passed over."""
    at = At(now, zone)
    found: dict[str, list[Message]] = {}
    for spec in specs:
        try:
            doubts = read(spec, values.get(spec.key), at).warnings
        except BadValue:
            continue
        if doubts:
            found[spec.name] = list(doubts)
    return found


def _stored(spec: FieldSpec, given: object, at: At) -> object:
    value = read(spec, given, at).value
    if not spec.required or value not in (None, ""):
        return value
    label = Message(spec.room, spec.label)
    if spec.kind in _CHOSEN:
        raise BadValue(Message("fields", "Please choose {label}.", label=label))
    raise BadValue(Message("fields", "Please fill in {label}.", label=label))


def _unknown(specs: Sequence[FieldSpec], values: Mapping[str, object]) -> dict[str, Message]:
    keys = [spec.key for spec in specs]
    form = f"{specs[0].form}." if specs else ""
    return {
        f"{form}{shown(key)}": Message(
            "fields",
            "There is no field {key} here; the fields are: {keys}. Correct the name or leave it "
            "out.",
            key=shown(key),
            keys=", ".join(keys),
        )
        for key in values
        if key not in keys
    }
