"""Adding, changing and taking out the terms of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.demands import demands
from models.casework.case.editing import case_command
from models.kernel.command import Done, Values, Work, confirm
from models.kernel.errors import Invalid
from resources.texts import Message

from .fields import EDITABLE_IN, TERM_FIELDS
from .rules import vague
from .versions import add_term_row, open_draft, term_at, terms_of, unsigned

if TYPE_CHECKING:
    from models.casework.case.tables import Case

    from .tables import Agreement

_COLUMNS = frozenset(spec.key for spec in TERM_FIELDS)


@case_command(
    "agreement.add_term", permission="agreement.draft", specs=TERM_FIELDS, editable_in=EDITABLE_IN
)
def add_term(work: Work, case: Case, values: Values) -> Done:
    """Add something we do; a printed version stays, the term goes into the next one."""
    row = unsigned(case)
    _check(case, row, values)
    draft = open_draft(work, case, row)
    columns = {k: v for k, v in values.items() if k in _COLUMNS}
    return _done(case, add_term_row(work, case, draft, columns))


@case_command(
    "agreement.change_term",
    permission="agreement.draft",
    specs=TERM_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def change_term(work: Work, case: Case, values: Values) -> Done:
    """Change a term; ``no`` is its number in the version that counts."""
    row = unsigned(case)
    seen = term_at(row, values.get("no"))
    work.change(seen, {}, values.get("version"))
    columns = {k: v for k, v in values.items() if k in _COLUMNS}
    if "demand_no" in columns:
        columns["demand_no"] = columns["demand_no"] or 0
    if all(getattr(seen, key) == value for key, value in columns.items()):
        return _done(case, seen)
    _check(case, row, values)
    term = term_at(open_draft(work, case, row), seen.position)
    work.change(term, columns)
    return _done(case, term)


@case_command("agreement.remove_term", permission="agreement.draft", editable_in=EDITABLE_IN)
def remove_term(work: Work, case: Case, values: Values) -> Done:
    """Take a term out; the others move up."""
    row = unsigned(case)
    seen = term_at(row, values.get("no"))
    work.change(seen, {}, values.get("version"))
    draft = open_draft(work, case, row)
    term = term_at(draft, seen.position)
    work.remove(term)
    for position, later in enumerate(terms_of(draft), 1):
        work.change(later, {"position": position})
    return _done(case, term)


def _check(case: Case, row: Agreement, values: Values) -> None:
    due_on = values.get("due_on")
    if due_on and row.sign_date and due_on < row.sign_date:
        raise Invalid(
            {
                "agreement.term.due_on": Message(
                    "agreement",
                    "{due_on} lies before the day of signing, {sign_date}. Choose a later day.",
                    due_on=due_on,
                    sign_date=row.sign_date,
                )
            }
        )
    demand_no = values.get("demand_no")
    if demand_no and demand_no not in {demand["no"] for demand in demands(case.id)}:
        raise Invalid(
            {
                "agreement.term.demand_no": Message(
                    "agreement", "The case has no demand {no}. Choose another.", no=demand_no
                )
            }
        )
    word = vague(values.get("text") or "")
    if word:
        confirm(
            values,
            Message(
                "agreement",
                "“{word}” leaves open how much or when. Keep the words all the same?",
                word=word,
            ),
        )


def _done(case: Case, term: Any) -> Done:
    return Done(case.case_no, term.position, term.id, term.version)
