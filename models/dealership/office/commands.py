"""Changing the branch, its working hours and its calendar."""

from __future__ import annotations

from typing import NamedTuple

from models.kernel import files, settings
from models.kernel.calendar.day_file import DayFile, read_day_file
from models.kernel.calendar.days import years_known
from models.kernel.calendar.work_calendar import WorkCalendar
from models.kernel.command import Done, Values, Work, command
from models.kernel.errors import Invalid
from models.kernel.tables import CalendarDay
from resources.texts import Message

from .fields import BRANCH_FIELDS, LOGO_FIELDS, PERIOD_FIELDS
from .queries import calendar_of
from .rules import days_from, hours_from, require_stored_logo
from .tables import Branch

PERMISSION = "settings.manage"


class Imported(NamedTuple):
    """How many days a calendar file set and which years are whole now."""

    days: int
    years: tuple[int, ...]


class CalendarChange(NamedTuple):
    """The calendar before and after a change, for whoever lists the dues that move."""

    old: WorkCalendar
    new: WorkCalendar
    imported: Imported


@command("office.change_branch", permission=PERMISSION, specs=BRANCH_FIELDS, partial=True)
def change_branch(work: Work, values: Values) -> Done:
    """Change what the letterhead and the agreements say of the branch."""
    row = Branch.get(Branch.branch_id == work.actor.branch_id)
    require_stored_logo(values.get("logo", ""))
    work.change(row, values, values.get("version"))
    return Done(id=row.id, version=row.version)


@command("office.set_logo", permission=PERMISSION, specs=LOGO_FIELDS)
def set_logo(work: Work, values: Values) -> Done:
    """Take a picture into the store and put it on the letterhead."""
    row = Branch.get(Branch.branch_id == work.actor.branch_id)
    info = files.put(work, values["logo_file"], field="office.logo_file")
    if not info.media_type.startswith("image/"):
        raise Invalid(
            {
                "office.logo_file": Message(
                    "office", "The file is no picture. Choose a PNG or JPEG file."
                )
            }
        )
    work.change(row, {"logo": info.sha256})
    return Done(id=row.id, version=row.version)


@command("office.set_periods", permission=PERMISSION, specs=PERIOD_FIELDS)
def set_periods(work: Work, values: Values) -> Done:
    """Set the working hours of a day and the working days of a week."""
    weekdays = days_from(values["weekdays"])
    if not weekdays:
        raise Invalid(
            {
                "office.time.weekdays": Message(
                    "office", "Choose at least one working day; clocks stand still otherwise."
                )
            }
        )
    settings.put(work, "clock.periods", hours_from(values["periods"]))
    settings.put(work, "clock.weekdays", weekdays)
    return Done()


def take_over_calendar(work: Work, content: str) -> CalendarChange:
    """Replace the days of the years the file covers, and set its single days of other years."""
    old = calendar_of(work.actor.branch_id)
    file = _readable(content)
    _replace_days(work.actor.branch_id, file)
    years = tuple(sorted(file.years))
    imported = Imported(len(file.days), years)
    work.note("calendar", {"days": len(file.days), "years": ", ".join(map(str, years))})
    return CalendarChange(old, calendar_of(work.actor.branch_id), imported)


def calendar_with(branch_id: int, content: str) -> CalendarChange:
    """Return the calendar as a file would change it, without changing anything."""
    old, file = calendar_of(branch_id), _readable(content)
    named = {marked.day for marked in file.days}
    kept = {
        day: kind
        for day, kind in old.days.items()
        if day.year not in file.years and day not in named
    }
    days = kept | {marked.day: marked.kind for marked in file.days}
    new = WorkCalendar(old.periods, days, years_known(days))
    return CalendarChange(old, new, Imported(len(file.days), tuple(sorted(file.years))))


def _readable(content: str) -> DayFile:
    file = read_day_file(content.encode("utf-8"))
    if file.problems:
        first, more = file.problems[0], len(file.problems) - 1
        message = first if not more else _and_more(first, more)
        raise Invalid({"office.calendar.content": message})
    return file


def _and_more(first: Message, more: int) -> Message:
    return Message(
        "office", "{first} {more} further lines need a look too.", first=first, more=more
    )


def _replace_days(branch_id: int, file: DayFile) -> None:
    own = CalendarDay.branch_id == branch_id
    for year in file.years:
        CalendarDay.delete().where(own, CalendarDay.day.startswith(f"{year}-")).execute()
    days = [marked.day.isoformat() for marked in file.days]
    CalendarDay.delete().where(own, CalendarDay.day.in_(days)).execute()
    rows = [
        {
            "branch_id": branch_id,
            "day": marked.day.isoformat(),
            "kind": marked.kind.value,
            "name": marked.name,
        }
        for marked in file.days
    ]
    CalendarDay.insert_many(rows).execute()
