"""Level, hold, contacts, tasks and the finding, reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.rules import rank, stage_of
from models.casework.case.tables import Due, Task
from models.kernel.db import FAR_FUTURE
from models.kernel.zone import MINUTE
from models.stages.analysis.fields import SCALES
from models.stages.analysis.rules import proposed_level, score
from models.stages.analysis.tables import Cause, Finding, Responsibility, Severity

from .registration import limit

if TYPE_CHECKING:
    from models.outlook.demo.lines import Line

    from .sheet import Sheet


def add_contact(sheet: Sheet, line: Line) -> None:
    """Log a contact."""
    sheet.contact(line.by, line.at, line.values)


def set_level(sheet: Sheet, line: Line) -> None:
    """Set the level; a raise shortens the clocks."""
    case, level = sheet.case, line.values["level"]
    graver = rank(level) > case["level_rank"]
    case.update(line.values | {"level_rank": rank(level)})
    if not graver:
        return
    for due in sheet.of(Due):
        if due["met_at"] != FAR_FUTURE or due["kind"] == "answer":
            continue
        reckoned = limit(sheet, due["kind"], due["started_at"])
        if reckoned is not None and reckoned[0] < due["due_at"] and due["paused_at"] == FAR_FUTURE:
            due["due_at"], due["working"], due["uncertain"] = reckoned
    sheet.refresh()


def hold(sheet: Sheet, line: Line) -> None:
    """Suspend the case: clocks of our own stand still."""
    at = line.at
    for due in sheet.of(Due):
        if due["met_at"] != FAR_FUTURE or due["legal"] or due["kind"] == "answer":
            continue
        left = (
            sheet.world.calendar.working_minutes_between(at, due["due_at"])
            if due["working"]
            else (due["due_at"] - at) // MINUTE
        )
        due["paused_at"], due["remaining_minutes"] = at, max(0, left)
    sheet.refresh()
    sheet.case.update(line.values | {"hold_since": at})


def add_task(sheet: Sheet, line: Line) -> None:
    """Give a task in the stage the case is in."""
    sheet.task(line.by, line.at, {"stage": stage_of(sheet.case["state"])} | line.values)


def acknowledge_task(sheet: Sheet, line: Line) -> None:
    """The department takes the task."""
    row = sheet.row(Task, line.values["no"])
    row.update(acknowledged_at=line.at, acknowledged_by=line.by, state="acknowledged")


def finish_task(sheet: Sheet, line: Line) -> None:
    """The department reports the result."""
    row = sheet.row(Task, line.values["no"])
    if row["acknowledged_at"] == FAR_FUTURE:
        row.update(acknowledged_at=line.at, acknowledged_by=line.by)
    row.update(
        state="done",
        done_at=line.at,
        done_by=line.by,
        result=line.values["result"],
        proof=line.values.get("proof", ""),
    )


def verify_task(sheet: Sheet, line: Line) -> None:
    """Somebody else confirms the result."""
    row = sheet.row(Task, line.values["no"])
    row.update(state="verified", verified_at=line.at, verified_by=line.by)


def save_severity(sheet: Sheet, line: Line) -> None:
    """Score the five scales."""
    scales = {key: line.values[key] for key in SCALES}
    derived = {"score": score(scales), "proposed_level": proposed_level(scales)}
    sheet.add(Severity, line.by, line.at, line.values | derived)


def save_finding(sheet: Sheet, line: Line) -> None:
    """Keep what was found."""
    sheet.add(Finding, line.by, line.at, line.values)


def add_cause(sheet: Sheet, line: Line) -> None:
    """Add a cause."""
    sheet.add(Cause, line.by, line.at, line.values)


def add_responsibility(sheet: Sheet, line: Line) -> None:
    """Add the share of one side."""
    sheet.add(Responsibility, line.by, line.at, line.values)
