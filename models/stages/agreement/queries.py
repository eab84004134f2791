"""Reading the agreement of a case: the version that counts, its terms, what it lacks."""

from __future__ import annotations

from typing import Any

from models.casework.case.editing import rows_of
from models.casework.documents.queries import scan_of
from models.kernel.errors import Missing
from models.kernel.zone import local_time
from resources.texts import Message

from . import rules
from .tables import Agreement, Term


def agreement(case_id: int) -> dict[str, Any] | None:
    """Return the version that counts by column, None when there is none that is not void."""
    rows = [row for row in rows_of(Agreement, case_id) if row["state"] != rules.VOID]
    return rows[-1] if rows else None


def versions(case_id: int) -> list[dict[str, Any]]:
    """Return every version, void ones too, each with its ``terms``, oldest first."""
    found = rows_of(Agreement, case_id)
    every = rows_of(Term, case_id)
    for row in found:
        row["terms"] = _numbered(every, row["no"])
    return found


def terms(case_id: int, agreement_no: int = 0) -> list[dict[str, Any]]:
    """Return the terms of a version, the one that counts without ``agreement_no``.

    Their ``no`` is the number in that version.
    """
    current = agreement(case_id)
    wanted = agreement_no or (current["no"] if current else 0)
    return _numbered(rows_of(Term, case_id), wanted)


def total(case_id: int) -> int:
    """Return what the terms that count cost together, in fen."""
    return rules.total(terms(case_id))


def missing_to_print(case_id: int) -> list[Missing]:
    """Return what the agreement lacks to be printed for signature."""
    row = agreement(case_id)
    if row is None:
        return [_NOTHING_AGREED]
    return rules.incomplete(row, terms(case_id))


def missing_to_sign(case_id: int) -> list[Missing]:
    """Return what is missing until the newest version counts as signed."""
    row = agreement(case_id)
    if row is None:
        return [_NOTHING_AGREED]
    if row["state"] == rules.SIGNED:
        return []
    if row["state"] == rules.DRAFT:
        text = Message("agreement", "Print the agreement for signature.")
        return [*missing_to_print(case_id), Missing(text, "agreement.print")]
    found = []
    if not scan_of(case_id, row["doc_no"], row["paper_version"]):
        text = Message("agreement", "Attach the scan of the signed agreement.")
        found.append(Missing(text, "agreement.scan"))
    text = Message("agreement", "Record who signed, when, and where our original lies.")
    return [*found, Missing(text, "agreement.signed_on")]


def not_to_sign(case_id: int) -> Message | None:
    """Return why nothing can be signed yet, or None when the printed version waits for it."""
    row = agreement(case_id)
    if row is None:
        return _NOTHING_AGREED.message
    return NOT_PRINTED if row["state"] == rules.DRAFT else None


def hints(case_id: int, now: int) -> list[Message]:
    """Return what to think over before printing; nothing of it forbids a print."""
    row = agreement(case_id)
    return rules.hints(row, local_time(now).date()) if row else []


def schedule(case_id: int) -> list[dict[str, Any]]:
    """Return what has to be carried out: the terms that count, in their order."""
    keys = (
        "no",
        "demand_no",
        "kind",
        "text",
        "amount",
        "department",
        "responsible",
        "due_on",
        "proof",
        "advanced_by",
    )
    return [{key: term[key] for key in keys} for term in terms(case_id)]


def ordinal_of(case_id: int) -> int:
    """Return which agreement of the case counts: 1, or more after a reopened case."""
    row = agreement(case_id)
    return int(row["ordinal"]) if row else 1


def _numbered(rows: list[dict[str, Any]], agreement_no: int) -> list[dict[str, Any]]:
    own = [row for row in rows if row["agreement_no"] == agreement_no]
    return [row | {"no": row["position"]} for row in sorted(own, key=lambda r: r["position"])]


NOT_PRINTED = Message("agreement", "Only a printed agreement is signed: print the newest version.")
_NOTHING_AGREED = Missing(
    Message("agreement", "There is no agreement to sign yet."), "agreement.place"
)
