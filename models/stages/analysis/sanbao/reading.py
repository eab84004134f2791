"""From stored values by field key to the facts the checker takes."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from .facts import Car, History, Problem, Repair, Tri
from .law import YES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TRI = {"has_invoice", "has_certificate", "quality", "safety", "cannot_drive", "eliminated"}
_DATES = {"invoice_date", "delivery_date", "exchanged_on"}


def car_of(values: Mapping[str, Any]) -> Car:
    """Return the car of stored values."""
    return Car(**_taken(Car, values))


def problem_of(values: Mapping[str, Any]) -> Problem:
    """Return a judged problem of stored values."""
    at = values.get("happened_at")
    return Problem(**_taken(Problem, values) | {"at": at})


def repair_of(values: Mapping[str, Any], problems: Sequence[Mapping[str, Any]]) -> Repair:
    """Return a repair order with what was judged of it; excluded time stands in one of its rows."""
    own = values.get("excluded_hours") or 0
    excluded = max((own, *(row.get("excluded_hours") or 0 for row in problems)))
    return Repair(
        order_no=values.get("order_no") or "",
        confirmed_at=values["confirmed_at"],
        completed_at=values.get("completed_at"),
        odometer_km=values.get("odometer_km"),
        excluded_hours=excluded,
        problems=tuple(problem_of(row) for row in problems),
    )


def history_of(
    car: Car,
    repairs: Sequence[Repair],
    problems: Sequence[Mapping[str, Any]],
    demand: Mapping[str, Any],
) -> History:
    """Return everything the checker looks at."""
    return History(
        car,
        tuple(repairs),
        tuple(problem_of(row) for row in problems),
        made_on=_date(demand.get("made_on")),
        received_on=_date(demand.get("received_on")),
        accepted_on=_date(demand.get("accepted_on")),
    )


def _taken(kind: type[Car | Problem], values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field.name: _read(field.name, values[field.name])
        for field in fields(kind)
        if values.get(field.name) is not None
    }


def _read(key: str, value: Any) -> Any:
    if key in _TRI:
        return _tri(value)
    return _date(value) if key in _DATES else value


def _tri(code: str) -> Tri:
    return None if not code else code == YES


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
