"""Versions of an agreement: a printed one is never changed, a change opens a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.case.editing import add_row
from models.kernel.db import alive
from models.kernel.errors import NotPossible
from resources.texts import Message

from .fields import AGREEMENT_FIELDS, TERM_FIELDS
from .rules import DRAFT, SIGNED, VOID
from .tables import Agreement, Term

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.kernel.command import Values, Work


def current(case: Case) -> Agreement:
    """Return the version that counts, or refuse when there is none."""
    row: Agreement | None = (
        Agreement.select()
        .where(Agreement.case == case, Agreement.state != VOID, alive(Agreement))
        .order_by(Agreement.no.desc())
        .first()
    )
    if row is None:
        raise NotPossible(
            Message("agreement", "There is no agreement yet: agree with the customer first.")
        )
    return row


def unsigned(case: Case) -> Agreement:
    """Return the version that counts, or refuse when it is signed."""
    row = current(case)
    if row.state == SIGNED:
        raise NotPossible(
            Message("agreement", "The agreement is signed and stays as both sides signed it.")
        )
    return row


def open_draft(work: Work, case: Case, row: Agreement) -> Agreement:
    """Return the draft to write into: the version itself, or a copy of a printed one."""
    if row.state == DRAFT:
        return row
    columns = {spec.key: getattr(row, spec.key) for spec in AGREEMENT_FIELDS}
    copy: Agreement = add_row(work, case, Agreement, columns | {"ordinal": row.ordinal})
    for term in terms_of(row):
        add_term_row(work, case, copy, {spec.key: getattr(term, spec.key) for spec in TERM_FIELDS})
    return copy


def terms_of(row: Any) -> list[Any]:
    """Return the stored terms of a version in their order."""
    query = Term.select().where(Term.case == row.case_id, Term.agreement_no == row.no, alive(Term))
    return list(query.order_by(Term.position))


def term_at(row: Agreement, position: object) -> Any:
    """Return the term with this number, or refuse when the version has none."""
    found = next((term for term in terms_of(row) if term.position == position), None)
    if found is None:
        raise NotPossible(Message("agreement", "The agreement has no term {no}.", no=str(position)))
    return found


def add_term_row(work: Work, case: Case, row: Agreement, values: Values) -> Any:
    """Store a term at the end of a version."""
    last = max((term.position for term in terms_of(row)), default=0)
    columns = values | {
        "agreement_no": row.no,
        "position": last + 1,
        "demand_no": values.get("demand_no") or 0,
    }
    return add_row(work, case, Term, columns)
