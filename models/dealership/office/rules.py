"""What the office takes: working hours and days as typed, a logo that is there."""

from __future__ import annotations

from models.kernel.calendar.periods import Period, parse_periods, periods_text
from models.kernel.checked import BadValue
from models.kernel.errors import Invalid
from models.kernel.tables import StoredFile
from resources.texts import Message

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Codes of the list ``weekday``; the place is the number of the day."""


def hours_from(text: str) -> list[list[int]]:
    """Return the periods of a day in minutes, or refuse the field with a sentence."""
    try:
        periods = parse_periods(text)
    except BadValue as problem:
        raise Invalid({"office.time.periods": problem.message}) from problem
    return [list(period) for period in periods]


def hours_text(periods: list[list[int]]) -> str:
    """Return stored periods as they are typed."""
    return periods_text(tuple(Period(*pair) for pair in periods))


def days_from(codes: str) -> list[int]:
    """Return the numbers of the chosen weekdays, Monday 0."""
    return sorted(WEEKDAYS.index(code) for code in codes.split(",") if code in WEEKDAYS)


def days_text(weekdays: list[int]) -> str:
    """Return stored weekdays as codes joined by commas."""
    return ",".join(WEEKDAYS[number] for number in weekdays)


def require_stored_logo(sha256: str) -> None:
    """Refuse a logo that is not among the stored files."""
    if sha256 and not StoredFile.select().where(StoredFile.sha256 == sha256).exists():
        raise Invalid(
            {
                "office.logo": Message(
                    "office", "The picture of the logo is not in the store. Choose it again."
                )
            }
        )
