"""Finding text in all that was typed: one table of normalised text behind one function."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from resources.texts import Message

from .bulk import insert_rows
from .checked import BadValue
from .db import FAR_FUTURE, Record
from .errors import Invalid
from .fields.text import refuse_control
from .tables import SearchText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NORMALISER = 1
LONGEST_SEARCH = 1000
MOST_WORDS = 50
_EXCERPT = 24
_COLUMNS = ("branch_id", "subject", "subject_id", "case_id", "field", "body", "normaliser")


class Hit(NamedTuple):
    """Where a text was found: case, field and the words around it."""

    case_id: int
    subject: str
    subject_id: int
    field: str
    excerpt: str


def normalised(text: str) -> str:
    """Fold text for comparison: NFKC, lower case, no white space, no dot inside plates."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(ch for ch in folded if not ch.isspace() and ch not in "·•")


def index(rows: Iterable[tuple[Record, int]]) -> None:
    """Replace the search text of records, each with its case; called by the unit of work."""
    searched = [(row, case_id) for row, case_id in rows if any(s.searchable for s in row.specs)]
    _forget(row for row, _ in searched)
    entries = [
        tuple(entry.values())
        for row, case_id in searched
        if row.deleted_at == FAR_FUTURE
        for entry in texts_of(row, case_id)
    ]
    insert_rows(SearchText, entries, _COLUMNS)


def _forget(rows: Iterable[Record]) -> None:
    ids: dict[str, list[int]] = {}
    for row in rows:
        ids.setdefault(row._meta.table_name, []).append(row.id)
    for table, of_table in ids.items():
        own = (SearchText.subject == table) & SearchText.subject_id.in_(of_table)
        SearchText.delete().where(own).execute()


def texts_of(row: Record, case_id: int) -> list[dict[str, object]]:
    """Return the search rows a record has."""
    found = ((spec.name, getattr(row, spec.key)) for spec in row.specs if spec.searchable)
    return [
        {
            "branch_id": row.branch_id,
            "subject": row._meta.table_name,
            "subject_id": row.id,
            "case_id": case_id,
            "field": name,
            "body": normalised(str(text)),
            "normaliser": NORMALISER,
        }
        for name, text in found
        if text
    ]


def find(
    branch_id: int, text: str, *, limit: int = 50, subjects: Collection[str] = ()
) -> list[Hit]:
    """Return where every word of ``text`` occurs in one field, newest cases first.

    ``subjects`` are the tables to look in, all without.
    """
    words = _words(text)
    if not words:
        return []
    query = _matching(branch_id, words)
    if subjects:
        query = query.where(SearchText.subject.in_(subjects))
    query = query.order_by(SearchText.case_id.desc(), SearchText.id).limit(limit)
    return [
        Hit(row.case_id, row.subject, row.subject_id, row.field, _excerpt(row.body, words[0]))
        for row in query
    ]


def count(branch_id: int, text: str) -> int:
    """Return in how many fields every word of ``text`` occurs."""
    words = _words(text)
    return int(_matching(branch_id, words).count()) if words else 0


def _words(text: str) -> list[str]:
    short = text[: LONGEST_SEARCH + 1]
    words = [w for w in dict.fromkeys(normalised(word) for word in short.split()) if w]
    if len(words) > MOST_WORDS or len(short) > LONGEST_SEARCH:
        raise Invalid(
            {
                "search": Message(
                    "kernel",
                    "This is too long to search for: at most {words} words and {limit:,} "
                    "characters. Search for the words that matter.",
                    words=MOST_WORDS,
                    limit=LONGEST_SEARCH,
                )
            }
        )
    try:
        refuse_control("".join(words))
    except BadValue as problem:
        raise Invalid({"search": problem.message}) from problem
    return words


def _matching(branch_id: int, words: list[str]) -> Any:
    query = SearchText.select().where(SearchText.branch_id == branch_id)
    for word in words:
        query = query.where(SearchText.body.contains(word))
    return query


def _excerpt(body: str, word: str) -> str:
    at = body.find(word)
    start = max(0, at - _EXCERPT)
    end = at + len(word) + _EXCERPT
    return ("…" if start else "") + body[start:end] + ("…" if end < len(body) else "")


def stale() -> int:
    """Return how many rows an older normaliser wrote."""
    return int(SearchText.select().where(SearchText.normaliser != NORMALISER).count())
