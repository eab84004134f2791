"""Writing the lesson of a case and its rectification items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.casework.case.commands import require_person
from models.casework.case.editing import add_row, case_command, change_row, remove_row, row_of
from models.kernel.command import Done, Values, Work
from models.kernel.errors import Forbidden, NotPossible
from resources.texts import Message

from .fields import EDITABLE_IN, RECTIFICATION_FIELDS, RESULT_FIELDS, REVIEW_FIELDS
from .tables import Rectification, Review

if TYPE_CHECKING:
    from models.casework.case.tables import Case


@case_command(
    "review.save",
    permission="review.write",
    specs=REVIEW_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save(work: Work, case: Case, values: Values) -> Done:
    """Write the lesson, mistakes, missed chances and comment (L01, L10, L11)."""
    row = Review.get_or_none(Review.case == case)
    columns = {k: v for k, v in values.items() if k in Review._meta.fields and k != "version"}
    if row is None:
        row = work.insert(Review, case=case.id, **columns)
    else:
        work.change(row, columns, values.get("version"))
    return Done(case.case_no, 0, row.id, row.version)


@case_command(
    "review.add_rectification",
    permission="review.write",
    specs=RECTIFICATION_FIELDS,
    editable_in=EDITABLE_IN,
)
def add_rectification(work: Work, case: Case, values: Values) -> Done:
    """Add an item with owner, due date and priority (L04, L05)."""
    require_person(case.branch_id, values["owner"], "review.rectification.owner")
    row = add_row(work, case, Rectification, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "review.change_rectification",
    permission="review.write",
    specs=RECTIFICATION_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_rectification(work: Work, case: Case, values: Values) -> Done:
    """Change an item that is still open."""
    _open_item(case, values)
    if "owner" in values:
        require_person(case.branch_id, values["owner"], "review.rectification.owner")
    row = change_row(work, case, Rectification, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command("review.remove_rectification", permission="review.write", editable_in=EDITABLE_IN)
def remove_rectification(work: Work, case: Case, values: Values) -> Done:
    """Take back an item that was entered by mistake."""
    _open_item(case, values)
    row = remove_row(work, case, Rectification, values)
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "review.finish_rectification",
    permission="task.do",
    specs=RESULT_FIELDS,
    editable_in=EDITABLE_IN,
)
def finish_rectification(work: Work, case: Case, values: Values) -> Done:
    """Report an item as done; its owner or somebody who manages rectification does so."""
    row = _open_item(case, values)
    if work.actor.login != row.owner and not work.actor.may("rectification.manage"):
        raise Forbidden(Message("review", "Only the owner of the item reports it as done."))
    columns = {k: values[k] for k in ("result", "finished_on")}
    work.change(row, columns | {"state": "done"}, values.get("version"))
    return Done(case.case_no, row.no, row.id, row.version)


@case_command(
    "review.check_rectification", permission="rectification.manage", editable_in=EDITABLE_IN
)
def check_rectification(work: Work, case: Case, values: Values) -> Done:
    """Confirm that an item that was reported done really is."""
    row = row_of(case, Rectification, values)
    if row.state != "done":
        raise NotPossible(Message("review", "Only an item that was reported done can be checked."))
    if work.actor.login == row.owner:
        raise Forbidden(
            Message("review", "Whoever put something right does not check it. Ask a colleague.")
        )
    columns = {"state": "checked", "checked_by": work.actor.login}
    work.change(row, columns, values.get("version"))
    return Done(case.case_no, row.no, row.id, row.version)


def _open_item(case: Case, values: Values) -> Rectification:
    row: Rectification = row_of(case, Rectification, values)
    if row.state != "open":
        raise NotPossible(
            Message("review", "Item {no} was reported done and stays as it is.", no=row.no)
        )
    return row
