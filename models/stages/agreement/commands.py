"""Writing the agreement, printing it for signature, signing it, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.casework.approval import commands as approvals
from models.casework.case.editing import add_row, case_command
from models.casework.documents.commands import void_versions
from models.casework.documents.queries import find, scan_of
from models.casework.documents.scans import keep_scan
from models.kernel.command import Done, Values, Work
from models.kernel.db import alive
from models.kernel.errors import Invalid, NotPossible
from models.kernel.zone import day_of, local_time
from resources.texts import Message

from . import rules
from .drafting import first_terms, first_values
from .fields import AGREEMENT_FIELDS, EDITABLE_IN, SIGN_FIELDS
from .queries import NOT_PRINTED, missing_to_sign, terms
from .rules import DRAFT, PRINTED, SIGNED, VOID
from .tables import Agreement
from .versions import add_term_row, current, open_draft, unsigned

if TYPE_CHECKING:
    from models.casework.case.tables import Case
    from models.casework.documents.tables import FrozenPaper

APPROVAL_SUBJECT = "agreement"
_BLANKS: Values = {"customer_kind": rules.PERSON, "copies": 2}
_SIGNING = tuple(spec.key for spec in SIGN_FIELDS if spec.key != "scan")


def draft_from_demands(work: Work, case: Case) -> Agreement:
    """Write the first version from granted demands and the accepted option."""
    _void_unsigned(work, case)
    signed = [row for row in _rows(case) if row.state == SIGNED]
    ordinal = max((row.ordinal for row in signed), default=0) + 1
    values = first_values(work, case)
    row: Agreement = add_row(work, case, Agreement, values | {"ordinal": ordinal})
    for term in first_terms(case, row.sign_date):
        add_term_row(work, case, row, term)
    return row


@case_command(
    "agreement.save",
    permission="agreement.draft",
    specs=AGREEMENT_FIELDS,
    editable_in=EDITABLE_IN,
    partial=True,
)
def save(work: Work, case: Case, values: Values) -> Done:
    """Change the agreement; a printed version stays, the change makes the next one (H01)."""
    row = unsigned(case)
    work.change(row, {}, values.get("version"))
    columns = {k: v for k, v in values.items() if k not in {"no", "version", "confirmed"}}
    for key, blank in _BLANKS.items():
        if key in columns and columns[key] in ("", None):
            columns[key] = blank
    columns |= _checked(work, case, row, columns)
    if any(getattr(row, key) != value for key, value in columns.items()):
        row = open_draft(work, case, row)
        work.change(row, columns)
    return _done(case, row)


def _checked(work: Work, case: Case, row: Agreement, columns: Values) -> Values:
    today = local_time(work.now).date()
    merged = {spec.key: getattr(row, spec.key) for spec in AGREEMENT_FIELDS} | columns
    problems = {}
    if columns.keys() & {"id_no", "id_kind", "customer_kind"}:
        problem = rules.document_problem(merged, today)
        if problem is not None:
            problems["agreement.id_no"] = problem
    late = rules.late_terms(columns.get("sign_date", ""), terms(case.id, row.no))
    if late:
        problems["agreement.sign_date"] = Message(
            "agreement",
            "Term {no} would be due before the day of signing. Change its date first.",
            no=late[0],
        )
    if problems:
        raise Invalid(problems)
    return {"id_no": rules.stored_document(merged, today)} if "id_no" in columns else {}


def note_print(work: Work, case: Case, paper: FrozenPaper) -> None:
    """After a print: this version is the one to sign, every other one is void."""
    row = current(case)
    columns = {"doc_no": paper.doc_no, "paper_version": paper.paper_version}
    columns |= {"content_hash": paper.content_hash, "state": PRINTED}
    work.change(row, columns | {"printed_on": day_of(paper.printed_at)})
    for other in _rows(case):
        if other.no != row.no and other.ordinal == row.ordinal and other.state != VOID:
            work.change(other, {"state": VOID})
    void_versions(work, case, paper.doc_no, keep=paper.paper_version)


@case_command(
    "agreement.sign", permission="agreement.sign", specs=SIGN_FIELDS, editable_in=EDITABLE_IN
)
def sign(work: Work, case: Case, values: Values) -> Done:
    """Record the signatures on the newest printed version, its scan, and where it lies (H01).

    May be recorded again to correct a slip, until the case goes on.
    """
    row = current(case)
    if row.state == DRAFT:
        raise NotPossible(
            NOT_PRINTED,
            missing_to_sign(case.id),
        )
    _check_day(row, values["signed_on"])
    scan = _scan(work, case, row, values["scan"])
    columns = {key: values[key] for key in _SIGNING}
    work.change(row, columns | {"state": SIGNED, "scan_sha256": scan}, values.get("version"))
    return _done(case, row)


def _check_day(row: Agreement, signed_on: str) -> None:
    if signed_on >= row.printed_on:
        return
    raise Invalid(
        {
            "agreement.signed_on": Message(
                "agreement",
                "This version was printed on {printed_on}; it cannot have been signed before. "
                "Correct the day.",
                printed_on=row.printed_on,
            )
        }
    )


def _scan(work: Work, case: Case, row: Agreement, source: str) -> str:
    if source:
        paper = find(case.branch_id, row.doc_no, row.paper_version)
        return str(keep_scan(work, case, paper, source, field="agreement.scan").sha256)
    known = scan_of(case.id, row.doc_no, row.paper_version)
    if not known:
        raise Invalid(
            {
                "agreement.scan": Message(
                    "agreement", "Attach the scan or a photograph of the signed agreement."
                )
            }
        )
    return known


def void(work: Work, case: Case) -> None:
    """Take the agreement back: the parties talk again; a signed one of before stays.

    Refused while the case still waits to go on with a version that is signed already.
    """
    if case.state in EDITABLE_IN and any(r.state == SIGNED for r in _newest_first(case)[:1]):
        raise NotPossible(
            Message(
                "agreement",
                "The agreement is signed: it binds both sides. Carry it out, or reopen the case "
                "afterwards.",
            )
        )
    _void_unsigned(work, case)


def _void_unsigned(work: Work, case: Case) -> None:
    for row in _rows(case):
        if row.state in (DRAFT, PRINTED):
            work.change(row, {"state": VOID})
            approvals.void(work, case, APPROVAL_SUBJECT, row.no)
            if row.doc_no:
                void_versions(work, case, row.doc_no)


def _rows(case: Case) -> list[Any]:
    query = Agreement.select().where(Agreement.case == case, alive(Agreement))
    return list(query.order_by(Agreement.no))


def _newest_first(case: Case) -> list[Any]:
    return [row for row in reversed(_rows(case)) if row.state != VOID]


def _done(case: Case, row: Agreement) -> Done:
    return Done(case.case_no, row.no, row.id, row.version)
