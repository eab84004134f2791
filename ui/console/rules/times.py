"""The check of working time."""

from __future__ import annotations

from models.kernel.calendar.periods import parse_periods
from models.kernel.calendar.work_calendar import WorkCalendar, default_calendar
from models.kernel.errors import Invalid
from models.kernel.fields import FieldSpec, Kind
from resources.texts import Message

from .question import Question, Verdict

_FORM = "working_time"
_FIELDS = (
    FieldSpec(_FORM, "start", "start", Kind.MOMENT),
    FieldSpec(_FORM, "end", "end", Kind.MOMENT),
    FieldSpec(_FORM, "minutes", "minutes", Kind.INTEGER, minimum=0, maximum=1_000_000),
    FieldSpec(_FORM, "periods", "periods"),
)


def working_time(question: Question) -> Verdict:
    """Say when ``minutes`` of working time after ``start`` have passed, or how many till ``end``.

    ``periods`` such as "08:30-12:00,13:30-17:30" replaces the hours of an open day.
    """
    values = question.values(_FIELDS)
    calendar = _calendar(values["periods"])
    start, end, minutes = values["start"], values["end"], values["minutes"]
    if start is not None and minutes is not None:
        due = calendar.add_working_minutes(start, minutes)
        return Verdict({"due_at": due.at_ms}, [], [(f"{_FORM}.due_at", w) for w in due.warnings])
    if start is not None and end is not None:
        return Verdict({"minutes": calendar.working_minutes_between(start, end)}, [], [])
    raise Invalid(
        {
            f"{_FORM}.start": Message(
                "console", "Give “start” with “minutes”, or “start” with “end”."
            )
        }
    )


def _calendar(periods: str) -> WorkCalendar:
    usual = default_calendar()
    if not periods:
        return usual
    hours = parse_periods(periods)
    return WorkCalendar(dict.fromkeys(usual.periods, hours), usual.days, usual.known_years)
