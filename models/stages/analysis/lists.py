"""The lists of the analysis: causes out of the tree, and shares of responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.editing import add_row, case_command, change_row, remove_row, row_of
from models.kernel.command import Done, Values, Work
from models.kernel.db import alive
from models.kernel.errors import Invalid

from .fields import CAUSE_FIELDS, EDITABLE_IN, RESPONSIBILITY_FIELDS
from .rules import share_problem
from .tables import Cause, Responsibility

if TYPE_CHECKING:
    from models.casework.case.tables import Case, CaseRecord


@case_command(
    "analysis.add_cause", permission="case.analyse", specs=CAUSE_FIELDS, editable_in=EDITABLE_IN
)
def add_cause(work: Work, case: Case, values: Values) -> Done:
    """Add a cause with what shows it (D01-D07, D11)."""
    row = add_row(work, case, Cause, values)
    _only_root(work, case, row)
    return _done(case, row)


@case_command(
    "analysis.change_cause",
    permission="case.analyse",
    specs=CAUSE_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_cause(work: Work, case: Case, values: Values) -> Done:
    """Change a cause, or make it the root cause (D08)."""
    row = change_row(work, case, Cause, values)
    _only_root(work, case, row)
    return _done(case, row)


@case_command("analysis.remove_cause", permission="case.analyse", editable_in=EDITABLE_IN)
def remove_cause(work: Work, case: Case, values: Values) -> Done:
    """Take a cause out; the history keeps it."""
    return _done(case, remove_row(work, case, Cause, values))


@case_command(
    "analysis.add_responsibility",
    permission="case.analyse",
    specs=RESPONSIBILITY_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_responsibility(work: Work, case: Case, values: Values) -> Done:
    """Add the share of one side and whether it pays (E01-E04)."""
    _refuse_too_much(case, values["share_percent"])
    return _done(case, add_row(work, case, Responsibility, values))


@case_command(
    "analysis.change_responsibility",
    permission="case.analyse",
    specs=RESPONSIBILITY_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_responsibility(work: Work, case: Case, values: Values) -> Done:
    """Change a share."""
    row = row_of(case, Responsibility, values)
    _refuse_too_much(case, values.get("share_percent", row.share_percent), row.no)
    return _done(case, change_row(work, case, Responsibility, values))


@case_command("analysis.remove_responsibility", permission="case.analyse", editable_in=EDITABLE_IN)
def remove_responsibility(work: Work, case: Case, values: Values) -> Done:
    """Take a share out; the history keeps it."""
    return _done(case, remove_row(work, case, Responsibility, values))


def _only_root(work: Work, case: Case, root: Cause) -> None:
    if not root.is_root:
        return
    others = Cause.select().where(
        Cause.case == case, Cause.is_root, Cause.id != root.id, alive(Cause)
    )
    for other in others:
        work.change(other, {"is_root": False})


def _refuse_too_much(case: Case, share: int, but: int = 0) -> None:
    rows = Responsibility.select().where(
        Responsibility.case == case, Responsibility.no != but, alive(Responsibility)
    )
    problem = share_problem(sum(row.share_percent for row in rows), share)
    if problem is not None:
        raise Invalid({"analysis.responsibility.share_percent": problem})


def _done(case: Case, row: CaseRecord) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
